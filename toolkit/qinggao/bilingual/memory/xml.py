"""XML that somebody else wrote, element by element: nothing is fetched, expanded or held in memory as a whole."""
from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import cast

from lxml import etree

from ...errors import FileError, reason_of
from ...patterns import lazy

LANG = '{http://www.w3.org/XML/1998/namespace}lang'
_MOST = 20_000      # elements in one unit: no sentence has as many
_FORBIDDEN = lazy('[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]')     # what XML 1.0 cannot hold
_MARKUP = lazy('[&<>]')
_SIGNS = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\t': '&#9;'}

Element = etree._Element
Codes = Callable[[Element], str | None]     # what stands for an inline element; None: what is in it


def elements(path: Path, units: Collection[str], opened: Collection[str] = ()) -> Iterator[Element]:
    """Elements of these local names in any namespace: ``units`` when they are whole, ``opened`` as they begin, with
    their attributes alone. Raises `FileError` with the line for what is no XML, declares entities, or is no file.
    """
    try:
        with open(path, 'rb') as file:
            yield from _elements(file, str(path), units, opened)
    except OSError as error:
        raise FileError(f'cannot be read: {reason_of(error)}', path=str(path),
                        cure='check its name and rights') from None
    except etree.XMLSyntaxError as error:
        raise FileError(f'no XML: {_said(error)}', path=str(path), line=error.lineno or 0,
                        cure='export it again, whole, from the tool that made it') from None


def _elements(file: object, path: str, units: Collection[str], opened: Collection[str]) -> Iterator[Element]:
    inside = 0      # elements that are open, from the unit on
    met = 0
    events = etree.iterparse(file, ('start', 'end'), resolve_entities=False, load_dtd=False, no_network=True,
                             attribute_defaults=False, dtd_validation=False, huge_tree=False, recover=False,
                             collect_ids=False, remove_comments=True, remove_pis=True)
    first = True
    for event, element in events:
        if event == 'start':
            name = local(element)
            if first:
                _refuse_entities(element, path)
                first = False
            if inside or name in units:
                inside += 1
                met += 1
                if met > _MOST:
                    raise FileError(f'more than {_MOST:,} elements in one <{name}>', path=path,
                                    line=line_of(element), cure='cut it into sentences')
            elif name in opened:
                yield element
        elif inside:
            inside -= 1
            if not inside:
                yield element
                met = 0
        if event == 'end' and not inside:
            _let_go(element)


def _let_go(element: Element) -> None:
    """Forget an element and all before it: a file of any length takes the room of one unit."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _refuse_entities(root: Element, path: str) -> None:
    """A DOCTYPE that only names a DTD is let be, and the DTD is not read."""
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(dtd.entities()):     # type: ignore[attr-defined]  # the stubs lack it
        raise FileError('it declares entities', path=path, line=2,
                        cure='write out what they stand for, and leave out their declarations')


def local(element: Element) -> str:
    """The name of an element without its namespace; '' for what is none."""
    tag = element.tag
    return tag.rpartition('}')[2] if isinstance(tag, str) else ''


def line_of(element: Element) -> int:
    return cast('int | None', element.sourceline) or 0


def child(element: Element, name: str) -> Element | None:
    """The first child of that local name."""
    return next((one for one in element if local(one) == name), None)


def children(element: Element, name: str) -> Iterator[Element]:
    return (one for one in element if local(one) == name)


def plain(element: Element | None, codes: Codes, path: str) -> str:
    """The words in an element, its inline elements flattened: what ``codes`` says for each."""
    if element is None:
        return ''
    parts = [element.text or '']
    for inner in element:
        if inner.tag is etree.Entity:
            raise FileError(f'an entity that nothing declares: {inner.text}', path=path, line=line_of(inner),
                            cure='write out what it stands for')
        said = codes(inner)
        parts.append(plain(inner, codes, path) if said is None else said)
        parts.append(inner.tail or '')
    return ''.join(parts)


def words(text: str, code: str) -> str:
    """A text as the content of an element. What XML cannot hold becomes an inline element: ``code`` with its number."""
    text = _MARKUP.sub(lambda found: _SIGNS[found[0]], text)
    return _FORBIDDEN.sub(lambda found: code.format(f'{ord(found[0]):04X}'), text)


def value(text: str) -> str:
    """A text as the value of an attribute, with its quotes."""
    return '"' + ''.join(_SIGNS.get(char, char) for char in text) + '"'


def char_of(number: str, element: Element, path: str) -> str:
    """The character that an inline element stands for, by its number in hexadecimal."""
    try:
        char = chr(int(number.strip(), 16))
        char.encode()
    except (ValueError, OverflowError):
        raise FileError(f'{number!r} is the number of no character', path=path, line=line_of(element),
                        cure='take the element out') from None
    return char


def _said(error: etree.XMLSyntaxError) -> str:
    return (error.msg or 'broken').partition(', line ')[0].strip()
