"""Rewrite samples/expected from samples/raw; read the difference in git before you commit it.

    python scripts/bless_samples.py
"""
from __future__ import annotations

import shutil
from pathlib import Path

from qinggao.cli import main

SAMPLES = Path(__file__).parents[1] / 'samples'


def bless() -> int:
    """Clean all samples at the default settings into all formats."""
    expected = SAMPLES / 'expected'
    shutil.rmtree(expected, ignore_errors=True)
    code = main(['clean', str(SAMPLES / 'raw'), '-o', str(expected), '--to', 'md,txt,srt,vtt', '-q'])
    shutil.rmtree(expected / '.qinggao')
    return code


if __name__ == '__main__':
    raise SystemExit(bless())
