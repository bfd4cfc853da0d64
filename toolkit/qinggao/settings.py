"""What can be chosen: one flat table, the same names on the command line, in files and in calls."""
from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Any, Literal, NamedTuple, get_args

from .errors import UsageError

LevelName = Literal['light', 'standard', 'strong']
Script = Literal['hans', 'hant', 'keep']
SubtitleMarks = Literal['drop', 'keep']
Headings = Literal['off', 'propose']
EditorUse = Literal['off', 'on', 'auto']


class Level(IntEnum):
    """How much goes: sounds; also tags and stallers that are clearly empty; also idle connectives."""

    light = 1
    standard = 2
    strong = 3


class Settings(NamedTuple):
    """How a transcript is cleaned and laid out.

    >>> Settings.of(level='light').level
    'light'
    >>> Settings.of(levle='light')
    Traceback (most recent call last):
    qinggao.errors.UsageError: unknown setting 'levle'; did you mean 'level'?
    """

    level: LevelName = 'standard'   # light, standard, strong
    script: Script = 'hans'         # hans, hant, keep
    unsure: bool = False            # apply edits that are otherwise only reported
    regional: bool = False          # 软体 → 软件 and other words of one region
    numbers: bool = False           # 二零二四年 → 2024年
    spaces: bool = True             # one space between Han and Latin letters or digits
    glossary: bool = False          # gloss the first mention of each term
    editor: EditorUse = 'auto'      # the trained editor: off, on, auto (where a text lacks marks)
    only: tuple[str, ...] = ()      # run these stages and no others
    skip: tuple[str, ...] = ()      # leave these stages out
    rules: tuple[str, ...] = ()     # rules files of the user; later ones win
    to: tuple[str, ...] = ('md',)   # formats to write
    encoding: str = ''              # of the input, where it is not UTF-8 or UTF-16 with a mark
    subtitle_marks: SubtitleMarks = 'drop'  # ，。 at the end of a Chinese subtitle line: drop, keep
    headings: Headings = 'off'      # on pages of Markdown, where the topic turns: off, propose
    max_megabytes: int = 64         # a larger file is an error

    @classmethod
    def of(cls, **values: object) -> Settings:
        """Checked settings; raises `UsageError` naming the nearest right key or value."""
        return cls().with_values(values)

    def with_values(self, values: Mapping[str, object], path: str = '') -> Settings:
        """These settings with some values replaced; ``path`` is the file they come from."""
        checked: dict[str, Any] = {key: _checked(key, value, path) for key, value in values.items()}
        return self._replace(**checked)


CHOICES: dict[str, tuple[Any, ...]] = {'level': get_args(LevelName), 'script': get_args(Script),
                                       'editor': get_args(EditorUse), 'subtitle_marks': get_args(SubtitleMarks),
                                       'headings': get_args(Headings)}


def _checked(key: str, value: object, path: str) -> object:
    if key not in Settings._fields:
        raise UsageError(f'unknown setting {key!r}', path=path, cure=nearest(key, Settings._fields))
    default = Settings._field_defaults[key]
    if isinstance(default, tuple):
        if isinstance(value, str) or not isinstance(value, (list, tuple)) or not all(isinstance(v, str) for v in value):
            raise UsageError(f'{key} must be a list of strings, not {value!r}', path=path)
        return tuple(value)
    if type(value) is not type(default):
        raise UsageError(f'{key} must be {_NAMES[type(default)]}, not {value!r}', path=path)
    if key == 'encoding' and value and not _is_of_text(str(value)):
        raise UsageError(f'{value!r} is no encoding of text', path=path, cure='for example gb18030 or big5')
    choices = CHOICES.get(key, ())
    if choices and value not in choices:
        raise UsageError(f'unknown {key} {value!r}', path=path, cure=nearest(str(value), choices))
    return value


def _is_of_text(encoding: str) -> bool:
    """Whether files are written in it: base64 and zip are codecs too, and so are the escapes of programs."""
    import codecs
    try:
        found = codecs.lookup(encoding)
    except (LookupError, ValueError):
        return False
    return found._is_text_encoding and found.name not in _OF_PROGRAMS


_OF_PROGRAMS = frozenset(['idna', 'punycode', 'undefined', 'unicode-escape', 'raw-unicode-escape'])
_NAMES = {bool: 'true or false', str: 'a string', int: 'a whole number'}


def nearest(word: str, known: tuple[str, ...]) -> str:
    """A cure for a misspelt word: the nearest right one, or all there are."""
    from difflib import get_close_matches
    found = get_close_matches(word, known, 1, 0.5)
    return f'did you mean {found[0]!r}?' if found else 'known: ' + ', '.join(known)
