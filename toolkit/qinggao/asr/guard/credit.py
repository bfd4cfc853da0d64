"""Stock credits, said by nobody: the words are those of rules/boilerplate.yaml.

Of some it is certain (字幕由Amara.org社区提供): always a doubt. Others a host may say at the end of a talk (谢谢大家):
a doubt only where it is not clear that somebody spoke, else every honest ending would be heard again and marked.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...rulebook import Rule
from ...rulebook.shipped import shipped
from ...settings import Level
from ...stages.boilerplate.credits import credit_in
from ...stages.boilerplate.words import Words, bare
from ..take import Said
from .doubt import Span, Window
from .speed import FASTEST, syllables

COVERED = 0.5       # the share of a credit under which there is speech, if somebody said it
SURE = 0.5          # the probability that the words of a host who does say thanks reach: mostly 0.8 and more
NOBODY = 0.6        # how likely the model finds it that nobody speaks; over silence 0.7 and more


def found(window: Window) -> Iterator[Span]:
    """The seconds of the segments that are credits, or end with a certain one."""
    words = _words()
    for said in window.take.said:
        rule = _rule(said.text, words)
        if rule and (rule.flag('sure') or _is_unclear(said, window)):
            yield said.begin, said.finish


def _rule(text: str, words: Words) -> Rule | None:
    """The credit that a segment is; of a certain one also where it stands at its end: …再见字幕由Amara.org社区提供."""
    rule = credit_in(text, words)
    if rule:
        return rule
    said = bare(text)
    if words.only_credits.fullmatch(said):
        return next(words.credits[word] for word in words.longest if said.endswith(word))
    return next((words.credits[word] for word in words.longest
                 if words.credits[word].flag('sure') and said.endswith(word)), None)


def _is_unclear(said: Said, window: Window) -> bool:
    speech = window.speech_under(said.begin, said.finish)
    return speech < COVERED * (said.finish - said.begin) or speech < syllables(said.text) / FASTEST \
        or window.take.probability < SURE or window.take.no_speech > NOBODY


def _words() -> Words:
    rules, level = shipped(), Level.strong
    return rules.built(('boilerplate', level), lambda: Words.of(rules.room('boilerplate'), level))
