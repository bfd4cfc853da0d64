"""Rewrite samples/expected (by rules alone) and samples/edited (by the trained editor too) from samples/raw, and
samples/mended from samples/notes; read the difference in git before you commit it.

    python scripts/bless_samples.py
"""
from __future__ import annotations

import shutil
from pathlib import Path

from qinggao.cli import main
from qinggao.gate.check import Task, check_file
from qinggao.gate.mend import mended
from qinggao.gate.reports import text
from qinggao.gate.settings import Checks, Gate

SAMPLES = Path(__file__).parents[1] / 'samples'


def bless() -> int:
    """Clean all samples into all formats by rules, into text at the default settings, and mend all notes."""
    code = 0
    for name, formats, editor in (('expected', 'md,txt,srt,vtt', 'off'), ('edited', 'txt', 'auto')):
        folder = SAMPLES / name
        shutil.rmtree(folder, ignore_errors=True)
        code |= main(['clean', str(SAMPLES / 'raw'), '-o', str(folder), '--to', formats, '--editor', editor, '-q'])
        shutil.rmtree(folder / '.qinggao')
    shutil.rmtree(SAMPLES / 'mended', ignore_errors=True)
    (SAMPLES / 'mended').mkdir()
    for name, content in of_notes().items():
        (SAMPLES / 'mended' / name).write_text(content, 'utf-8')
    return code


def of_notes() -> dict[str, str]:
    """For each note what is found in it (`name.findings`) and what `check --fix` makes of it (`name.md`)."""
    gate, out = Gate(Checks(severity='info')), dict[str, str]()
    for path in sorted((SAMPLES / 'notes').glob('*.md')):
        checked = check_file(str(path), Task(gate))
        found = [one._replace(path=path.name) for one in checked.found]
        out[f'{path.stem}.findings'] = ''.join(text.write([checked._replace(found=tuple(found))]))
        out[path.name] = mended(path.name, path.read_text('utf-8'), gate).words.text
    return out


if __name__ == '__main__':
    raise SystemExit(bless())
