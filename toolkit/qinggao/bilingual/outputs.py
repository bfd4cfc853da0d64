"""What is written of a talk: its page filled, its terms glossed, each format, in one language or two."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..edits import Edit
from ..errors import FileError
from ..formats import FORMATS
from ..formats.page import Line
from ..library import laid_out
from ..pipeline import run
from ..rulebook import Rulebook
from ..settings import Settings
from ..site.filled import filled
from ..site.given import check
from ..site.profile import Profile
from ..transcript import Offsets, Pass, Transcript
from . import bitext_json, pages, subtitles, unmarked
from .bitext import Bitext, Span
from .languages import is_chinese

Talk = Bitext | Transcript
Pages = dict[Path, dict[str, list[Line]]]       # by the base of their names, then by format


class Style(NamedTuple):
    """How a talk is written: its formats are those of the settings; ``fields`` are given by hand."""

    settings: Settings
    rules: Rulebook
    profile: Profile
    fields: Mapping[str, object]
    layout: str = 'folded'
    hugo: bool = False
    propose: bool = False
    glossary: bool = True


class Written(NamedTuple):
    """The talk as its pages have it, terms glossed, and as it is said, for subtitles; its pages; the formats that
    cannot be, as no times are known."""

    talk: Talk
    said: Talk
    pages: Pages
    untimed: tuple[str, ...]


def tracks(talk: Talk) -> tuple[Transcript, ...]:
    """The first, and the second where there is one."""
    return (talk.first, talk.second) if isinstance(talk, Bitext) else (talk,)


def written(talk: Talk, base: Path, style: Style) -> Written:
    """All that is asked for of a talk; ``base`` is the name of its pages, without an ending.

    Raises `FileError` for a field that the site cannot have so.
    """
    plain = _prepared(talk, style)
    glossed = _for_pages(plain, style) if 'md' in style.settings.to else plain
    outputs = _Outputs(plain, glossed, base, style)
    made, untimed = outputs.made()
    return Written(glossed, outputs.said, made, tuple(untimed))


def _prepared(talk: Talk, style: Style) -> Talk:
    """The talk with what the front matter of its pages will say. Raises `FileError` for a field that the site cannot
    have so."""
    if isinstance(talk, Transcript):
        return _filled(talk, [_words_of(talk)], style)
    one, two = _words_of(talk.first), _words_of(talk.second)
    if all(map(is_chinese, talk.languages)):    # the same words in two scripts name nobody twice
        ours, theirs = [one], [two]
    else:
        ours, theirs = [one, two], [two, one]
    is_one_page = style.layout != 'pair'
    first = _filled(talk.first, theirs if is_one_page and not is_chinese(talk.languages[0]) else ours, style)
    return talk._replace(first=first, second=talk.second if is_one_page else _filled(talk.second, theirs, style))


def _filled(track: Transcript, texts: Sequence[str], style: Style) -> Transcript:
    meta = {**track.meta, 'profile': style.profile}
    if style.fields:
        meta['set'] = dict(style.fields)
    for part in ('set', *(('fields',) if meta.get('front_matter') is None else ())):
        said = meta.get(part)
        check(said if isinstance(said, Mapping) else {}, style.profile)
    return track._replace(meta=filled(meta, texts, style.profile, style.propose))


def _words_of(track: Transcript) -> str:
    """What is said of a text, without the markup of its page."""
    return track.words.edit(unmarked.unmarked(track)).text


def _for_pages(talk: Talk, style: Style) -> Talk:
    """The talk as a page has it: marks where subtitles had dropped them, and, on its Chinese side, the first mention of
    each term glossed."""
    only = ('punctuation', 'glossary') if style.glossary else ('punctuation',)
    settings = style.settings._replace(only=only, skip=(), glossary=style.glossary, unsure=False)
    if isinstance(talk, Transcript):
        return run(talk, settings, style.rules)
    for name, track, tongue in zip(('first', 'second'), tracks(talk), talk.languages):
        if is_chinese(tongue):
            for one in run(track, settings, style.rules).passes[len(track.passes):]:
                talk = talk.edited(one.stage, **{name: one.done})
            settings = settings._replace(only=only[:1])     # of two scripts one is glossed
    return talk


class _Way:
    """From offsets of a text to those of the text after some passes, and back."""

    def __init__(self, before: Transcript, after: Transcript) -> None:
        self._steps = [Offsets(one.done) for one in after.passes[len(before.passes):]]

    def to(self, start: int, end: int) -> Span:
        for step in self._steps:
            start, end = step.to_text.first(start), step.to_text.last(end)
        return start, end

    def back(self, start: int, end: int) -> Span:
        for step in reversed(self._steps):
            start, end = step.to_source.first(start), step.to_source.last(end)
        return start, end


class _Outputs:
    """The pages of one talk, and the formats that cannot be.

    Terms are glossed in Markdown alone, and the markup of a page is not spoken. The ledger keeps the glossed text: what
    a line of another format holds is said by its place there.
    """

    def __init__(self, plain: Talk, glossed: Talk, base: Path, style: Style) -> None:
        self._plain, self._glossed, self._base, self._style = plain, glossed, base, style
        self.said = _said(plain)
        self._ways = [(_Way(one, two), _Way(one, three))
                      for one, two, three in zip(tracks(plain), tracks(self.said), tracks(glossed))]

    def made(self) -> tuple[Pages, list[str]]:
        made: Pages = {}
        timed = any(track.cues for track in tracks(self._plain))
        wanted = tuple(dict.fromkeys(self._style.settings.to))
        untimed = [name for name in wanted if not timed and _is_timed(name)]
        for name in wanted:
            for base, lines in self._of(name) if name not in untimed else ():
                if name in made.setdefault(base, {}):
                    raise FileError(f'both of its languages are {base.parent.name or base.suffix[1:]}: a pair of pages '
                                    'would be one', cure='name a translation, or another --layout')
                made[base][name] = lines
        return made, untimed

    def _of(self, name: str) -> Iterator[tuple[Path, list[Line]]]:
        talk, style = self._glossed, self._style
        if name == 'md' and isinstance(talk, Bitext):
            how = pages.Style(style.settings, style.profile, self._base.as_posix(), style.hugo)
            yield from ((self._named(page.name), page.lines) for page in pages.LAYOUTS[style.layout].write(talk, how))
        elif name == 'md' and isinstance(talk, Transcript):
            yield self._base, laid_out(talk, name, style.settings)
        elif name == 'json' and isinstance(self._plain, Bitext):
            yield self._base, list(self._in_glossed(bitext_json.write(self._plain), bare=False))
        else:
            yield self._base, list(self._in_glossed(_lines(self.said, name, style.settings)))

    def _named(self, name: str) -> Path:
        """Where a page of the layout `pair` goes: zh/talk, or, as Hugo has it, talk.zh."""
        if not name:
            return self._base
        return self._base.with_name(f'{self._base.name}.{name}') if self._style.hugo else Path(name) / self._base

    def _in_glossed(self, lines: Iterable[Line], bare: bool = True) -> Iterator[Line]:
        for line in lines:
            if line.start >= 0:
                to_said, to_glossed = self._ways[line.track]
                start, end = to_glossed.to(*(to_said.back(line.start, line.end) if bare else (line.start, line.end)))
                line = line._replace(start=start, end=end)
            yield line


def _said(talk: Talk) -> Talk:
    """The talk without markup; the paragraphs of a page are paired sentence by sentence."""
    said = _edited(talk, unmarked.NAME, [unmarked.unmarked(track) for track in tracks(talk)])
    if isinstance(said, Bitext) and said.first.meta.get('format') == 'md':
        from .align import within
        return within(said)
    return said


def _edited(talk: Talk, stage: str, edits: Sequence[Sequence[Edit]]) -> Talk:
    """The talk with edits in each of its tracks, in the name of a stage."""
    if isinstance(talk, Bitext):
        return talk.edited(stage, *edits)
    if not edits[0]:
        return talk
    return talk._replace(words=talk.words.edit(edits[0]), passes=(*talk.passes, Pass(stage, tuple(edits[0]))))


def _is_timed(name: str) -> bool:
    return name in subtitles.WRITERS or getattr(FORMATS.get(name), 'TIMED', False)


def _lines(talk: Talk, name: str, settings: Settings) -> Iterator[Line]:
    if isinstance(talk, Transcript):
        yield from laid_out(talk, name, settings)
    elif name in subtitles.WRITERS:
        yield from subtitles.WRITERS[name].write(talk, settings)
    else:
        raise FileError(f'no {name} in two languages', cure=f'known: {", ".join(("md", "json", *subtitles.WRITERS))}')
