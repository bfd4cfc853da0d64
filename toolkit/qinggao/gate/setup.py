"""What holds in a folder: the settings found by walking up, overruled by options, and the baseline beside them."""
from __future__ import annotations

import os
from typing import Any, NamedTuple

from ..errors import UsageError
from ..settings import Settings
from .settings import Checks, Gate, known_codes

NAME = 'qinggao-baseline.json'


class Setup(NamedTuple):
    """The gate of a run; ``origin`` names the settings file; ``baseline`` is a file that exists, or empty."""

    gate: Gate
    origin: str = ''
    baseline: str = ''
    baseline_to_write: str = NAME


def found_setup(folder: str, select: str | None = None, ignore: str | None = None,
                severity: str | None = None) -> Setup:
    """What holds in a folder. Raises `UsageError` for an unknown key or code, with the nearest right one."""
    path, table = _found(folder)
    settings, checks = Settings(), Checks()
    if path:
        from pathlib import Path

        from ..config import settings_of
        settings = settings_of(Path(path), table)
        given = table.get('check', {})
        if not isinstance(given, dict):
            raise UsageError('check must be a table', path=path, cure='write it as [tool.qinggao.check]')
        checks = checks.with_values(given, path)
        if checks.profile:
            checks = checks._replace(profile=os.path.join(os.path.dirname(path), checks.profile))
    if select is not None:
        checks = checks._replace(select=_codes(select))
        if not checks.select:
            raise UsageError('--select names no code', cure='leave it out for all lints')
    if ignore:
        checks = checks._replace(ignore=(*checks.ignore, *_codes(ignore)))
    if severity:
        checks = checks._replace(severity=severity)
    place = os.path.join(os.path.dirname(path), checks.baseline or NAME) if path else _without_settings(folder)
    return Setup(Gate(checks, settings, os.path.dirname(path) or folder), os.path.relpath(path) if path else '',
                 place if checks.baseline or os.path.exists(place) else '', place)


def _codes(given: str) -> tuple[str, ...]:
    """The codes of an option: `TX, BI001`."""
    return known_codes(tuple(filter(None, map(str.strip, given.split(',')))))


def _without_settings(folder: str) -> str:
    """The baseline of a repository without settings: the one that lies in a folder above, as far as its root; else
    here."""
    above = folder
    while not os.path.exists(os.path.join(above, NAME)):
        parent = os.path.dirname(above)
        if parent == above or os.path.exists(os.path.join(above, '.git')):
            return os.path.join(folder, NAME)
        above = parent
    return os.path.join(above, NAME)


def _found(folder: str) -> tuple[str, dict[str, Any]]:
    """The nearest settings file and its table. Nothing is imported to read it where there is none."""
    above = folder
    while True:
        if any(os.path.exists(os.path.join(above, name)) for name in ('qinggao.toml', 'pyproject.toml')):
            from pathlib import Path

            from ..config import find
            path, table = find(Path(above))
            return (str(path), table) if path else ('', {})
        parent = os.path.dirname(above)
        if parent == above:
            return '', {}
        above = parent
