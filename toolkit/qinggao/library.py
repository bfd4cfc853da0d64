"""The calls of the library: read, clean, write."""
from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import NoReturn

from .errors import FileError
from .files import read_text, write_text
from .formats import FORMATS, READERS
from .formats.page import Line
from .passes import without
from .pipeline import run
from .rulebook.shipped import with_files
from .settings import EditorUse, Headings, LevelName, Script, Settings, SubtitleMarks
from .site.front_matter import sidecar
from .transcript import Transcript

# `**unknown: NoReturn` below: no type checker lets anything through there, and at run time `Settings` names the nearest
# right keyword, which a plain TypeError would not.
Names = list[str] | tuple[str, ...]   # no Sequence[str]: a single string is one, and never what is meant


def clean(words: str | Transcript, *, level: LevelName = 'standard', script: Script = 'hans', unsure: bool = False,
          regional: bool = False, numbers: bool = False, spaces: bool = True, glossary: bool = False,
          editor: EditorUse = 'auto', only: Names = (), skip: Names = (), rules: Names = (), to: Names = ('md',),
          encoding: str = '', subtitle_marks: SubtitleMarks = 'drop', headings: Headings = 'off',
          max_megabytes: int = 64, **unknown: NoReturn) -> Transcript:
    """A transcript cleaned by the stages that the settings choose; what comes in is never altered.

    A string is taken as bare words: nothing in it is a label or a time (`read` understands those). Offsets of
    the changes count code points, cues count milliseconds. The keywords are the fields of `Settings`, and so are
    their defaults: ``only`` and ``skip`` name stages, ``rules`` files; ``to``, ``encoding`` and ``max_megabytes``
    (millions of bytes) matter to the command alone and are taken so that one table of settings serves both.

    Raises `UsageError` for an unknown keyword, value or stage, with the nearest right one, and for an unfit rules
    file, with its line. Of a cleaned transcript nothing more is asked: ``clean(t)`` of it has the same changes.

    >>> t = clean('嗯我們看著這部著名的電影', script='hans', skip=['spacing'])
    >>> t.text, t.changes[0]
    ('我们看着这部著名的电影', Change(start=0, old='嗯', new='', rules=('fillers/en',)))
    >>> clean('嗯好', levle='light')  # a type checker refuses it too
    Traceback (most recent call last):
    qinggao.errors.UsageError: unknown setting 'levle'; did you mean 'level'?
    """
    chosen = Settings.of(level=level, script=script, unsure=unsure, regional=regional, numbers=numbers, spaces=spaces,
                         glossary=glossary, editor=editor, only=only, skip=skip, rules=rules, to=to, encoding=encoding,
                         subtitle_marks=subtitle_marks, headings=headings, max_megabytes=max_megabytes, **unknown)
    transcript = words if isinstance(words, Transcript) else Transcript.plain(words)
    return run(transcript, chosen, with_files(chosen.rules))


def read(path: str | PathLike[str], encoding: str = '', max_megabytes: int = 64) -> Transcript:
    """A file as a transcript: its words, cues (milliseconds), turns and front matter.

    The format goes by the ending (txt, md, srt, vtt, json); fields of a sidecar ``<stem>.yaml`` are taken in.
    Raises `FileError` for a file that cannot be read, decoded or understood.
    """
    file = Path(path)
    name = READERS.get(file.suffix.lower())
    if name is None:
        raise FileError(f'unknown format {file.suffix or file.name!r}', path=str(file),
                        cure='known: ' + ', '.join(READERS))
    return with_sidecar(parsed(read_text(file, encoding, max_megabytes), name, str(file)), file)


def with_sidecar(transcript: Transcript, file: Path) -> Transcript:
    """A transcript with the fields of the sidecar beside its file; its own overrule them. Raises `FileError`."""
    beside = file.with_suffix('.yaml')
    if not beside.is_file():
        return transcript
    fields = dict(sidecar(read_text(beside), str(beside)))
    own = transcript.meta.get('fields')
    fields.update(own if isinstance(own, dict) else {})
    return transcript._replace(meta={**transcript.meta, 'fields': fields})


def parsed(text: str, name: str, path: str = '') -> Transcript:
    """Text in a format as a transcript; ``path`` is for errors."""
    transcript: Transcript = FORMATS[name].read(text, path)
    return transcript


def write(transcript: Transcript, path: str | PathLike[str], *, spaces: bool = True,
          subtitle_marks: SubtitleMarks = 'drop', headings: Headings = 'off', **unknown: NoReturn) -> None:
    """Write a transcript in the format of the file's ending (md, txt, srt, vtt, json), whole or not at all.

    ``spaces``: whether Han and Latin letters are parted by one where lines are joined; ``subtitle_marks``: whether
    ，。 at the end of a Chinese subtitle line stay (keep) or go (drop); ``headings``: whether md gets some where the
    topic turns (propose). Raises `FileError` for an unknown ending,
    for subtitles of a transcript without times, or where the file cannot be written; `UsageError` for an unknown
    keyword or value.
    """
    settings = Settings.of(spaces=spaces, subtitle_marks=subtitle_marks, headings=headings, **unknown)
    file = Path(path)
    name = READERS.get(file.suffix.lower(), '')
    if not hasattr(FORMATS.get(name), 'write'):
        raise FileError(f'cannot write {file.suffix or file.name!r}', path=str(file),
                        cure='known: ' + ', '.join(FORMATS))
    write_text(file, page_text(laid_out(transcript, name, settings, str(file))))


def laid_out(transcript: Transcript, name: str, settings: Settings, path: str = '') -> list[Line]:
    """The lines of a page in a format. Glosses are for pages of Markdown: elsewhere their marks would show."""
    form = FORMATS[name]
    if getattr(form, 'TIMED', False) and not transcript.cues and transcript.text.strip():
        raise FileError(f'no times are known, so no {name} can be written', path=path, cure='write md or txt')
    if name == 'md':
        return list(form.write(transcript, settings))
    plain, offsets = without(transcript, 'glossary')
    return [line if line.start < 0 else line._replace(start=offsets.to_text.first(line.start),
                                                      end=offsets.to_text.last(line.end))
            for line in form.write(plain, settings)]


def page_text(lines: list[Line]) -> str:
    """The lines as one text that ends in a line break; empty for no lines."""
    return ''.join(line.out + '\n' for line in lines)
