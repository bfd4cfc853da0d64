"""Settings from the nearest qinggao.toml or pyproject.toml ([tool.qinggao]), found by walking up."""
from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from .errors import UsageError
from .settings import Settings

NAMES = ('qinggao.toml', 'pyproject.toml')


def settings_for(folder: Path) -> Settings:
    """The settings that hold in a folder. Raises `UsageError` for an unknown key, with the nearest right one."""
    path, table = find(folder)
    return settings_of(path, table) if path else Settings()


def settings_of(path: Path, table: dict[str, Any]) -> Settings:
    """The settings of a file's table; those of the gate, in a table of their own, are read by the gate."""
    settings = Settings().with_values({key: value for key, value in table.items() if key != 'check'}, str(path))
    return settings._replace(rules=tuple(str(path.parent / rule) for rule in settings.rules))


def find(folder: Path) -> tuple[Path | None, dict[str, Any]]:
    """The nearest file that speaks of qinggao, and its table."""
    for parent in (folder.absolute(), *folder.absolute().parents):
        for name in NAMES:
            path = parent / name
            if path.is_file():
                table = _table(path, name)
                if table is not None:
                    return path, table
    return None, {}


def _table(path: Path, name: str) -> dict[str, Any] | None:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f'cannot be read: {(error.strerror or str(error)).lower()}', path=str(path),
                         cure='check its rights') from None
    if name == 'pyproject.toml' and b'qinggao' not in data:
        return None
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        tables = tomllib.loads(data.decode('utf-8'))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f'broken TOML: {error}', path=str(path), cure='correct it') from None
    if name == 'qinggao.toml':
        if 'tool' in tables:
            raise UsageError('[tool.qinggao] belongs in pyproject.toml', path=str(path),
                             cure='write its keys here without a table')
        return tables
    tool = tables.get('tool')
    if not isinstance(tool, dict) or 'qinggao' not in tool:
        return None
    if not isinstance(tool['qinggao'], dict):
        raise UsageError('tool.qinggao must be a table', path=str(path), cure='write it as [tool.qinggao]')
    return tool['qinggao']
