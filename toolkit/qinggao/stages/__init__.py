"""The stages in running order; each is a module with `is_on`, `allows` and `edits`.

A new stage: one module here, one line in STAGES, one test, one row in docs/stages.md. The module has

    NAME                                its name, and the first part of the ids it signs edits with
    RULES                               optional: name → reason, of edits that no rules file asks for
    ROOM                                optional: the stage whose RULES it signs with, where not its own
    is_on(settings) -> bool             whether it runs when nobody asked for it by name
    allows(edit, view) -> bool          its licence: what it may do to a text at most
    edits(view) -> Iterator[Edit]       what it asks for, in offsets of view.text
    REPEATS = 120                       optional: run again until quiet, so many characters around what was done
    closings(view) -> tuple of Closing  optional: where paragraphs may end; asked after its edits, in source offsets
"""
from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

from ..rulebook import Rulebook
from . import (
    boilerplate,
    characters,
    confusables,
    editor,
    english,
    fillers,
    gaps,
    glossary,
    homophones,
    marks,
    mishearings,
    numbers,
    punctuation,
    regional,
    script,
    spacing,
    stutters,
)

STAGES: dict[str, ModuleType] = {
    'characters': characters,    # first: later patterns may then trust spaces and letters
    'boilerplate': boilerplate,  # loops and credits go before anything reads them as speech
    'script': script,            # rules are written in Simplified
    'regional': regional,        # words of one region, in the glyphs that script left
    'mishearings': mishearings,  # before fillers: 那个 in a misheard name is no filler
    'homophones': homophones,    # after the rules that know how a name is misheard: it asks what sounds alike
    'numbers': numbers,          # on words as they were meant
    'marks': marks,              # before fillers: they take a mark for a break, and 。， for none
    'gaps': gaps,                # before fillers too: a space is an edge
    'editor': editor,            # reads speech as it was said; before fillers, which take its marks for edges
    'fillers': fillers,          # before stutters: 我嗯我 is a stutter once 嗯 has gone
    'stutters': stutters,        # before punctuation: marks would part the repeats
    'punctuation': punctuation,  # on the words that stay
    'english': english,          # likewise, where the words are English
    'confusables': confusables,  # where no cut and no mark can complete another of its phrases
    'spacing': spacing,          # nearly last: it sees all neighbours as they will stand
    'glossary': glossary,        # last: on the words that a reader will see; nothing then looks at its markup
}


def reason(rule: str) -> str:
    """Why a stage makes the edits it signs with an id of its own; empty for an id that rules files know."""
    room, _, name = rule.partition('/')
    if room == 'heard':     # no stage: the audio is heard before any runs
        from ..asr.merge.signs import RULES
        return RULES.get(name, '')
    if room == 'markup':    # nor here: a page is read for its subtitles
        from ..bilingual import unmarked
        return unmarked.RULES.get(name, '')
    own: Mapping[str, str] = getattr(STAGES.get(room), 'RULES', {})
    return own.get(name, '')


def may_sign(stage: ModuleType, rule: str, rules: Rulebook) -> bool:
    """Whether an edit of a stage may carry this id: one of a rules file, or one of the stage's own."""
    room, _, name = rule.partition('/')
    own = room == getattr(stage, 'ROOM', stage.NAME) and name in getattr(STAGES[room], 'RULES', ())
    return own or rules.get(rule) is not None
