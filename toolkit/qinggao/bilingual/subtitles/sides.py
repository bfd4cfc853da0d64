"""Which lines of a cue are whose, where nothing says it but the writing: Chinese above English, or below.

Timid: a Chinese subtitle with a Latin line, captions of an English talk, pinyin under the characters, a name of a site
in every cue are one language. Where a cue of ours would be read wrongly, its writer parts it with a sign (`marked`).
"""
from __future__ import annotations

from collections.abc import Sequence

from ...patterns import HAN, lazy
from ..languages import ENGLISH, SIMPLIFIED, is_chinese, language_of
from .side import SEPARATOR

_FEWEST = 3         # cues in two languages: fewer are chance
_MOST = 0.6         # and so many of all cues must be
_TURNED = 0.1       # so many of these may stand the other way round
_KNOWN = 0.15       # of the words of English, so many are of its commonest
_KANA = 0.1         # of the characters; more is Japanese
_FAR_MORE = 0.2     # of the Han and words of one track are Han
_HAN = lazy(f'[{HAN}]')
_LETTER = lazy(r'[^\W\d_]')
_WORD = lazy(rf"[^\W\d_{HAN}]+")
_KANA_ONE = lazy('[\u3041-\u30ff]')
# The commonest words, without those that are pinyin too: a, he, she, you, me, can.
_MANY = ('the to of and in is it that was for on are with as i at be this have from or had by not but what all were we '
         "when your there an which their if will how about then them would so these some my our it's just they do very "
         'no first')
_COMMON = frozenset(_MANY.split())


def chinese_first(cues: Sequence[Sequence[str]]) -> bool | None:
    """Whether the Chinese lines of these cues stand above the English; None where they are not in two languages."""
    shapes = [_shape(lines) for lines in cues if any(line.strip() for line in lines)]
    ways = [shape for shape in shapes if shape in ('CE', 'EC')]
    above = ways.count('CE') >= ways.count('EC')
    chosen = ways.count('CE' if above else 'EC')
    if chosen < _FEWEST or chosen < _MOST * len(shapes) or len(ways) - chosen > _TURNED * chosen:
        return None
    pairs = [(lines[:at], lines[at:]) for lines in cues for at in [border(lines, above)]]
    chinese = ' '.join(line for pair in pairs for line in pair[0 if above else 1])
    english = ' '.join(line for pair in pairs for line in pair[1 if above else 0])
    return above if _is_english(english) and not _is_japanese(chinese) else None


def border(lines: Sequence[str], chinese_first: bool) -> int:
    """How many lines of a cue are the first language's: those before the place that puts the fewest on the wrong side.
    Where two do, as where a Latin line stands within the Chinese, more are Chinese."""
    kinds = [_kind(line) for line in lines]
    first, second = ('C', 'E') if chinese_first else ('E', 'C')
    wrong = [(kinds[:at].count(second) + kinds[at:].count(first), -at if chinese_first else at)
             for at in range(len(lines) + 1)]
    return abs(min(wrong)[1])


def tongues(first: str, second: str, above: bool | None) -> tuple[str, str]:
    """The languages of two tracks. ``above``: whether the first is the Chinese one; where nobody knows, the one with
    far more Han is, however many names it has, and whatever the other quotes."""
    more = _share(first) - _share(second)
    if above is None and abs(more) < _FAR_MORE:
        return language_of(first), language_of(second)
    above = more > 0 if above is None else above
    script = language_of(first if above else second)
    chinese = script if is_chinese(script) else SIMPLIFIED
    return (chinese, ENGLISH) if above else (ENGLISH, chinese)


def _share(text: str) -> float:
    han = len(_HAN.findall(text))
    return han / max(1, han + len(_WORD.findall(text)))


def marked(lines: Sequence[str]) -> int:
    """How many lines stand before the sign that parts the languages; -1 without one."""
    for number, line in enumerate(lines):
        if SEPARATOR in line:
            return number + line.endswith(SEPARATOR)
    return -1


def _shape(lines: Sequence[str]) -> str:
    """The languages of the lines in order, each once while it goes on."""
    kinds = [kind for kind in map(_kind, lines) if kind]
    return ''.join(kind for before, kind in zip(['', *kinds], kinds) if kind != before)


def _kind(line: str) -> str:
    """`C` for Chinese, `E` for Latin letters, nothing for numbers and marks."""
    if not _LETTER.search(line):
        return ''
    return 'E' if language_of(line) == ENGLISH else 'C'


def _is_english(text: str) -> bool:
    words = _WORD.findall(text.lower())
    return sum(word in _COMMON for word in words) >= _KNOWN * len(words) > 0


def _is_japanese(text: str) -> bool:
    return len(_KANA_ONE.findall(text)) > _KANA * len(_LETTER.findall(text))
