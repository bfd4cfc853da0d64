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
    if select:
        checks = checks._replace(select=known_codes(tuple(select.split(','))))
    if ignore:
        checks = checks._replace(ignore=(*checks.ignore, *known_codes(tuple(ignore.split(',')))))
    if severity:
        checks = checks._replace(severity=severity)
    place = _baseline(path, checks)
    return Setup(Gate(checks, settings), os.path.relpath(path) if path else '',
                 place if checks.baseline or os.path.exists(place) else '', place)


def _baseline(path: str, checks: Checks) -> str:
    """Where the baseline lies or would lie: as the settings say, else beside them, else here."""
    return os.path.join(os.path.dirname(path), checks.baseline or NAME) if path else NAME


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
