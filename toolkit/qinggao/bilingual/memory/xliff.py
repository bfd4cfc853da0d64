"""xliff: XLIFF 2.1, for the tools in which people correct what a machine translated; 1.2 is read too."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from ...errors import FileError
from ..translate.translator import DOUBTS, Direction
from . import xliff12
from .incoming import CARRIED, Said, carried_by, language_of_tag, said_of
from .unit import Unit, key, mark
from .xml import Element, char_of, child, children, elements, line_of, local, plain, value, words

_CHARACTER = '<cp hex="{}"/>'
_CODES = frozenset(('ph', 'sc', 'ec', 'sm', 'em'))
_STATES = ('initial', 'translated', 'reviewed', 'final')


class _Place(NamedTuple):
    """Where in a file we are: the languages that it names, as it writes them, and what the words come from."""

    source: str = ''
    target: str = ''
    original: str = ''


def read(path: Path, left_out: Counter[str], way: Direction | None = None) -> Iterator[Said]:
    """The segments that have a translation. Raises `FileError`."""
    root = place = _Place()
    version = ''
    for element in elements(path, ('unit', 'trans-unit'), ('xliff', 'file')):
        name = local(element)
        if name == 'xliff':
            version = element.get('version') or '2.1'
            root = place = _Place(element.get('srcLang', ''), element.get('trgLang', ''))
        elif name == 'file':
            place = _Place(element.get('source-language') or root.source, element.get('target-language') or root.target,
                           element.get('original', ''))
        elif version:
            yield from _units(element, place, path, left_out)
    if not version:
        raise FileError('XML, but no XLIFF: no <xliff>', path=str(path), cure='export it as XLIFF 2.1 or 1.2')


def _units(unit: Element, place: _Place, path: Path, left_out: Counter[str]) -> Iterator[Said]:
    for tag, attribute in ((place.source, 'srcLang'), (place.target, 'trgLang')):
        if not tag:
            raise FileError(f'it names no language: no {attribute}', path=str(path), line=line_of(unit),
                            cure='export it with both languages')
        if not language_of_tag(tag):
            left_out[f'in {tag}'] += 1
            return
    way = Direction(language_of_tag(place.source), language_of_tag(place.target))
    if way.source == way.target:
        left_out['into the same language'] += 1
    elif unit.get('translate') == 'no':
        left_out['not to be translated'] += 1
    elif local(unit) == 'trans-unit':
        for source, target, state in xliff12.segments(unit, str(path)):
            yield Said(Unit(way, source, target, path.name, context=place.original), '', state)
    else:
        yield from _segments(unit, Unit(way, '', '', path.name, context=place.original), str(path))


def _segments(unit: Element, bare: Unit, path: str) -> Iterator[Said]:
    """What is in a <unit>: as a whole where it was only cut since we wrote it, each of its segments otherwise."""
    def words_of(part: Element, name: str) -> str:
        return plain(child(part, name), lambda code: _char(code, path), path)

    carried = {**_carried(unit), 'confirmed': ''}
    segments = list(children(unit, 'segment'))
    parts = [part for part in unit if local(part) in ('segment', 'ignorable')]
    whole = bare._replace(source=''.join(words_of(part, 'source') for part in parts),
                          target=''.join(words_of(part, 'target') for part in parts))
    if len(segments) > 1 and carried.get('mark') == mark(whole):
        yield said_of(whole, carried, min((_state(segment) for segment in segments), key=_STATES.index))
        return
    for segment in segments:
        said = bare._replace(source=words_of(segment, 'source'), target=words_of(segment, 'target'))
        yield said_of(said, carried, _state(segment))


def _state(segment: Element) -> str:
    state = segment.get('state', '')
    return state if state in _STATES else 'initial'


def _carried(unit: Element) -> dict[str, str]:
    return {one.get('type', ''): one.text or '' for metadata in children(unit, 'metadata')
            for group in children(metadata, 'metaGroup') if group.get('category') == 'qinggao'
            for one in children(group, 'meta') if one.get('type') in CARRIED}


def _char(code: Element, path: str) -> str | None:
    if local(code) == 'cp':
        return char_of(code.get('hex', ''), code, path)
    return '' if local(code) in _CODES else None


def write(units: Iterable[Unit], ways: Sequence[Direction]) -> Iterator[str]:
    """A file of one direction: a <file> for each talk, a unit a sentence, each with what a person should look at."""
    source, target = ways[0]
    yield ('<?xml version="1.0" encoding="UTF-8"?>\n'
           '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"'
           f' version="2.1" srcLang={value(source)} trgLang={value(target)}>\n')
    number = 0
    for number, (original, some) in enumerate(groupby(units, _talk), 1):
        yield f'<file id="f{number}" original={value(original or "memory")} xml:space="preserve">\n'
        for unit in some:
            yield from _written(unit)
        yield '</file>\n'
    if not number:
        yield '<file id="f1"><unit id="u0"><segment><source/></segment></unit></file>\n'   # the schema wants one
    yield '</xliff>\n'


def _written(unit: Unit) -> Iterator[str]:
    yield f'<unit id="u{sha256(f"{key(unit.source)}/{unit.origin}".encode()).hexdigest()[:16]}">\n'
    yield '<mda:metadata><mda:metaGroup category="qinggao">\n'
    yield from (f'<mda:meta type="{name}">{words(text, _CHARACTER)}</mda:meta>\n'
                for name, text in carried_by(unit).items())
    yield '</mda:metaGroup></mda:metadata>\n'
    if unit.doubts:
        notes = ''.join(f'<note category="doubt" appliesTo="target">{words(f"{name}: {DOUBTS[name]}", "")}</note>'
                        for name in unit.doubts)
        yield f'<notes>{notes}</notes>\n'
    state = 'final' if unit.confirmed else 'initial' if unit.doubts else 'translated'
    yield (f'<segment state="{state}">\n<source>{words(unit.source, _CHARACTER)}</source>\n'
           f'<target>{words(unit.target, _CHARACTER)}</target>\n</segment>\n</unit>\n')


def _talk(unit: Unit) -> str:
    return unit.context.partition('#')[0]
