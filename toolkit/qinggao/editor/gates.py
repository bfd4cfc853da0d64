"""How sure the editor has to be, and whose habits it follows; docs/editor.md has what these numbers come from."""
from __future__ import annotations

import numpy as np

# Of what the model learned of editors: cuts nearly all that is idle (4 of 4), sentences and paragraphs rather short.
STYLE = np.array((4, 2, 2), np.int64)

# Behind a unit the likeliest mark stands, its logarithm weighed with these; the first is for none. On held-out pairs a
# colon was right in 60 of 100 so (45 unweighed), and no exclamation mark ever was.
LEANINGS = {'': -.3, '，': 0., '、': 0., '。': -.2, '？': -.5, '！': -3., '：': -1.}

# What goes: by kind, how likely a run has to be idle, on average.
GATES = {'filler': .25, 'repeat': .6, 'restart': .25}
SINGLE = .6         # the gate of one unit that is no sound: 的, 是, 了 are idle in few places
LINK = .9           # the gate of 然后, 那么 … where they stand alone, but at the level strong
LOOSE = .8          # of several characters that are no filler, unless what follows begins as they do and no clause ends
                    # between: 他是医 before 他是医生 was broken off, 他是医生 before 他是老师 was meant
GOES_ON = .5        # no clause ends where "no mark" is at least so likely
JOINED = .8         # between Han that a space parts no mark, and no space, where that is at least so likely
LEAST = .2          # of a single unit: a run is made of units that are idle so likely
STRONG = .75        # of the gate at the level strong
ADVISED = .6        # of the gate: less sure than this is not spoken of
