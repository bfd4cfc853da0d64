"""Pages in two languages: each layout is one module, and what is written can be read back.

A new one: a module here with NAME, one name in LAYOUTS, a test, a row in docs/formats.md. It has

    write(bitext, style) -> tuple[Page, ...]    the pages of a talk; each line says whose words it holds.
                                                Every word of both tracks stands in them, once and in order.
"""
from __future__ import annotations

from types import ModuleType

from . import columns, folded, pair
from .reading import read
from .style import Page, Style

__all__ = ['LAYOUTS', 'Page', 'Style', 'read']

LAYOUTS: dict[str, ModuleType] = {module.NAME: module for module in (folded, columns, pair)}
