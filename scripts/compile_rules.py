"""Build hook: compile rules/ into one JSON file inside the wheel, so that starting loads one file."""
from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRules(BuildHookInterface):  # type: ignore[misc]
    """Adds qinggao/rulebook/compiled.json; a rule that is not fit to load fails the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == 'editable':
            return  # a checkout reads rules/ itself and remembers them by digest
        sys.path.insert(0, str(Path(self.root, 'toolkit')))
        from qinggao.rulebook.shipped import compile_to
        compiled = Path(tempfile.mkdtemp(), 'compiled.json')
        compile_to(compiled)
        build_data['force_include'][str(compiled)] = 'qinggao/rulebook/compiled.json'
