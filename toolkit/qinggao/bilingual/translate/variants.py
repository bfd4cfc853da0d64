"""The other script of Chinese as a second track: Simplified and Traditional side by side, without a translator."""
from __future__ import annotations

from ...errors import UsageError
from ...pipeline import run
from ...rulebook import Rulebook
from ...settings import Script, Settings
from ...stages.script import DIRECTIONS
from ...transcript import Transcript
from ..bitext import Bitext, Pair
from ..languages import SIMPLIFIED, TRADITIONAL, language, language_of
from ..units import units

_SCRIPTS: dict[str, Script] = {SIMPLIFIED: 'hans', TRADITIONAL: 'hant'}


def variant(first: Transcript, target: str, settings: Settings, rules: Rulebook) -> Bitext:
    """The transcript and the same in another script: `zh-Hans` or `zh-Hant`.

    The second track went through the stage `script` alone: its changes say which character became which, its times
    are the first's. That stage turns one Han into one, so that a span means the same words in both texts. Raises
    `UsageError` for another language, and for a talk that is in this script already.
    """
    target = language(target)
    source = language_of(first.text)
    if target not in _SCRIPTS:
        raise UsageError(f'{target} is no script of Chinese', cure='known: ' + ', '.join(_SCRIPTS))
    if source not in _SCRIPTS:
        raise UsageError(f'an English talk has no {target} by its script alone', cure='name a translator')
    if source == target:
        raise UsageError(f'it is in {target} already', cure='known: ' + ', '.join({*_SCRIPTS} - {target}))
    script = _SCRIPTS[target]
    second = run(first, settings._replace(script=script, only=('script',), skip=()), rules)
    origin = f'script/{DIRECTIONS[script].config}'
    return Bitext(first, second, tuple(Pair(span, span, origin=origin) for span in units(first)), (source, target))
