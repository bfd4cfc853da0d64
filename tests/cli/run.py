"""Call the command line as a shell would, in this process."""
from __future__ import annotations

from pathlib import Path

import pytest
from qinggao.cli import main

SAMPLES = Path(__file__).parents[2] / 'samples'


class Shell:
    """Runs commands in a folder and keeps what they said."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self._capsys, self.folder = capsys, folder
        self.out = self.err = ''

    def __call__(self, *argv: str | Path) -> int:
        """The exit code; what was said is in `out` and `err`."""
        self._capsys.readouterr()
        try:
            code = main([str(arg) for arg in argv])
        except SystemExit as stop:
            code = int(stop.code or 0)
        self.out, self.err = self._capsys.readouterr()
        return code

    def put(self, name: str, text: str | bytes = '大家好\n今天讲这個问题\n') -> Path:
        """A file in the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def tree(self, name: str) -> list[str]:
        """The files below a folder, without the ledger's."""
        root = self.folder / name
        return sorted(path.relative_to(root).as_posix() for path in root.rglob('*')
                      if path.is_file() and '.qinggao' not in path.parts)
