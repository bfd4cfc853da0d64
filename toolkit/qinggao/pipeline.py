"""Run the stages in order: each asks for edits, one function applies them, each within its licence."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from types import ModuleType

from .edits import Edit, settle
from .errors import LicenceError, UsageError
from .passes import without
from .protect import protected
from .rulebook import Rulebook
from .settings import Settings, nearest
from .stages import STAGES, glossary, may_sign
from .stages.script import simplified
from .transcript import Pass, Transcript
from .view import View

ROUNDS = 8  # a deletion may bare another filler: a stage may look again until it is quiet
_DEFECT = 'this is a defect of qinggao: please report it'


def run(transcript: Transcript, settings: Settings, rules: Rulebook) -> Transcript:
    """The transcript with the edits of all chosen stages. Raises `LicenceError` on a stage's defect."""
    names = chosen(settings)
    transcript = protected(transcript)
    if glossary.NAME in names:  # it is done anew: to the stages before it a gloss would read as speech
        transcript = without(transcript, glossary.NAME).transcript
    for name in names:
        stage = STAGES[name]
        done: Sequence[Edit] | None = None
        near: int = getattr(stage, 'REPEATS', 0)
        for _ in range(ROUNDS if near else 1):
            view = View(transcript, settings, rules, done, near)
            transcript, done = _once(name, stage, view)
            if hasattr(stage, 'closings'):
                transcript = transcript._replace(closings=stage.closings(view) or transcript.closings)
            if not done:
                break
    simplified.cache_clear()    # or the last text of a process would stay
    return transcript


def chosen(settings: Settings) -> list[str]:
    """The names of the stages that these settings run, in running order."""
    for name in (*settings.only, *settings.skip):
        if name not in STAGES:
            raise UsageError(f'unknown stage {name!r}', cure=nearest(name, tuple(STAGES)))
    return [name for name, stage in STAGES.items()
            if (name in settings.only if settings.only else stage.is_on(settings)) and name not in settings.skip]


def _once(name: str, stage: ModuleType, view: View) -> tuple[Transcript, list[Edit]]:
    """One round of a stage: the transcript after it, and what was done."""
    transcript = view.transcript
    asked = _unprotected(view, stage.edits(view))
    wanted = asked if view.settings.unsure else [edit for edit in asked if edit[4]]     # the sure ones
    done = settle(wanted)
    quiet = not done or not hasattr(stage, 'REPEATS')   # a later round says the rest again
    advised = tuple(settle(edit for edit in asked if not edit.sure)) if quiet and len(wanted) < len(asked) else ()
    if not done and not advised:
        return transcript, done
    for rule in {edit[3] for edit in done}:
        if not may_sign(stage, rule, view.rules):
            raise LicenceError(f'stage {name} may not sign with {rule!r}', cure=_DEFECT)
    allows = stage.allows
    if not all(map(allows, done, repeat(view))):
        raise _refusal(name, view, next(edit for edit in done if not allows(edit, view)))
    return transcript._replace(words=transcript.words.edit_settled(done),
                               passes=(*transcript.passes, Pass(name, tuple(done), advised))), done


def _refusal(name: str, view: View, edit: Edit) -> LicenceError:
    old = view.text[edit.start:edit.end]
    return LicenceError(f'stage {name} may not turn {old!r} into {edit.new!r} ({edit.rule})', cure=_DEFECT)


def _unprotected(view: View, edits: Iterable[Edit]) -> list[Edit]:
    if not view.transcript.protected:
        return list(edits)
    return [edit for edit in edits if not view.is_protected(edit.start, edit.end)]
