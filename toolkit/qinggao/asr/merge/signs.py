"""What edits of a merge are signed with, and why: `heard/surer`."""
from __future__ import annotations

NAME = 'heard'
RULES = {
    'surer': 'the recogniser was sure of what it heard here',
    'rule': 'a rule knows the old reading as a mishearing of what was heard',
    'name': 'what was heard is a name or a term, the old reading is none',
    'missing': 'heard clearly, and missing in the old text',
    'silence': 'nobody spoke here',
    'credit': 'a loop or a stock credit that was not heard',
}
