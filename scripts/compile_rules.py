"""Build hook: compile rules/ and the site profile into JSON inside the wheel, so that starting reads no YAML."""
from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRules(BuildHookInterface):  # type: ignore[misc]
    """Adds qinggao/rulebook/compiled.json and the profile's; a rule that is not fit to load fails the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == 'editable':
            return  # a checkout reads rules/ itself and remembers them by digest
        sys.path.insert(0, str(Path(self.root, 'toolkit')))
        from qinggao.rulebook import shipped
        from qinggao.site import profile
        folder = Path(tempfile.mkdtemp())
        for compile_to, inside in ((shipped.compile_to, 'qinggao/rulebook/compiled.json'),
                                   (profile.compile_to, 'qinggao/site/profiles/default.json')):
            compiled = folder / Path(inside).name
            compile_to(compiled)
            build_data['force_include'][str(compiled)] = inside
