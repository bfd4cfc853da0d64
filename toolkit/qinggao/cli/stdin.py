"""qinggao clean -: standard input to standard output, nothing else touched."""
from __future__ import annotations

import sys
from pathlib import Path

from ..errors import FileError, UsageError
from ..files import decoded
from ..formats import READERS
from ..jobs.clean import refined
from ..jobs.outcome import Task
from ..library import laid_out, page_text, parsed
from .report import diff


def clean_stdin(name: str, task: Task) -> int:
    """Clean what comes in; the one format asked for goes out."""
    if len(task.settings.to) != 1:
        raise UsageError('standard output takes one format', cure='for example --to md')
    form = READERS.get(Path(name).suffix.lower())
    if form is None:
        raise UsageError(f'--stdin-name {name!r} has no known ending', cure='known: ' + ', '.join(READERS))
    if sys.stdin is None:
        raise UsageError('standard input is closed', cure='pipe a text in: qinggao clean - < talk.txt')
    limit = task.settings.max_megabytes
    data = sys.stdin.buffer.read(limit * 1_000_000 + 1)
    if len(data) > limit * 1_000_000:
        raise FileError(f'more than {limit} MB', path=name, cure='split it, or set max_megabytes')
    text = decoded(data, task.settings.encoding, name)
    cleaned = refined(parsed(text, form, name), task, name)
    if task.writes:
        sys.stdout.write(page_text(laid_out(cleaned, task.settings.to[0], task.settings, name)))
    else:
        sys.stdout.writelines(diff(name, cleaned))
    return 0
