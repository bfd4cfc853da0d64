"""A translation in the script of Chinese that was asked for: M2M-100 and most of OPUS-MT know no script."""
from __future__ import annotations

from functools import lru_cache
from typing import Any

from ...han_classes import SIMPLIFIED as ONLY_SIMPLIFIED
from ...han_classes import TRADITIONAL as ONLY_TRADITIONAL
from ...patterns import lazy
from ..languages import SIMPLIFIED, TRADITIONAL

_OTHER = {SIMPLIFIED: lazy(f'[{ONLY_TRADITIONAL}]'), TRADITIONAL: lazy(f'[{ONLY_SIMPLIFIED}]')}
_NAMES = {SIMPLIFIED: 'hans', TRADITIONAL: 'hant'}


def written(text: str, language: str) -> str:
    """The text in the script of a language; by the stage `script`, which knows 著名 and 显著.

    >>> written('我們看著河', 'zh-Hans'), written('这里', 'zh-Hant'), written('so', 'en')
    ('我们看着河', '這裡', 'so')
    """
    if language not in _OTHER or not _OTHER[language].search(text):
        return text
    from ...pipeline import run
    from ...transcript import Transcript
    settings, rules = _how(language)
    return run(Transcript.plain(text), settings, rules).text


@lru_cache(2)
def _how(language: str) -> tuple[Any, Any]:
    from ...rulebook.shipped import shipped
    from ...settings import Settings
    return Settings.of(script=_NAMES[language], only=('script',)), shipped()
