"""The baseline: findings of an old repository that were accepted one day, so that only new ones fail.

A JSON file that belongs in the repository: path → code → fingerprints. A fingerprint is of the words on the lines of
a finding, so it stays when lines above it come and go, and is void when somebody edits the line.
"""
from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping

from ..errors import UsageError
from .finding import Located
from .globs import seen_from

VERSION = 1
Entries = dict[str, dict[str, list[str]]]


def read(path: str) -> Entries:
    """The entries of a baseline file; none where there is no such file. Raises `UsageError` where it is broken."""
    try:
        with open(path, encoding='utf-8') as file:
            data = json.load(file)
        if data['version'] != VERSION:
            raise UsageError(f'a baseline of version {data["version"]!r}', path=path, cure='qinggao baseline write')
        return {name: {code: [str(mark) for mark in marks] for code, marks in codes.items()}
                for name, codes in data['accepted'].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(f'the baseline is broken ({type(error).__name__})', path=path,
                         cure='write it again with qinggao baseline write') from None


def key(path: str, baseline: str) -> str:
    """A checked file as the baseline names it: by the way from the baseline's own folder."""
    return seen_from(os.path.dirname(os.path.abspath(baseline)), path)


def accepted(entries: Mapping[str, Mapping[str, list[str]]], name: str) -> Counter[str]:
    """How often each fingerprint is accepted in a file."""
    return Counter(mark for marks in entries.get(name, {}).values() for mark in marks)


def of(found: Iterable[Located], baseline: str) -> Entries:
    """The entries that accept all these findings."""
    entries: Entries = {}
    for one in found:
        entries.setdefault(key(one.path, baseline), {}).setdefault(one.code, []).append(one.fingerprint)
    return entries


def common(old: Entries, new: Entries) -> Entries:
    """The entries of both: what was accepted and is still there."""
    out: Entries = {}
    for name, codes in old.items():
        for code, marks in codes.items():
            both = list((Counter(marks) & Counter(new.get(name, {}).get(code, []))).elements())
            if both:
                out.setdefault(name, {})[code] = both
    return out


def count(entries: Entries) -> int:
    return sum(len(marks) for codes in entries.values() for marks in codes.values())


def dumped(entries: Entries) -> str:
    """The file's text: in a stable order, a line a code, so that its diffs can be read."""
    lines = []
    for name in sorted(entries):
        codes = ',\n'.join(f'   {json.dumps(code)}: {json.dumps(sorted(marks))}'
                           for code, marks in sorted(entries[name].items()))
        lines.append(f'  {json.dumps(name, ensure_ascii=False)}: {{\n{codes}\n  }}')
    return f'{{\n "version": {VERSION},\n "accepted": {{\n' + ',\n'.join(lines) + '\n }\n}\n'
