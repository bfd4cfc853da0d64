"""What was read from files once and need not be read again: kept in the cache folder by what the files hold."""
from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

Read = TypeVar('Read')


def remembered(name: str, files: Sequence[Path], code: Iterable[Path], read: Callable[[], Read],
               dumped: Callable[[Read], str], loaded: Callable[[str], Read]) -> Read:
    """What ``read`` makes of files; from the cache if these very files have been read, and passed, before.

    ``code``: the modules that read them; another version of those reads them anew.
    """
    import hashlib
    try:
        state = '\n'.join(f'{file.resolve()} {hashlib.sha256(file.read_bytes()).hexdigest()}' for file in files)
    except OSError:
        return read()   # it says which file cannot be read
    version = ''.join(f'{path.name}{path.stat().st_mtime_ns}' for path in sorted(code))
    key = hashlib.sha256(f'{state}\n{version}'.encode()).hexdigest()[:24]
    cache = Path(os.environ.get('XDG_CACHE_HOME') or os.path.expanduser('~/.cache'), 'qinggao', f'{name}-{key}.json')
    try:
        return loaded(cache.read_text('utf-8'))
    except (OSError, ValueError, TypeError, LookupError, AttributeError):
        found = read()
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        part = cache.with_suffix(f'.{os.getpid()}')
        part.write_text(dumped(found), encoding='utf-8')
        os.replace(part, cache)
    except OSError:
        pass  # no cache here: the next start reads the files again
    return found
