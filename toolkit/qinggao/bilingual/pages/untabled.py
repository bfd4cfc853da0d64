"""The tracks of a page with both languages in columns."""
from __future__ import annotations

from collections.abc import Iterator

from ...errors import FileError
from ...gate.blocks import Block, Walk
from ...patterns import lazy
from ...site.profile import Profile
from ..languages import ENGLISH
from .cells import cells, lines_of
from .labels import NAMES
from .spread import Body, Part, Spread

_RULE = lazy(r'\|?[ \t]*:?-+:?[ \t]*\|[ \t]*:?-+:?[ \t]*\|?[ \t]*')


def untabled(body: Body, path: str, profile: Profile) -> Spread | None:
    """The parts of a page; None where no table has two languages at its head. Raises `FileError` for a row with more
    than two cells: a renderer would drop what is in the third."""
    if '|' not in body.text:
        return None
    languages = {name: tag for tag, name in NAMES.items()} | {profile.translation: ENGLISH}
    tables = [(block, names) for block in Walk(body.text, 0).found()
              if block.kind == 'table' and (names := _names(body.text, block))]
    tables = [(block, names) for block, names in tables if names[0] in languages and names[1] in languages]
    names = tables[0][1] if tables else ('', '')
    if not tables or languages[names[0]] == languages[names[1]]:
        return None
    parts = list(_parts(body, [block for block, others in tables if others == names], path))
    return Spread(parts, (languages[names[0]], languages[names[1]]),
                  profile.translation in names and profile.translation not in NAMES.values())


def _names(text: str, block: Block) -> tuple[str, str] | None:
    """The heads of a table's two columns; None for any other."""
    head, _, rest = text[block.start:block.end].partition('\n')
    names = cells(head)
    return (names[0], names[1]) if len(names) == 2 and _RULE.fullmatch(rest.partition('\n')[0]) else None


def _parts(body: Body, tables: list[Block], path: str) -> Iterator[Part]:
    at = 0
    for table in tables:
        yield Part(0, body.between(at, table.start))
        for row, number in body.between(table.start, table.end)[2:]:
            found = [*cells(row), '']
            if len(found) > 3:
                raise FileError(f'a row of {len(found) - 1} cells', path=path, line=number,
                                cure=r'write a bar that is none between cells as \|')
            for track in (0, 1):
                yield Part(track, [(line, number) for line in lines_of(found[track])], is_cell=True)
        at = table.end
    yield Part(0, body.between(at, len(body.text)))
