"""Front matter as text: which fields stand where, so that a mend moves only the wrong bytes."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from ..errors import FileError, QinggaoError
from ..patterns import lazy

DEEP = 20       # levels
_OPEN = lazy(r'\ufeff?(-{3,})[ \t]*\n')
_RULE = lazy(r'[ \t]*\n\s*(?!-{3,}[ \t]*$|["\']?[\w.-]+["\']?[ \t]*:(?:\s|$)|\s)', 8)
_CLOSE = lazy(r'^-{3,}[ \t]*$\n?', 8)
_KEY = lazy(r'["\']?[\w.-]+["\']?[ \t]*:(?:\s|$)')
# Words behind a blank line or a comment that are no field and no item: the fence below them is a rule of the body.
_PROSE = lazy(r'^[ \t]*(?:\#[^\n]*)?\n(?:(?=\*\*|<)|(?![-?#\s"\']|[^\n]*:(?:\s|$)))(?!\Z)', 8)
# What YAML does not let stand in a text at all; half a surrogate pair is a byte that was no UTF-8.
_CONTROL = lazy('[^\\t\\n\\r -~\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]')


class Scalar(NamedTuple):
    """A YAML string as it stands at ``text[start:end]``, its quotes included; ``value`` is what it says.

    ``style`` is the quote that it has: ``'``, ``"``, ``|``, ``>`` or nothing.
    """

    start: int
    end: int
    value: str
    style: str

    @property
    def is_null(self) -> bool:
        """Whether it is no string at all but nothing: `key:` or `key: null`."""
        return not self.style and self.value in ('', '~', 'null', 'Null', 'NULL')


class Field(NamedTuple):
    """One ``key: value``. ``text[start:end]`` are its whole lines, the last line break included.

    ``shape`` is scalar, block (a list, an item a line), flow (a list in brackets) or map; ``values`` are its
    scalars: one, or the items of a list that holds nothing deeper.
    """

    key: Scalar
    start: int
    end: int
    shape: str
    values: tuple[Scalar, ...]

    @property
    def name(self) -> str:
        return self.key.value

    @property
    def text(self) -> str:
        """What a scalar says; empty for a list and for null."""
        return '' if self.shape != 'scalar' or self.values[0].is_null else self.values[0].value

    @property
    def is_list(self) -> bool:
        return self.shape in ('block', 'flow')

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing: no text, no item, null."""
        return not self.text if self.shape == 'scalar' else not self.values


class Head:
    """The front matter of a page: ``text[start:end]`` between the fences, the body from ``stop`` on.

    ``error`` is set where it is not closed or no plain YAML; ``fields`` is empty then.
    """

    def __init__(self, text: str, fence: str, start: int, end: int, stop: int, error: QinggaoError | None) -> None:
        self._text = text
        self.fence, self.start, self.end, self.stop = fence, start, end, stop
        self._broken = error

    @classmethod
    def of(cls, text: str) -> Head | None:
        """The front matter that a page begins with; None where it begins otherwise, a rule of its own included."""
        found = _OPEN.match(text)
        if not found or _RULE.match(text, found.end()):
            return None
        start = found.end()
        close = _CLOSE.search(text, start)
        # `----` is a rule before it is a fence, and what stands above a `---` is a heading.
        if (not close or len(found[1]) > 3) and not _KEY.match(text, start):
            return None
        blank = text.find('\n\n', start, close.start() if close else len(text))
        if close and (blank < 0 or not _PROSE.search(text, blank, close.start())):
            return cls(text, found[1], start, close.start(), close.end(), None)
        stop = blank + 1 if blank >= 0 else len(text)
        return cls(text, found[1], start, stop, stop,
                   FileError('front matter is not closed', line=1, cure='end it with a line ---'))

    @cached_property
    def _read(self) -> tuple[tuple[Field, ...], QinggaoError | None]:
        if self._broken:
            return (), self._broken
        try:
            return canonical(self._text, self.start, self.end) or parsed(self._text, self.start, self.end), None
        except QinggaoError as error:
            return (), error

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields as they stand, a key said twice included."""
        return self._read[0]

    @property
    def error(self) -> QinggaoError | None:
        """Why it does not parse; its line counts from the top of the page."""
        return self._read[1]

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """Field by key; of a key said twice the first."""
        return {field.name: field for field in reversed(self.fields)}

    def says(self, name: str) -> str:
        """What a scalar field says; empty where there is none."""
        return self.by_name[name].text if name in self.by_name else ''


# What the quick reader takes for granted: no control character, no line break of YAML's own, no byte order mark.
_ODD = r'\t\r\n\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff'
# A colon with a word behind it and a # with one before it are words too.
_WORDS = rf'[^\s{_ODD}?:,\[\]{{}}#&*!|>\'"%@`-](?:[^:#{_ODD}]|:(?=\S)|(?<=\S)#)*'
_VALUE = rf"""{_WORDS}|'[^'{_ODD}]*'|"[^"\\{_ODD}]*\""""
_LINE = lazy(rf'(?:([A-Za-z][\w-]{{0,63}}):(?: +({_VALUE}|\[\]))?|( *)- +({_VALUE})|#[^{_ODD}]*)? *\n')


def canonical(text: str, start: int, end: int) -> tuple[Field, ...]:
    """The fields of front matter as nearly every page writes it, a line a key or an item; none for any other.

    It reads what `parsed` would read, in half the time and without loading a YAML parser.
    """
    fields: list[Field] = []
    key: Scalar | None = None       # of a list whose items are being read
    items: list[Scalar] = []
    first = last = 0                # where that list begins, and where its last line ends
    indent: str | None = None
    at, line = start, _LINE.match
    try:
        text[start:end].encode('utf-8')     # half a surrogate pair is no YAML; a class of them takes 2 ms to compile
    except UnicodeEncodeError:
        return ()
    while at < end:
        found = line(text, at)
        if not found:
            return ()
        name, value, margin, item = found.groups()
        if name:
            if key:
                if not items:
                    return ()       # null has no place of its own
                fields.append(Field(key, first, last, 'block', tuple(items)))
                key, items, indent = None, [], None
            word = Scalar(at, at + len(name), name, '')
            if value is None:
                key, first = word, at
            elif value == '[]':
                fields.append(Field(word, at, found.end(), 'flow', ()))
            else:
                fields.append(Field(word, at, found.end(), 'scalar', (_plain(value, found.start(2)),)))
        elif item:
            if not key or margin != (indent if items else margin):
                return ()
            indent, last = margin, found.end()
            items.append(_plain(item, found.start(4)))
        at = found.end()
    if key:
        if not items:
            return ()
        fields.append(Field(key, first, last, 'block', tuple(items)))
    return tuple(fields)


def _plain(raw: str, at: int) -> Scalar:
    """A scalar that holds no escape."""
    if raw[0] in '\'"':
        return Scalar(at, at + len(raw), raw[1:-1], raw[0])
    raw = raw.rstrip(' ')
    return Scalar(at, at + len(raw), raw, '')


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
