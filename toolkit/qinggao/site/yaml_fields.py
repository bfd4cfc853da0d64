"""The fields of any front matter that is plain YAML, from the events of its parser."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..errors import FileError
from ..patterns import lazy
from .fields import Field, Scalar

DEEP = 20       # levels
# What YAML does not let stand in a text at all; half a surrogate pair is a byte that was no UTF-8.
_CONTROL = lazy('[^\\t\\n\\r -~\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]')


def parsed(text: str, start: int, end: int) -> tuple[Field, ...]:
    """The fields between two offsets; raises `QinggaoError` with line and column for what is no plain mapping."""
    import yaml
    head = text[start:end]
    try:
        events = list(_shallow(yaml.parse(head, Loader=getattr(yaml, 'CSafeLoader', yaml.SafeLoader))))
    except yaml.MarkedYAMLError as error:
        at = start + min(error.problem_mark.index, len(head)) if error.problem_mark else start
        raise _error(text, at, f'front matter is broken YAML: {error.problem}',
                     'quote the value, or mend its indent') from None
    except (yaml.reader.ReaderError, UnicodeEncodeError):
        odd = _CONTROL.search(text, start, end)
        raise _error(text, odd.start() if odd else start, 'a control character in front matter', 'remove it') from None
    return tuple(_Events(text, start, end, events).fields())


def _shallow(events: Iterable[Any]) -> Iterator[Any]:
    """The events as far as anything nests deeper than is allowed: the parser's time grows with the square of that."""
    depth = 0
    for event in events:
        yield event
        name = type(event).__name__
        depth += name.endswith('StartEvent') - name.endswith('EndEvent')
        if depth > DEEP + 10:
            return


def _error(text: str, at: int, what: str, cure: str) -> FileError:
    """Lines are counted as everybody counts them: YAML has more line breaks than `\\n`."""
    return FileError(what, line=text.count('\n', 0, at) + 1, column=at - text.rfind('\n', 0, at), cure=cure)


class _Events:
    """The events of one YAML document, turned into fields with their places in the page."""

    def __init__(self, text: str, start: int, end: int, events: list[Any]) -> None:
        self._text, self._start, self._end = text, start, end
        self._events = iter(events)

    def fields(self) -> Iterator[Field]:
        first = self._document()
        if first is None:
            return
        if type(first).__name__ != 'MappingStartEvent' or first.flow_style:
            raise self._error(first, 'front matter is no list of `key: value`', 'write one field a line')
        self._check(first)
        while type(event := next(self._events)).__name__ != 'MappingEndEvent':
            yield self._field(event)
        second = self._document()
        if second is not None:
            raise self._error(second, 'a second YAML document in front matter', 'a page has one')

    def _document(self) -> Any | None:
        """The first event of the next document."""
        for event in self._events:
            if type(event).__name__ == 'DocumentStartEvent':
                return next(self._events)
        return None

    def _field(self, event: Any) -> Field:
        key = self._scalar(event)
        shape, values, last = self._value(next(self._events), 0)
        start = max(self._text.rfind('\n', 0, key.start) + 1, self._start)
        # An empty value has no place of its own: its field ends with the line of its key.
        line_end = self._text.find('\n', max(key.end, last - 1), self._end)
        return Field(key, start, line_end + 1 if line_end >= 0 else self._end, shape, values)

    def _value(self, event: Any, depth: int) -> tuple[str, tuple[Scalar, ...], int]:
        """Shape, scalars and end of a value."""
        if type(event).__name__ == 'ScalarEvent':
            scalar = self._scalar(event)
            return 'scalar', (scalar,), scalar.end
        self._check(event)
        if depth > DEEP:
            raise self._error(event, f'nested deeper than {DEEP}', 'flatten it')
        shape = 'map' if type(event).__name__ == 'MappingStartEvent' else 'flow' if event.flow_style else 'block'
        values, last = list[Scalar](), self._start + event.end_mark.index
        for item in self._events:
            if type(item).__name__ in ('SequenceEndEvent', 'MappingEndEvent'):
                last = max(last, self._start + item.end_mark.index) if event.flow_style else last
                break
            inner, scalars, last = self._value(item, depth + 1)
            values += scalars
            shape = shape if inner == 'scalar' else 'map'
        return shape, tuple(values), last

    def _scalar(self, event: Any) -> Scalar:
        self._check(event)
        if type(event).__name__ != 'ScalarEvent':
            raise self._error(event, 'a key must be a string', 'write it as one word')
        start, end = event.start_mark.index, event.end_mark.index
        return Scalar(self._start + start, self._start + end, event.value, event.style or '')

    def _check(self, event: Any) -> None:
        if type(event).__name__ == 'AliasEvent' or event.anchor or getattr(event, 'tag', None):
            raise self._error(event, 'anchors, aliases and tags are not allowed', 'write the value out')

    def _error(self, event: Any, what: str, cure: str) -> FileError:
        return _error(self._text, self._start + event.start_mark.index, what, cure)
