"""What was translated before, kept in one file: asked before a machine is, and exchanged with the tools of translators.

`through(memory, translator)` puts it before a translator; `bring_in` and `hand_out` read and write TMX, XLIFF and CSV.
"""
from __future__ import annotations

from .exchange import bring_in, hand_out
from .recall import Recalled, through
from .store import Memory
from .unit import Unit

__all__ = ['Memory', 'Recalled', 'Unit', 'bring_in', 'hand_out', 'through']
