"""清稿 qinggao: fair copies of raw transcripts, every change explained, reversible and timed.

>>> import qinggao
>>> t = qinggao.clean('嗯這個軟件很好用')
>>> t.text, t.source
('这个软件很好用', '嗯這個軟件很好用')
>>> [(change.old, change.new, change.rules) for change in t.changes][:2]
[('嗯', '', ('fillers/en',)), ('這個軟', '这个软', ('script/t2s',))]
>>> qinggao.undo(t.text, t.changes) == t.source, qinggao.redo(t.source, t.changes) == t.text
(True, True)
"""
from __future__ import annotations

from .edits import Change, Edit, Revision, redo, undo
from .errors import FileError, LicenceError, QinggaoError, UsageError
from .library import clean, read, write
from .settings import Settings
from .transcript import Cue, Origin, Pass, Transcript, Turn

__version__ = '0.1.0'

__all__ = [
    'Change', 'Cue', 'Edit', 'FileError', 'LicenceError', 'Origin', 'Pass', 'QinggaoError', 'Revision', 'Settings',
    'Transcript', 'Turn', 'UsageError', '__version__', 'clean', 'read', 'redo', 'undo', 'write',
]
