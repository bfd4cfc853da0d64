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
    quiet,
    right_edge,
    rules_at,
    spoken,
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

# What may be half of a sentence that a line break cuts: 学会 / 对 / 自己负责.
_HALVES = frozenset(('对', '對', '好', '好的', '这个', '那个', '這個', '那個'))
_BEFORE = lazy(rf'([^\s{MARKS}]*)[\s{MARKS}]*\Z')     # a mark may be the chain's own
_AFTER = lazy(rf'[\s{MARKS}]*([^\s{MARKS}]*)')
_CLAUSE = 5     # from so many characters on a line may be a clause
_CLOSED = lazy(r'[^为除為]了\Z|[吧吗嗎呢啊嘛呀的过過完]\Z')
_OPEN = lazy(       # a line that wants an object or a predicate
    '(?:[会會要想得是有没沒不很真太最更挺都也还還越变變和跟与與把被给給让讓对從从在向为為就才只再又将將用叫选選买買看说說请請吃喝做拿]|'
    '学会|學會|必须|必須|应该|應該|应当|應當|能够?|能夠|[为為除]了|真的|比[较較]|特别|特別|非常|[这這那怎][么麼]|如何|什[么麼]|'
    r'因[为為]|所以|但是|如果|以及|或者?|已经|已經|一直|喜[欢歡]|认为|認為|希望|[进進]行)\Z')
_WANTS = {      # what the next line holds where the word was no filler
    '对': lazy(
        '负责|来[说讲]|而言|进行|影响|兴趣|[满得]意|不满|熟悉|了解|有[利益害用效]|好处|帮助|放心|失望|态度|看法|认识|理解|要求|评价|'
        '意见|研究|支持|不利|友好|意义|公平|表示|提出|产生|造成|起到|敏感|期[待望]|批评|处理|分析|讨论|投资|开放|严格|尊[敬重]|关心|'
        '感[情觉到]|印象|怀疑|信心|充满|热情|过敏|伤害|作用|[作做]出|負責|來[說講]|進行|影響|興趣|滿意|瞭解|好處|幫助|態度|認識|'
        r'評價|意見|意義|產生|處理|討論|[很不]好(?!的)|重要(?!的)'),
    '好': lazy(r'.{0,3}\Z'),
    '这个': lazy(r'[就是还還也都很不没沒真太最才又和跟与與的能可会會要好谢謝]|\Z'),
}
_GOES_ON = lazy(
    '[我你您他她它咱那这這第请請再先但来]|大家|今天|接下来|接下來|首先|[现現]在|下面|然[后後]|所以|最[后後]|[谢謝]{2}|因[为為]|'
    '以[后後]|如果|其[实實]|[还還]有|另外|[刚剛]才|[关關]于|關於')

_SAYS = {       # behind these a tag is what is said: 我就说是吧, 派对吧
    '是吧': frozenset('总總都也该該能概许許算说說只老或要像正倒真才得想定这這那我你他她谁誰'),
    '对吧': frozenset('说就才也都面针太很该相答猜做写没绝一核派校反'),
}

# 票呢 asks where it is, 所以呢 goes on. 三十啊 echoes; 梨啊，香蕉啊 lists.
_ASKED, _ECHOED = 4, 2      # characters
_TOPIC = lazy(
    '然[后後]|所以|但是?|而且|因[为為]|其[实實]|首先|其次|最[后後]|另外|同[时時]|[当當]然|那[么麼]|不[过過]|如果|就是|比如|以[前后後]|'
    '今天|[现現]在|之[后後]|接下[来來]|一般|[总總]之|反正|[实實][际際]上|基本上|事[实實]上|[这這][样樣里时時]|第.|[后後][来來]|[结結]果|'
    '于是|因此|或者|[还還]有|有[时時]|[平当當][时時]|[到在从從等过過对對把给給为為跟被让讓去来來有]|'
    '.*(?:[了是着]|[时時]候|以[后後]|之[后後]|的[话話])')
_SOUNDS = '嗯呃唔啊呢'
_THIS = frozenset(('这个', '那个', '這個', '那個'))     # 这个啊 thinks
_LISTED = lazy(r'啊[，、\s]{0,2}[^\W啊呢嗯呃唔]{1,4}\Z')
_LISTS = lazy(r'[，、\s]{0,2}[^\W啊呢嗯呃唔]{1,4}啊')


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
        if _asks_or_lists(text, start, end, use.word):
            end -= 1    # 我们嗯呢: the 嗯 goes all the same
            if start == end or text[start:end].strip(_SOUNDS):
                continue
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
    words = any_of([spoken(use.word) for use in uses])
    whole = any_of([(f'(?<![{LATIN}])' if is_latin(use.word) else '') + spoken(use.word) for use in uses])
    tags = [spoken(use.word) for use in uses if use.at == 'end' and not is_latin(use.word)]
    answers = any_of([spoken(use.word) + right_edge(use.word) for use in uses if use.rule.flag('answers', False)])
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
    words = any_of([spoken(use.word) + _then(use, at, groups) for use in uses])
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
        guard += behind(rule.words('after'), spoken(use.word))
    return guard + '()'


def _stays(view: View, use: _Use, start: int, end: int) -> bool:
    """Whether the run is quoted, answers someone, or stands where its rule is quiet."""
    text, at = view.text, use.at
    if any(beside in _QUOTES for beside in (text[end:end + 1], _before(text, _skip_back(text, start)))):
        return True
    if is_latin(use.word) and _is_name(text, start, end):
        return True
    if at == 'alone' and _is_half(text, start, end, use.word):
        return True
    if at == 'end' and _before(text, start) in _SAYS.get(use.word, ()):
        return True
    sound = use.rule.text('level') == 'light'   # 嗯 answers on its own, not in 嗯我想想
    if (at == 'alone' or (at == 'start' and not sound)) and _answers(view, start, end):
        return True
    if at == 'alone' and not sound and _word_a_line(text, start, end):
        return True
    banned = use.rule.words('without')
    if not banned:
        return False
    without = view.rules.built((NAME, 'without', use.rule.id), lambda: re.compile('|'.join(map(re.escape, banned))))
    said = _NO_WORDS.sub('', text[max(0, start - 3 * _REACH):start])[-_REACH:]
    return without.search(said) is not None


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a Latin word is a unit behind its number, or has a capital that begins no sentence: 5 um, Umm Kulthum."""
    before = _before(text, _skip_back(text, start))
    if text[start:end].lower().startswith('ok'):
        return (before.isascii() and before.isalnum()) or 'a' <= text[end:end + 8].lstrip()[:1] <= 'z'
    named = text[start].isupper() and text[start:start + 2] != 'I '
    right = _skip(text, end)
    onward = text[right:right + 2].istitle() and text[right + 1:right + 2].islower()
    return before.isdecimal() or (named and (onward or (before.isascii() and before.isalnum())))


def _is_half(text: str, start: int, end: int, word: str) -> bool:
    """Whether a word on a line of its own may belong to the lines around: 学会 / 对 / 自己负责."""
    if word not in _HALVES:
        return False
    before, after = _BEFORE.search(text, max(0, start - _REACH), start), _AFTER.match(text, end)
    said, coming = before[1] if before else '', after[1] if after else ''
    if said and (_OPEN.search(said) or len(said) < (2 if _CLOSED.search(said) else _CLAUSE)):
        return True
    kind = '对' if word in '对對' else '好' if word == '好' else '这个' if word in _THIS else ''
    if not kind:
        return False
    if kind == '好' and said and coming and not _CLOSED.search(said) and not _GOES_ON.match(coming):
        return True     # 服务态度 / 好 / 价格也便宜
    if kind == '对':
        return bool(_WANTS[kind].search(_NO_WORDS.sub('', text[end:end + _REACH])))
    return bool(_WANTS[kind].match(coming))


def _asks_or_lists(text: str, start: int, end: int, word: str) -> bool:
    """Whether 呢 asks for what is named before it, or 啊 stands behind a thing in a list or an echo."""
    if word in _THIS:
        start = end - 1     # 这个啊，那个啊
    if word not in '呢啊' and text[start:end] != '啊':
        return False
    if text[end - 1:end] == '啊' and (_LISTED.search(text, max(0, start - 8), start) or _LISTS.match(text, end)):
        return True
    if word in _THIS:
        return False
    start = _skip_back(text, start)
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    named = before[1] if before and before.end(1) == start else ''
    if text[end:end + 1] not in ('', *EDGES) or not named or _TOPIC.match(named):
        return False
    return len(named) <= _ASKED if word == '呢' else len(named) <= _ECHOED and named not in _THIS


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
