"""A transcript that is Traditional in one part and Simplified in another.

The recogniser changed the script on its way, as some do after a pause. `qinggao clean` brings the whole to one script;
it is said where the script changes first.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from ...han_classes import SIMPLIFIED, TRADITIONAL
from ...patterns import lazy

CODE = 'TR007'
NAME = 'mixed-script'
SEVERITY = 'info'
MENDS = 'never'
WRONG = '我們坐在船頭，這裡風很涼，對岸的燈還亮著。\n' * 60 + '我们坐在船头，这里风很凉，对岸的灯还亮着。\n' * 60
RIGHT = '我们坐在船头，这里风很凉，对岸的灯还亮着。\n' * 120

_SHOW = {'hant': lazy(f'[{TRADITIONAL}]'), 'hans': lazy(f'[{SIMPLIFIED}]')}
_PART = 400     # characters that are looked at together
_CLEAR = 8      # characters of one script alone in a part that make it clear which it is
_PARTS = 2      # parts of each script without which it is a quotation


def findings(page: Page) -> Iterator[Finding]:
    text = page.text
    if not _may_change(text):
        return
    scripts = [(start, _script(text[start:start + _PART])) for start in range(0, len(text), _PART)]
    clear = [(start, script) for start, script in scripts if script]
    if min(sum(script == side for _, script in clear) for side in ('hant', 'hans')) < _PARTS:
        return
    start, script = next(one for one in clear if one[1] != clear[0][1])
    at = _first(text, start, script)
    name = 'Traditional' if script == 'hant' else 'Simplified'
    yield Finding(at, at + 1, f'from about here on the text is {name}, before it was not: bring it to one script')


def _may_change(text: str) -> bool:
    """Whether a quarter of the text, taken from everywhere in it, shows both scripts: most transcripts show one."""
    sample = ''.join(text[at:at + _PART // 4] for at in range(0, len(text), _PART))
    return all(len(show.findall(sample)) >= _CLEAR // 2 for show in _SHOW.values())


def _script(text: str) -> str:
    """The script that a part clearly is in; empty where it is not clear."""
    hant, hans = (len(_SHOW[script].findall(text)) for script in ('hant', 'hans'))
    if hant >= _CLEAR and hant >= 8 * hans:
        return 'hant'
    return 'hans' if hans >= _CLEAR and hans >= 8 * hant else ''


def _first(text: str, start: int, script: str) -> int:
    """Where the first character of a script stands, from the part before an offset on."""
    at = max(0, start - _PART)
    others = [found.end() for other in _SHOW if other != script for found in _SHOW[other].finditer(text, at, start)]
    found = _SHOW[script].search(text, others[-1] if others else start)
    return found.start() if found else start
