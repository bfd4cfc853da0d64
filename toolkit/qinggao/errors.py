"""Errors are for people: which file, which line, what is wrong, what to do."""
from __future__ import annotations


class QinggaoError(Exception):
    """What went wrong, where, and the cure. ``str()`` is one line: ``file:line:column: what; cure``.

    >>> print(QinggaoError('not UTF-8', path='a.txt', line=3, cure='try --encoding gb18030'))
    a.txt:3: not UTF-8; try --encoding gb18030
    """

    def __init__(self, what: str, *, path: str = '', line: int = 0, column: int = 0, cure: str = '') -> None:
        super().__init__(what, path, line, column, cure)
        self.what, self.path, self.line, self.column, self.cure = what, path, line, column, cure

    def __str__(self) -> str:
        place = ':'.join(str(part) for part in (self.path, self.line, self.column) if part)
        said = (f'{place}: ' if place else '') + self.what + (f'; {self.cure}' if self.cure else '')
        return printable(said)

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (type(self), self.args)

    def at(self, path: str) -> QinggaoError:
        """The same error, of this file."""
        what, _, line, column, cure = self.args
        return type(self)(what, path=path, line=line, column=column, cure=cure)


class UsageError(QinggaoError):
    """A wrong option, key or rule: nothing was done (exit code 2)."""


class FileError(QinggaoError):
    """One file could not be done; others go on (exit code 3)."""


class LicenceError(QinggaoError):
    """A stage asked for what its licence forbids: a defect of the stage, never of the input."""


def printable(text: str) -> str:
    """A text as one line of what can be printed, whatever a file's name or words hold."""
    if text.isprintable():
        return text
    return ''.join(char if char.isprintable() else repr(char)[1:-1] for char in text)


def reason_of(error: OSError) -> str:
    """What the system says of a file, as a part of our own sentence: `permission denied`."""
    return (error.strerror or str(error)).lower()


def _again(kind: type[QinggaoError], args: tuple[str, str, int, int, str]) -> QinggaoError:
    what, path, line, column, cure = args
    return kind(what, path=path, line=line, column=column, cure=cure)
