"""Write docs/lints.md from the lints themselves: their docstrings, severities and examples.

    python scripts/make_lint_docs.py
"""
from __future__ import annotations

from pathlib import Path

from qinggao.gate.explain import documented

OUT = Path(__file__).parents[1] / 'docs/lints.md'


def main() -> None:
    """Write the page; what changed shows in git."""
    OUT.write_text(documented(), encoding='utf-8')


if __name__ == '__main__':
    main()
