"""The calls of the library for two languages: translate, publish."""
from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from os import PathLike
from pathlib import Path
from typing import Any, NoReturn

from ..errors import FileError, UsageError
from ..files import write_text
from ..formats import FORMATS
from ..library import page_text
from ..rulebook.shipped import with_files
from ..settings import Settings
from ..site.profile import profile_of
from ..transcript import Transcript
from . import outputs
from .bitext import Bitext
from .languages import language, language_of
from .outputs import Style
from .pages import LAYOUTS
from .sources.machine import translated
from .subtitles import WRITERS
from .translate.translator import Direction, Translator

NOTHING: Mapping[str, object] = {}


def translate(talk: Transcript | str, to: str, *, translator: Translator | None = None,
              model: str | PathLike[str] = '', memory: str | PathLike[str] = '', **translating: Any) -> Bitext:
    """A transcript with its translation beside it, sentence by sentence.

    ``translator``: anything with a name and a `translate`; without one the ``model`` on CTranslate2 (a folder, a name
    that `qinggao models list` shows; the first one at hand where none is named), the terms of the glossary held fixed.
    ``memory``: a file in which sentences are looked up before they are asked for, and kept. Other keywords are the
    fields of `Translating`. Raises `UsageError` for a language, a model or a setting there is not, `FileError` where
    the translator dies.
    """
    transcript = talk if isinstance(talk, Transcript) else Transcript.plain(talk)
    way = Direction(language_of(transcript.text), language(to))
    if way.source == way.target:
        raise UsageError(f'it is in {way.target} already', cure='name another language')
    with ExitStack() as stack:
        if translator is None:
            from ..rulebook.lexicon import entities, glossary
            from .translate import chain
            from .translate.settings import Translating
            translator = chain.translator(model, Translating.of(**translating), glossary(), entities(), way)
        elif translating or model:
            raise UsageError('a translator of your own has its own model and settings', cure='give one or the other')
        if memory:
            from .memory import Memory, Recalled
            translator = Recalled(stack.enter_context(Memory(Path(memory))), translator)
        return translated(transcript, way, translator)


def publish(talk: Transcript | Bitext, path: str | PathLike[str], *, layout: str = 'folded', hugo: bool = False,
            fields: Mapping[str, object] = NOTHING, site: str | PathLike[str] = '', propose: bool = False,
            glossary: bool = True, **settings: NoReturn) -> tuple[Path, ...]:
    """Write a talk in the format of the path's ending (md, srt, vtt, ass, json, txt); what was written.

    Of two languages md has the ``layout`` folded, columns or pair: that writes zh/talk.md and en/talk.md beside where
    talk.md would stand, or, with ``hugo``, talk.zh.md and talk.en.md. ``fields`` are front matter given by hand,
    ``site`` the file of a site's profile; other keywords are fields of `Settings`. What is there is overwritten.
    Raises `FileError` for subtitles of a talk without times, or for a field that the site cannot have so; `UsageError`
    for an unknown layout or keyword.
    """
    if layout not in LAYOUTS:
        raise UsageError(f'unknown layout {layout!r}', cure='known: ' + ', '.join(LAYOUTS))
    place = Path(path)
    name = place.suffix[1:].lower()
    if name not in FORMATS and name not in WRITERS:
        raise FileError(f'cannot write {place.suffix or place.name!r}', path=str(place),
                        cure='known: ' + ', '.join(dict.fromkeys((*FORMATS, *WRITERS))))
    chosen = Settings.of(**settings)._replace(to=(name,))
    style = Style(chosen, with_files(chosen.rules), profile_of(str(site)), fields, layout, hugo, propose, glossary)
    made = outputs.written(talk, Path(place.stem), style)
    if made.untimed:
        raise FileError(f'no times are known, so no {made.untimed[0]} can be written', path=str(place), cure='write md')
    written = []
    for base, pages in made.pages.items():
        for name, lines in pages.items():
            written.append(place.parent / base.with_name(f'{base.name}.{name}'))
            write_text(written[-1], page_text(lines))
    return tuple(written)
