"""JSON that knows its lines: the elements of one list in it, each with the line of its text.

The parser of the standard library tells no lines. It is asked for one value at a time of what stands outermost, so that
each value is still read at its speed.
"""
from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from ..errors import FileError
from ..patterns import lazy

_BLANK = lazy(r'[ \t\n\r]*')
_TEXT = lazy(r'"text"[ \t\n\r]*:[ \t\n\r]*')


class Source(NamedTuple):
    """``fields``: what stands outermost, without the list; ``elements``: those of the list, with their lines from 1."""

    fields: dict[str, Any]
    elements: list[tuple[Any, int]] | None


def load(text: str, lists: Collection[str], path: str = '') -> Source:
    """A JSON object that may have a list of one of these names, or a list alone. Raises `FileError` with its line for
    what is no JSON, is neither, says a key twice, is nested too deep or holds a number of thousands of digits.

    >>> load('{"language": "zh",\\n"segments": [\\n{"text": "好"}]}', ['segments'])
    Source(fields={'language': 'zh'}, elements=[({'text': '好'}, 3)])
    """
    from json import JSONDecodeError
    reader = _Reader(text)
    try:
        return reader.whole(lists)
    except JSONDecodeError as error:
        raise FileError(f'no JSON: {error.msg[:1].lower()}{error.msg[1:]}', path=path, line=error.lineno,
                        column=error.colno, cure='write it again, or leave it out') from None
    except RecursionError:
        what = 'nested too deep'
    except ValueError:
        what = 'a number of thousands of digits'
    raise FileError(what, path=path, line=reader.line, cure='leave it out')


class _Reader:
    def __init__(self, text: str) -> None:
        from json import JSONDecoder
        self._text, self._at = text, 0
        self._value = JSONDecoder().raw_decode
        self._counted = (0, 1)      # an offset, and its line

    @property
    def line(self) -> int:
        """The line where it reads."""
        return self._line(self._at)

    def whole(self, lists: Collection[str]) -> Source:
        fields: dict[str, Any] = {}
        elements = None
        self._skip()
        if self._text[self._at:self._at + 1] == '[':
            elements = self._elements()
        else:
            for key in self._keys():
                if key in fields or (key in lists and elements is not None):
                    raise self._error(f'Key {key[:40]!r} twice or beside another list')
                if key in lists and self._text[self._at:self._at + 1] == '[':
                    elements = self._elements()
                else:
                    fields[key] = self._next()
        self._skip()
        if self._at < len(self._text):
            raise self._error('Extra data')
        return Source(fields, elements)

    def _keys(self) -> Iterator[str]:
        """The keys of an object; its values are read by the caller."""
        self._take('{')
        while not self._ends('}'):
            if self._text[self._at:self._at + 1] != '"':
                raise self._error('Expecting a key in double quotes')
            key: str = self._next()
            self._take(':')
            yield key
            self._separate('}')

    def _elements(self) -> list[tuple[Any, int]]:
        found: list[tuple[Any, int]] = []
        self._take('[')
        while not self._ends(']'):
            start = self._at
            value = self._next()
            text = _TEXT.search(self._text, start, self._at)
            found.append((value, self._line(text.end() if text else start)))
            self._separate(']')
        return found

    def _next(self) -> Any:
        value, self._at = self._value(self._text, self._at)
        self._skip()
        return value

    def _skip(self) -> None:
        found = _BLANK.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _take(self, sign: str) -> None:
        if self._text[self._at:self._at + 1] != sign:
            raise self._error(f'Expecting {sign!r}')
        self._at += 1
        self._skip()

    def _ends(self, sign: str) -> bool:
        if self._text[self._at:self._at + 1] != sign:
            return False
        self._take(sign)
        return True

    def _separate(self, end: str) -> None:
        """A comma and something behind it, or the end, which is left standing."""
        if self._text[self._at:self._at + 1] != end:
            self._take(',')
            if self._text[self._at:self._at + 1] == end:
                raise self._error('Expecting a value behind the comma')

    def _line(self, at: int) -> int:
        before, line = self._counted
        if at > before:
            line += self._text.count('\n', before, at)
            self._counted = (at, line)
        return line

    def _error(self, what: str) -> Exception:
        from json import JSONDecodeError
        return JSONDecodeError(what, self._text, self._at)
