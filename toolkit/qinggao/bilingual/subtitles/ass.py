r"""ASS in two languages: one style a language, one event a cue, `\N{\r…}` between the languages.

Two events of one time would be two styles as well. But players stack them by their own rules, the lower one on top in
some; phones and television sets, and what turns ASS into SRT, show one of two; and who moves one in an editor has to
move the other. In one event the first language is above wherever it is shown.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...errors import UsageError
from ...formats import ass
from ...formats.ass import Event
from ...formats.ass_words import escaped
from ...formats.cues import prefix, signs_of
from ...formats.page import Line
from ...formats.speakers import Signs
from ...layout.subtitles import SubtitleLine
from ...settings import Settings
from ..bitext import Bitext
from ..languages import language
from .joint import JointCue, cues
from .raw import Raw, Reading, at_one_time
from .srt import of_lines
from .styles import by_style

NAME = ass.NAME
SUFFIXES = ass.SUFFIXES
TIMED = True

_AGAIN = ' 2'       # behind the name of the second style, where it would be that of the first


def read(text: str, path: str = '') -> Bitext | None:
    """The two tracks of a file: by styles called after languages, else by two styles of two languages, else by the
    writing of the lines; None where it has one track. Raises `FileError`."""
    events = sorted(ass.events(text, path), key=lambda event: event.begin)
    rows = [list(ass.rows(event)) for event in events]
    found = [Raw(event.begin, event.finish, event.number, [words for _, words in lines], -1, event.name)
             for event, lines in zip(events, rows)]
    styles = _named(list(ass.parsed(text, path).styles))
    if styles is None:
        return by_style(found, rows, NAME) or of_lines(found, NAME) or of_lines(at_one_time(found), NAME)
    signs = signs_of([cue.lines for cue in found], any(cue.speaker for cue in found))
    parted = [cue._replace(border=sum(style != styles[1] for style, _ in lines)) for cue, lines in zip(found, rows)]
    return Reading(signs).bitext(parted, NAME, (language(styles[0]), language(styles[1].removesuffix(_AGAIN))))


def _named(styles: list[str]) -> tuple[str, str] | None:
    """Two styles that are called by their languages; None for others."""
    try:
        found = [language(style.removesuffix(_AGAIN)) for style in styles]
    except UsageError:
        return None
    return (styles[0], styles[1]) if len(found) == 2 else None


def write(bitext: Bitext, settings: Settings) -> Iterator[Line]:
    """The head, the two styles, an event a cue; the speaker in its name field."""
    shown = cues(bitext, settings)
    one, two = bitext.languages
    names = (one, two if two != one else two + _AGAIN)
    signs = signs_of([[line.words for line in (*cue.first, *cue.second)] for cue in shown],
                     any(cue.speaker for cue in shown))
    events = [Event(cue.begin, cue.finish, 0, names[not cue.first], cue.speaker, _text(cue, names, signs))
              for cue in shown]
    held = [(lines[0].start, lines[-1].end, track) for cue in shown
            for track, lines in ((0, cue.first) if cue.first else (1, cue.second),)]
    yield from ass.document({names[0]: ass.style(one), names[1]: ass.style(two, above=False)}, events, held)


def _text(cue: JointCue, names: tuple[str, str], signs: Signs) -> str:
    sides = [r'\N'.join(_words(line, bool(cue.speaker), signs) for line in lines) for lines in (cue.first, cue.second)]
    return (r'\N{\r' + names[1] + '}').join(sides) if all(sides) else ''.join(sides)


def _words(line: SubtitleLine, named: bool, signs: Signs) -> str:
    return prefix(line, named, signs) + escaped(line.words)
