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

TYPE_CHECKING = False   # what typing would say; importing typing takes longer than this module
if TYPE_CHECKING:
    from .asr.recogniser import Recogniser, transcribe
    from .asr.settings import Hearing
    from .bilingual.align import align
    from .bilingual.bitext import Bitext, Pair
    from .bilingual.library import publish, translate
    from .bilingual.reading import read_talk
    from .edits import Change, Edit, Revision, redo, undo
    from .errors import FileError, LicenceError, QinggaoError, UsageError
    from .gate.finding import Located, Place
    from .gate.library import check, mend
    from .gate.mend import Mended
    from .library import clean, read, write
    from .settings import Settings
    from .transcript import Cue, Origin, Pass, Transcript, Turn

__version__ = '0.1.0'

__all__ = [
    'Bitext', 'Change', 'Cue', 'Edit', 'FileError', 'Hearing', 'LicenceError', 'Located', 'Mended', 'Origin', 'Pair',
    'Pass', 'Place', 'QinggaoError', 'Recogniser', 'Revision', 'Settings', 'Transcript', 'Turn', 'UsageError',
    '__version__', 'align', 'check', 'clean', 'mend', 'publish', 'read', 'read_talk', 'redo', 'transcribe', 'translate',
    'undo', 'write',
]

_ROOMS = {
    'asr.recogniser': ('Recogniser', 'transcribe'),
    'asr.settings': ('Hearing',),
    'bilingual.align': ('align',),
    'bilingual.bitext': ('Bitext', 'Pair'),
    'bilingual.library': ('publish', 'translate'),
    'bilingual.reading': ('read_talk',),
    'edits': ('Change', 'Edit', 'Revision', 'redo', 'undo'),
    'errors': ('FileError', 'LicenceError', 'QinggaoError', 'UsageError'),
    'gate.finding': ('Located', 'Place'),
    'gate.library': ('check', 'mend'),
    'gate.mend': ('Mended',),
    'library': ('clean', 'read', 'write'),
    'settings': ('Settings',),
    'transcript': ('Cue', 'Origin', 'Pass', 'Transcript', 'Turn'),
}

if not TYPE_CHECKING:   # a type checker would take __getattr__ for a promise of every name
    def __getattr__(name: str) -> object:
        """A name of the front door, imported when it is first used: the command passes here too, and an interrupt
        before it has begun must find nothing at work."""
        from importlib import import_module
        room = next((room for room, names in _ROOMS.items() if name in names or name == room), None)
        if room is None:
            raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
        module = import_module(f'.{room}', __name__)
        found = module if name == room else getattr(module, name)
        globals()[name] = found
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
