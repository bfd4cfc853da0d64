"""The gate's calls of the library: check a file, mend a page."""
from __future__ import annotations

import os

from ..settings import Settings
from .check import Task, check_file, judged
from .finding import Located
from .mend import Mended, mended
from .settings import Checks, Gate

Names = list[str] | tuple[str, ...]


def check(path: str | os.PathLike[str], *, select: Names = (), ignore: Names = (), severity: str = 'warning',
          profile: str = '', rules: Names = ()) -> tuple[Located, ...]:
    """What is wrong with a page or a transcript, in the order of the file; the kind goes by the ending.

    ``select`` and ``ignore`` are codes or families (TX005, TX), ``severity`` is the least that counts (info, warning,
    error), ``profile`` a site profile, ``rules`` files of rules. Settings files are not looked for. Lines and columns
    of a finding's `place` count from 1, columns in code points; its ``mends`` are what would be written there.

    Raises `FileError` for a file that cannot be read, `UsageError` for an unknown code or value.
    """
    gate = _gate(select, ignore, severity, profile, rules)
    checked = judged(check_file(os.fspath(path), Task(gate)), Task(gate))
    if checked.error:
        raise checked.error
    return checked.found


def mend(page: str, name: str = 'page.md', *, unsure: bool = False, select: Names = (), ignore: Names = (),
         profile: str = '', rules: Names = ()) -> Mended:
    """A page with its mends: those that are certain, and the others too if ``unsure``. Nothing is written.

    ``name`` tells the kind of page by its ending, and a lint looks at it. The text must have plain line ends (``\\n``).
    ``words.text`` of the result is the mended page, ``words.changes`` say which lint changed what (`undo` takes them
    back), ``left`` are the findings that stay.

    >>> done = mend('河边有一片**湿地（wetland）**是鸟的家。\\n')
    >>> done.words.text, [change.rules for change in done.words.changes]
    ('河边有一片**湿地**（wetland）是鸟的家。\\n', [('MD001',)])
    """
    return mended(name, page, _gate(select, ignore, 'info', profile, rules), unsure=unsure)


def _gate(select: Names, ignore: Names, severity: str, profile: str, rules: Names) -> Gate:
    checks = Checks().with_values({'select': select, 'ignore': ignore, 'severity': severity, 'profile': profile})
    return Gate(checks, Settings.of(rules=tuple(rules)))
