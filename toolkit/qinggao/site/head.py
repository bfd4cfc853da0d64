"""Front matter as text: which fields stand where, so that a mend moves only the wrong bytes."""
from __future__ import annotations

from functools import cached_property

from ..errors import FileError, QinggaoError
from ..patterns import lazy
from .fields import Field, canonical

_OPEN = lazy(r'\ufeff?(-{3,})[ \t]*\n')
_RULE = lazy(r'[ \t]*\n\s*(?!-{3,}[ \t]*$|["\']?[\w.-]+["\']?[ \t]*:(?:\s|$)|\s)', 8)
_CLOSE = lazy(r'^-{3,}[ \t]*$\n?', 8)
_KEY = lazy(r'["\']?[\w.-]+["\']?[ \t]*:(?:\s|$)')
# Words behind a blank line or a comment that are no field and no item: the fence below them is a rule of the body.
_PROSE = lazy(r'^[ \t]*(?:\#[^\n]*)?\n(?:(?=\*\*|<)|(?![-?#\s"\']|[^\n]*:(?:\s|$)))(?!\Z)', 8)


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
            return canonical(self._text, self.start, self.end) or self._parsed(), None
        except QinggaoError as error:
            return (), error

    def _parsed(self) -> tuple[Field, ...]:
        from .yaml_fields import parsed  # one page in twenty-five needs it
        return parsed(self._text, self.start, self.end)

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
