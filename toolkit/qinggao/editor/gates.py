"""How sure the editor has to be, and whose habits it follows; docs/editor.md has what these numbers come from."""
from __future__ import annotations

import numpy as np

# A thorough editor's cuts, sentences and paragraphs of middling length.
STYLE = np.array((4, 2, 3), np.int64)

# Behind a unit the likeliest mark stands, its logarithm weighed with these; the first is for none.
LEANINGS = {'': 0., '，': 0., '、': 0., '。': 0., '？': 0., '！': 0., '：': 0.}

# What goes: by kind, the least probability at each level; and from where it is advised.
GATES = {'filler': .5, 'repeat': .5, 'restart': .6}
LEAST = .2          # of a single unit: a run is made of units that are idle so likely
STRONG = .75        # of the gate at the level strong
ADVISED = .6        # of the gate: less sure than this is not spoken of
