"""Listen to windows: features, prompt, decoding, words with times."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..errors import UsageError
from .engine import PROMPT_LIMIT, RATE, Aligned, Decoded, Engine, Samples, suppressed
from .prompt import fitted
from .settings import Hearing
from .take import Said, Take, stretches

# Public models write Chinese without marks unless they have seen some; every window gets these, not only the first.
MARKED = {'zh': '好，我们开始。今天想聊什么呢？先说第一点，再说第二点。'}
_PADDED = 1.0       # without the voice finder a window may begin with silence: its first words may come at any time
_ANY_TIME = 30.0


class Listener:
    """An engine and what is asked of it. Its methods may be called from several threads."""

    def __init__(self, engine: Engine, hearing: Hearing) -> None:
        self.engine, self.hearing = engine, hearing
        self._prompts: dict[tuple[str, bool], list[int]] = {}

    def takes(self, audios: Sequence[Samples], language: str) -> list[Take]:
        """One batch of windows, one take each."""
        features = [self.engine.features(audio, self.hearing.pad) for audio in audios]
        encoded = self.engine.encode(features)
        return self.heard(encoded, [len(audio) / RATE for audio in audios], language)

    def heard(self, encoded: Any, seconds: Sequence[float], language: str, *, beam: int = 0,
              prompted: bool = True) -> list[Take]:
        """The takes of encoded windows, each so many seconds long."""
        tokenizer = self.engine.tokenizer(language, self.hearing.task)
        decoded = self.engine.decode(
            encoded, self.prompt(language, prompted), len(seconds), beam=beam or self.hearing.beam,
            latest_start=self.latest_start, suppress=suppressed(tokenizer))
        return self.told(encoded, decoded, seconds, language)

    def told(self, encoded: Any, decoded: Sequence[Decoded], seconds: Sequence[float], language: str) -> list[Take]:
        """What tokens say, with times of words if they are wanted."""
        tokenizer = self.engine.tokenizer(language, self.hearing.task)
        words: list[list[Aligned]] = [[] for _ in seconds]
        if self.hearing.word_times:
            texts = [[token for token in one.tokens if token < tokenizer.eot] for one in decoded]
            words = self.engine.align(encoded, tokenizer, texts, seconds)
        return [_take(one, own, tokenizer, length) for one, own, length in zip(decoded, words, seconds)]

    @property
    def latest_start(self) -> float:
        """Seconds of a window at which its first words begin at the latest."""
        return _PADDED if self.hearing.vad else _ANY_TIME

    def prompt(self, language: str, prompted: bool = True) -> list[int]:
        """The tokens before what is decoded: hot words, what was said before, language and task."""
        if (language, prompted) not in self._prompts:
            self._prompts[language, prompted] = self._prompt(language, prompted)
        return self._prompts[language, prompted]

    def _prompt(self, language: str, prompted: bool) -> list[int]:
        tokenizer = self.engine.tokenizer(language, self.hearing.task)
        before: list[int] = []
        if prompted:
            said = self._said_before(tokenizer, language)
            hot = fitted(self.hearing.hotwords, tokenizer.encode, PROMPT_LIMIT - len(said))
            before = [*(tokenizer.encode(' ' + hot) if hot else []), *said]
        return [*([tokenizer.sot_prev] if before else []), *before, *tokenizer.sot_sequence]

    def _said_before(self, tokenizer: Any, language: str) -> list[int]:
        said = self.hearing.prompt
        if said is None:
            said = MARKED.get(language, '') if self.hearing.task == 'transcribe' else ''
        tokens: list[int] = tokenizer.encode(' ' + said.strip()) if said.strip() else []
        if len(tokens) > PROMPT_LIMIT:
            raise UsageError(f'the prompt has {len(tokens)} tokens, more than {PROMPT_LIMIT}', cure='shorten it')
        return tokens


def _take(decoded: Decoded, words: list[Aligned], tokenizer: Any, length: float) -> Take:
    said, rest = [], iter(words)
    for begin, finish, tokens in stretches(decoded.tokens, tokenizer.timestamp_begin, length):
        tokens = [token for token in tokens if token < tokenizer.eot]
        text = tokenizer.decode(tokens)
        if text.strip():
            said.append(Said(text, begin, finish, _within(rest, text, begin, finish)))
    return Take(tuple(said), decoded.logprob, decoded.no_speech)


def _within(words: Any, text: str, begin: float, finish: float) -> tuple[Aligned, ...]:
    """The words that make up a text, their times inside its own and never going back."""
    own, made, now = [], '', begin
    while len(made) < len(text):
        word = next(words, None)
        if word is None:
            break
        made += word.text
        start = min(max(word.begin, now), finish)
        now = min(max(word.finish, start), finish)
        own.append(word._replace(begin=start, finish=now))
    return tuple(own)
