"""ass: Advanced SubStation Alpha, and SubStation Alpha to read, through pysubs2.

The format has no escapes that all players know, and pysubs2 writes what it is given: what would be a tag, a line
break or another event is made words here.
"""
from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..errors import FileError
from ..layout import subtitles
from ..layout.joining import has_han
from ..patterns import lazy
from ..settings import Settings
from ..transcript import Transcript
from .ass_words import escaped, plain
from .cues import by_turns, prefix, signs_of, unwrapped
from .page import Line
from .speakers import Signs
from .words import Gathering, Part

if TYPE_CHECKING:
    from pysubs2 import SSAFile, SSAStyle

NAME = 'ass'
SUFFIXES = ('.ass', '.ssa')
TIMED = True

TEN_HOURS = 36_000_000      # milliseconds: the hour of a time has one digit
WIDE, HIGH = 1920, 1080     # the screen that sizes and margins are of
_SIGNS = lazy(r'(\{[^}]*\}|\\[Nn])')
_STYLE = lazy(r'\\r([^\\}]*)')
_DRAWS = lazy(r'\\p(\d+)')
_ENTRY = lazy(r'[ \t]*(?:Style|Dialogue|Comment):')


class Event(NamedTuple):
    """A line of dialogue, in milliseconds; ``number``: its line in the file; ``text``: as it stands there."""

    begin: int
    finish: int
    number: int
    style: str
    name: str
    text: str


def read(text: str, path: str = '') -> Transcript:
    """One event a line of the source, without its tags and drawings. Raises `FileError`."""
    found = sorted(events(text, path), key=lambda event: event.begin)
    shown = [[words for _, words in rows(event)] for event in found]
    signs = signs_of(shown, voices=any(event.name for event in found))
    gathering = Gathering()
    for event, lines in zip(found, shown):
        gathering.cue(_parts(event.name, lines, signs), event.begin, event.finish, event.number)
    return gathering.transcript({'format': NAME})


def _parts(name: str, lines: list[str], signs: Signs) -> list[Part]:
    return [Part(unwrapped(lines), name)] if name else by_turns(lines, signs)


def events(text: str, path: str = '') -> Iterator[Event]:
    """The dialogue of a file, in its order; raises `FileError` with the line of what is wrong."""
    found = parsed(text, path)
    numbers = [number for number, line in enumerate(text.split('\n'), 1)
               if line.strip().startswith(('Dialogue:', 'Comment:'))]
    for number, event in zip(numbers, found.events):
        if event.is_comment:
            continue
        if event.end < event.start:
            raise FileError('the event ends before it begins', path=path, line=number, cure='correct its times')
        name = '' if event.name == 'NTP' else event.name.strip()    # what old editors write for nobody
        yield Event(max(0, event.start), max(0, event.end), number, event.style.strip().lstrip('*'), name, event.text)


def parsed(text: str, path: str = '') -> SSAFile:
    """The file as pysubs2 understands it; raises `FileError`."""
    if '[Events]' not in text and 'Dialogue:' not in text:
        raise FileError('no [Events] in it', path=path, line=1, cure='save it again as ASS, or name it as what it is')
    try:
        return _parsed(text)
    except (ValueError, TypeError, IndexError, ArithmeticError, LookupError) as error:
        raise FileError(f'not as ASS is written: {error}', path=path, line=_bad_line(text),
                        cure='correct the line, or leave it out') from None


def _parsed(text: str) -> SSAFile:
    from pysubs2 import SSAFile
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        old = '[v4 styles]' in text[:100_000].lower()
        return SSAFile.from_string(text, format_='ssa' if old else 'ass')


def _bad_line(text: str) -> int:
    """The first line that alone is as bad as the whole."""
    for number, line in enumerate(text.split('\n'), 1):
        if _ENTRY.match(line):
            try:
                _parsed(line)
            except (ValueError, TypeError, IndexError, ArithmeticError, LookupError):
                return number
    return 1


def rows(event: Event) -> Iterator[tuple[str, str]]:
    """The lines of an event that have words, each with the style it begins in."""
    style, drawing = event.style, False
    words, begun = '', ''
    for number, piece in enumerate([*_SIGNS.split(event.text), r'\N']):
        if number % 2 == 0:
            if piece and not words.strip():
                begun = style
            words += '' if drawing else piece
        elif piece.startswith('{'):
            for named in _STYLE.finditer(piece):
                style = named[1].strip() or event.style
            for draws in _DRAWS.finditer(piece):
                drawing = int(draws[1]) > 0
        else:
            if words.strip():
                yield begun, plain(words.replace(r'\h', ' ')).strip()
            words = ''


def write(transcript: Transcript, settings: Settings) -> Iterator[Line]:
    """One style, one event a cue; the speaker in its name field."""
    cues = list(subtitles(transcript, settings))
    signs = signs_of([[line.words for line in cue.lines] for cue in cues], any(cue.speaker for cue in cues))
    shown = [Event(cue.begin, cue.finish, 0, 'Default', cue.speaker, r'\N'.join(
        prefix(line, bool(cue.speaker), signs) + escaped(line.words) for line in cue.lines)) for cue in cues]
    spans = [(cue.lines[0].start, cue.lines[-1].end) for cue in cues]
    yield from document({'Default': style('zh-Hans' if has_han(transcript.text) else 'en')}, shown, spans)


def document(styles: dict[str, SSAStyle], shown: Iterable[Event], spans: Iterable[tuple[int, ...]]) -> Iterator[Line]:
    """The lines of a file. ``spans``: the text that each event holds, and of which track, as `Line` has them.

    Raises `FileError` where a time is later than the format can say.
    """
    from pysubs2 import SSAEvent, SSAFile
    file = SSAFile()
    file.info.clear()
    file.info.update({'WrapStyle': '0', 'ScaledBorderAndShadow': 'yes', 'PlayResX': str(WIDE), 'PlayResY': str(HIGH)})
    file.styles = styles
    for event in shown:
        if event.finish >= TEN_HOURS - 5:
            raise FileError('ASS has no times beyond ten hours', cure='write srt or vtt')
        file.events.append(SSAEvent(event.begin, event.finish, event.text, style=event.style, name=_field(event.name)))
    held = iter(spans)
    for line in file.to_string('ass', header_notice='qinggao').rstrip('\n').split('\n'):
        if line.startswith('Dialogue:'):
            start, end, *track = next(held)
            yield Line(line, start, end, track[0] if track else 0)
        else:
            yield Line(line)


def style(language: str, above: bool = True) -> SSAStyle:
    """How a language looks: white with a dark edge, at the foot of the screen; Chinese larger, as it is denser."""
    from pysubs2 import Alignment, Color, SSAStyle
    fonts = {'zh-Hans': ('Noto Sans CJK SC', 72.0), 'zh-Hant': ('Noto Sans CJK TC', 72.0)}
    font, size = fonts.get(language, ('Arial', 54.0))
    return SSAStyle(fontname=font, fontsize=size if above or language not in fonts else size - 12, outline=3.0,
                    shadow=0.0, primarycolor=Color(255, 255, 255), outlinecolor=Color(20, 20, 20),
                    alignment=Alignment.BOTTOM_CENTER, marginl=60, marginr=60, marginv=54)


def _field(name: str) -> str:
    """A name that ends no field: a comma would."""
    return ' '.join(name.translate({ord(','): '，', ord('{'): '｛', ord('}'): '｝'}).split())
