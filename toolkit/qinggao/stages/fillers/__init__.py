"""Delete words that carry nothing where they stand: 嗯, 呃, a bare 对吧; rules/fillers.yaml says which and where."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...edits import Edit
from ...patterns import lazy
from ...rulebook import Rule
from ...settings import Level, Settings
from ...view import View
from .. import boilerplate
from ..boilerplate import loops
from .words import (
    EDGES,
    HAN,
    HARD,
    LATIN,
    MARKS,
    NOT_HAN_SPACE,
    SOFT,
    ahead,
    any_of,
    begins,
    behind,
    headless,
    heads,
    is_latin,
    literal,
    quiet,
    right_edge,
    rules_at,
)

NAME = 'fillers'
_LOOP = 'boilerplate/loop'
REPEATS = True  # 嗯对吧: once the one has gone, the other stands at an edge

_LEFT = rf'(?:(?<=[\n{MARKS}]) {{0,2}}|(?<=[{HAN}] )(?=[{HAN}]))'     # an edge has just been read: a break at all?
_RIGHT = rf'(?= {{0,2}}(?:[\n{MARKS}]|\Z)|(?<=[{HAN}]) [{HAN}])'
_QUOTES = frozenset('“”"「」『』‘（）()《》：:—*_[]【】')         # what stands at one of these is quoted or named
_LOUD, _FULL = frozenset('？！?!'), frozenset(HARD)
_ASKING = lazy(r'(?:\w[^\w\n]*[？?]|[吗呢吧么嘛不]|没有|(.)不\1)[，。,.、]?[ \n]{0,4}\Z')
_NO_WORDS = lazy(rf'[\s{MARKS}]+')
_STRETCH = lazy(rf'[^\n{MARKS}]{{0,24}}')
_WORD = 2       # the longest line that may be one word of a text with a word a line
_REACH = 24     # how far back a rule's `without` looks, marks aside


def is_on(settings: Settings) -> bool:
    return True


def allows(edit: Edit, view: View) -> bool:
    """Only delete, and only fillers with the marks and spaces beside them; a newline only with its whole line."""
    text, (start, end) = view.text, edit[:2]
    if edit.rule == _LOOP:
        return boilerplate.allows(edit, view)
    if edit.new or not _scan(view).licence.fullmatch(text, start, end):
        return False
    opens = start == 0 or text[start - 1] == '\n'
    whole_line = opens and (end == len(text) or text[end - 1] == '\n')
    return '\n' not in text[start:end] or whole_line or end == len(text)


def edits(view: View) -> Iterator[Edit]:
    """One edit a run of fillers."""
    scan, text = _scan(view), view.text
    if view.again:
        yield from _closed_loops(view)
    for found in view.found(scan.pattern, '\n' + text):   # the newline: the text's edge is a break too
        use = _use(scan, found)
        start, end = found.start(), found.end() - 1
        start = _skip(text, start) if found[0][0] in EDGES else start - 1
        if not _stays(view, use, start, end):
            span = _span(text, start, end)
            if span and _parts_well(view, *span):
                yield Edit(*span, '', use.rule.id, use.rule.flag('sure'))


def _closed_loops(view: View) -> Iterator[Edit]:
    """What is said over and over now that the sounds between are gone: 谢谢谢谢嗯谢谢谢谢."""
    rule = view.rules.get(_LOOP)
    for start, end in view.fresh if rule else ():
        for first, last in loops.surplus(view.text[start:end], frozenset(rule.words('unless') if rule else ())):
            yield Edit(start + first, start + last, '', _LOOP)


def _use(scan: _Scan, found: re.Match[str]) -> _Use:
    """The word that explains the run: its only one, or the one of the highest level in 那个呃."""
    last = scan.uses[(found.lastindex or 1) - 1]
    if last is not None:
        return last
    said = [use for use, (start, _) in zip(scan.uses, found.regs[1:]) if start >= 0 and use is not None]
    return max(said, key=lambda use: Level[use.rule.text('level')])


def stand_before(view: View, at: int) -> bool:
    """Whether a filler word ends at ``text[at]``: a cut there would put it at an edge."""
    return bool(_scan(view).last.search(view.text, max(0, at - _REACH), at))


def are_tags(view: View, at: int) -> bool:
    """Whether a tag ends at ``text[at]`` that would go if a mark stood behind it: 对吧."""
    return bool(_scan(view).tags.search(view.text, max(0, at - _REACH), at))


def stand_alone(view: View, at: int) -> bool:
    """Whether nothing but fillers stands between ``text[at]`` and the next break."""
    stretch = _STRETCH.match(view.text, at)
    return bool(stretch and _scan(view).licence.fullmatch(view.text, at, stretch.end()))


class _Use(NamedTuple):
    """One word of a rule at one position."""

    rule: Rule
    at: str
    word: str


class _Scan(NamedTuple):
    pattern: re.Pattern[str]
    uses: list[_Use | None]     # by group; none for a whole run
    answers: re.Pattern[str]
    licence: re.Pattern[str]
    last: re.Pattern[str]
    tags: re.Pattern[str]


def _scan(view: View) -> _Scan:
    made: _Scan = view.rules.built(('fillers', view.level, view.has_latin), lambda: _build(view))
    return made


def _build(view: View) -> _Scan:
    uses = [_Use(rule, at, word) for rule, at in rules_at(view, ('anywhere', 'alone', 'start', 'end'))
            for word in rule.words('words') if view.has_latin or not is_latin(word)]
    uses.sort(key=lambda use: -len(use.word))
    groups: list[_Use | None] = []
    pattern = _pattern(uses, groups)
    words = any_of([literal(use.word) for use in uses])
    whole = any_of([(f'(?<![{LATIN}])' if is_latin(use.word) else '') + literal(use.word) for use in uses])
    tags = [literal(use.word) for use in uses if use.at == 'end' and not is_latin(use.word)]
    answers = any_of([literal(use.word) + right_edge(use.word) for use in uses if use.rule.flag('answers', False)])
    return _Scan(re.compile(pattern), groups, re.compile(answers), re.compile(rf'(?:{words}|[\s{MARKS}])+'),
                 re.compile(rf'{whole} *\Z'), re.compile(rf'{any_of(tags)} *\Z'))


def _pattern(uses: list[_Use], groups: list[_Use | None]) -> str:
    """A break and what may go behind it, or a word that may go before a break or anywhere.

    It begins with a character class, which `re` looks for quickly.
    """
    alone, starts, ends, anywhere = ([use for use in uses if use.at in (at, 'anywhere')]
                                     for at in ('alone', 'start', 'end', 'anywhere'))
    latin_ends, latin_anywhere = ([use for use in some if is_latin(use.word)] for some in (ends, anywhere))
    han_ends, han_anywhere = ([use for use in some if not is_latin(use.word)] for some in (ends, anywhere))
    edge, inner = f'(?<=[{re.escape(EDGES)}])', f'(?<![{re.escape(EDGES)}])'
    after_break = (f'{begins([" ", *(use.word for use in (*alone, *starts))])}{_LEFT}'
                   f'(?:{_run(alone, "alone", groups)}{_RIGHT}|{_run(starts, "start", groups)}(?!{_RIGHT}))')
    after_space = (f'{NOT_HAN_SPACE}{begins(use.word for use in latin_ends)}'
                   f'(?:{_run(latin_ends, "end", groups)}{_RIGHT}|{_run(latin_anywhere, "anywhere", groups)})')
    before_break = (f'(?<![\n{MARKS}].){_headless(han_ends, "end", groups)}'
                    f'{_run(ends, "end", groups, more=True)}{_RIGHT}')
    inside = f'{_headless(han_anywhere, "anywhere", groups)}{_run(anywhere, "anywhere", groups, more=True)}'
    return (f'[{re.escape(EDGES)}{heads(use.word for use in han_ends)}]'
            f'(?:{edge}(?:{after_break}|{after_space})|{inner}(?:{before_break}|{inside}))')


def _run(uses: list[_Use], at: str, groups: list[_Use | None], more: bool = False) -> str:
    """As many of these words in a row as there are; with ``more``, or none.

    In a look-ahead, because what it has found it does not try to find in another way: 啊啊 may be one word or two.
    """
    name = f'run{len(groups)}'
    groups.append(None)
    words = any_of([literal(use.word) + _then(use, at, groups) for use in uses])
    return f'(?:(?=(?P<{name}>(?:{words})+))(?P={name})){"?" if more else ""}'


def _headless(uses: list[_Use], at: str, groups: list[_Use | None]) -> str:
    """One of these words, its first character read already."""
    return headless([(use.word, _then(use, at, groups)) for use in uses])


def _then(use: _Use, at: str, groups: list[_Use | None]) -> str:
    """What must hold behind the word, and an empty group that tells which word it was."""
    rule = use.rule
    groups.append(use._replace(at=at))
    guard = right_edge(use.word) + quiet(use.word, rule.words('unless'))
    if rule.words('before'):
        guard += ahead(rule.words('before'), use.word)
    if rule.words('after'):
        guard += behind(rule.words('after'), literal(use.word))
    return guard + '()'


def _stays(view: View, use: _Use, start: int, end: int) -> bool:
    """Whether the run is quoted, answers someone, or stands where its rule is quiet."""
    text, at = view.text, use.at
    if any(beside in _QUOTES for beside in (text[end:end + 1], _before(text, _skip_back(text, start)))):
        return True
    sound = use.rule.text('level') == 'light'   # 嗯 answers on its own, not in 嗯我想想
    if (at == 'alone' or (at == 'start' and not sound)) and _answers(view, start, end):
        return True
    if at == 'alone' and not sound and _word_a_line(text, start, end):
        return True
    banned = use.rule.words('without')
    if not banned:
        return False
    without = view.rules.built(('fillers', 'without', use.rule.id), lambda: re.compile('|'.join(map(re.escape, banned))))
    said = _NO_WORDS.sub('', text[max(0, start - 3 * _REACH):start])[-_REACH:]
    return without.search(said) is not None


def _answers(view: View, start: int, end: int) -> bool:
    """对 after a question or as another speaker's first word."""
    scan, text = _scan(view), view.text
    if not scan.answers.search(text, start, end):
        return False
    return view.starts_turn(start) or bool(_ASKING.search(text, max(0, start - 8), start))


def _word_a_line(text: str, start: int, end: int) -> bool:
    """Whether the lines around hold a word or two each: then an edge of a line says nothing, as with 对 / 我 / 来说."""
    before, after = text[max(0, start - 12):start].split('\n'), text[end:end + 12].split('\n')
    last = next((part for part in reversed(before) if part.strip()), '')
    coming = next((part for part in after if part.strip()), '')
    return len(before) > 1 and len(after) > 1 and len(last.strip()) <= _WORD and len(coming.strip()) <= _WORD


def _span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The run with the marks and spaces that go with it; None where it stays for their sake."""
    left, right = _skip_back(text, start), _skip(text, end, MARKS + ' ')
    before, after = _before(text, left) or '\n', text[end:right]
    if not _LOUD.isdisjoint(after):     # 对吧？ asks, 啊！ calls
        return None
    closes = right == len(text) or text[right] == '\n'
    if before == after[:1] == ',' and text[end + 1:end + 3].islower() and not _again(text, left - 1, right):
        return left - 1, end + 1    # and, um, every rider: in English both commas were the filler's
    if before == '\n' and closes:
        return _lines(text, left, right)
    if before == '\n' or before in HARD or before in _LOUD:
        return start, right
    ends = closes or not _FULL.isdisjoint(after)
    if before in SOFT:
        return (left - 1, end) if ends else (start, right)
    if ends or after.strip():
        return left, end
    return start, (right if left < start else end)


def _again(text: str, end: int, start: int) -> bool:
    """Whether the word that ends at ``text[end]`` is said again at ``text[start]``: a, um, a radar."""
    word = text[max(0, end - _REACH):end].rpartition(' ')[2].lower()
    return bool(word) and text[start:start + len(word)].lower() == word


def _before(text: str, at: int) -> str:
    return text[max(0, at - 1):at]


def _skip(text: str, at: int, chars: str = ' ') -> int:
    while at < len(text) and text[at] in chars:
        at += 1
    return at


def _skip_back(text: str, at: int) -> int:
    while at and text[at - 1] == ' ':
        at -= 1
    return at


def _lines(text: str, start: int, end: int) -> tuple[int, int]:
    """A line that goes takes its newline along, and the blank line behind it if it was a paragraph."""
    if end == len(text):
        while start and text[start - 1] == '\n':
            start -= 1
        return start, end
    if not start or text[max(0, start - 2):start] == '\n\n':
        while text[end:end + 1] == '\n':
            end += 1
        return start, end
    return start, end + 1


def _parts_well(view: View, start: int, end: int) -> bool:
    """Whether the neighbours can stand side by side; GPU嗯CPU cannot, nor once it is spaced."""
    text = view.text
    left, right = _skip_back(text, start), _skip(text, end)
    before, after = _before(text, left), text[right:right + 1]
    if not before.isalnum() or not after.isalnum():
        return True
    if before.isascii() and after.isascii():
        return text[start:end].isascii() and (left < start or right > end or text[start] == ' ' or text[end - 1] == ' ')
    return left < start or right > end or view.joins_safely(start, end)
