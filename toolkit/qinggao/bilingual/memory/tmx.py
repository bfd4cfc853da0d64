"""tmx: Translation Memory eXchange 1.4b, what every tool of translators reads and writes."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations
from pathlib import Path

from ... import __version__
from ...errors import FileError
from ..translate.translator import DOUBTS, Direction
from .incoming import CARRIED, Said, carried_by, language_of_tag, said_of
from .unit import Unit
from .xml import LANG, Element, char_of, child, children, elements, local, plain, value, words

_CHARACTER = '<ph type="x-char">{}</ph>'     # TMX has nothing of its own for what XML cannot hold
_CODES = frozenset(('bpt', 'ept', 'it', 'ph', 'ut'))
_ANY = '*all*'


def read(path: Path, left_out: Counter[str], way: Direction | None = None) -> Iterator[Said]:
    """The units of the languages that we know; what is left out is counted by why. Raises `FileError`."""
    source = root = ''
    for element in elements(path, ('tu',), ('tmx', 'header')):
        if local(element) == 'tmx':
            root = 'tmx'
        elif local(element) == 'header':
            source = element.get('srclang', '')
        elif root:
            yield from _units(element, element.get('srclang') or source, path, left_out)
    if not root:
        raise FileError('XML, but no TMX: no <tmx>', path=str(path), cure='export it as TMX 1.4')


def _units(unit: Element, source: str, path: Path, left_out: Counter[str]) -> Iterator[Said]:
    carried = _carried(unit)
    context = '' if carried else _provenance(unit)
    said = dict[str, str]()
    for variant in children(unit, 'tuv'):
        tag = variant.get(LANG) or variant.get('lang') or ''
        language = language_of_tag(tag)
        if not language:
            left_out[f'in {tag or "no language"}'] += 1
        elif language in said:
            left_out['a second variant in one language'] += 1
        else:
            said[language] = plain(child(variant, 'seg'), lambda code: _char(code, str(path)), str(path))
    for way in _ways(list(said), source, left_out):
        yield said_of(Unit(way, said[way.source], said[way.target], path.name, context=context), carried)


def _ways(languages: Sequence[str], source: str, left_out: Counter[str]) -> Iterator[Direction]:
    if source.lower() == _ANY:
        yield from (Direction(*pair) for pair in permutations(languages, 2))
    elif (known := language_of_tag(source)) in languages:
        yield from (Direction(known, other) for other in languages if other != known)
    else:
        left_out['without its source'] += 1
    if len(languages) == 1:
        left_out['without a translation'] += 1


def _carried(unit: Element) -> dict[str, str]:
    names = {f'x-{name}': name for name in CARRIED}
    return {names[prop.get('type', '')]: prop.text or '' for prop in children(unit, 'prop')
            if prop.get('type') in names}


def _provenance(unit: Element) -> str:
    """What other tools say of where a unit comes from, and how often it was of use."""
    notes = [' '.join((note.text or '').split()) for note in children(unit, 'note')]
    used = unit.get('usagecount', '')
    return '; '.join([*filter(None, notes), *([f'used {used} times'] if used else [])])


def _char(code: Element, path: str) -> str | None:
    if local(code) == 'ph' and code.get('type') == 'x-char':
        return char_of(code.text or '', code, path)
    return '' if local(code) in _CODES else None


def write(units: Iterable[Unit], ways: Sequence[Direction]) -> Iterator[str]:
    """A file, a unit an element."""
    sources = {way.source for way in ways}
    source = sources.pop() if len(sources) == 1 else _ANY
    yield ('<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
           f'<header creationtool="qinggao" creationtoolversion={value(__version__)} segtype="sentence"'
           f' o-tmf="qinggao" adminlang="en" srclang={value(source)} datatype="plaintext"/>\n<body>\n')
    for unit in units:
        yield f'<tu srclang={value(unit.way.source)}>\n'
        yield from (f'<note>{words(f"{name}: {DOUBTS[name]}", _CHARACTER)}</note>\n' for name in unit.doubts)
        yield from (f'<prop type="x-{name}">{words(text, _CHARACTER)}</prop>\n'
                    for name, text in carried_by(unit).items())
        yield from (f'<tuv xml:lang={value(language)}><seg>{words(text, _CHARACTER)}</seg></tuv>\n'
                    for language, text in zip(unit.way, (unit.source, unit.target)))
        yield '</tu>\n'
    yield '</body>\n</tmx>\n'
