"""Where a filler is said for its meaning and stays: as an answer, a name, a question, half of a sentence."""
from __future__ import annotations

from ...patterns import lazy
from ...view import View
from .latin import is_name
from .scan import Scan, Use
from .span import char_before, skip, skip_back
from .words import EDGES, HAN, MARKS, is_latin

_QUOTES = frozenset('“”"「」『』‘（）()《》：:—*_[]【】')         # what stands at one of these is quoted or named
_ASKING = lazy(r'(?:\w[^\w\n]*[？?]|[吗呢吧么嘛不]|没有|(.)不\1)[，。,.、]?[ \n]{0,4}\Z')
_ASKED = lazy(      # a question on the line before, whatever it ends with
    r'(?:(\w)不\1|有[没沒]有|是不是|[还還]是|(?:\n|\A)[你您](?:就?是|的意思|确定|叫|姓|不))[^\n]*\n{1,2} ?\Z')
_NO_WORDS = lazy(rf'[\s{MARKS}]+')
_WORD = 2       # the longest line that may be one word of a text with a word a line
_REACH = 24     # how far back a rule's `without` looks on the line, marks aside
_CARRIED = 6    # and on the line before, where this one goes on with it: 怎么 / 会是这样呢
_OWN = 3        # 其实呢 goes on with nothing

# What may be half of a sentence that a line break cuts: 学会 / 对 / 自己负责.
_HALVES = frozenset(('对', '對', '好', '好的', '这个', '那个', '這個', '那個'))
_BEFORE = lazy(rf'([^\s{MARKS}]*)[\s{MARKS}]*\Z')     # a mark may be the chain's own
_UP_TO_BREAK = lazy(rf'.*(?:[{MARKS}]|(?<=[{HAN}]) (?=[{HAN}]))')     # 2024 年 is one stretch, 我们 开始 two
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
    '对吧': frozenset('说就才也都面针太很该相答猜做写没绝一核派校反应配查作选找嫁死敌押投'),
}

# 票呢 and 你妈妈呢 ask where they are; 所以呢 and 管理层呢 go on. 妈啊 calls; 梨啊，香蕉啊 lists.
_NAMED, _NAMED_OF_YOU = 2, 5    # characters
_OF_YOU = lazy('那?[你您我]|那(?![么麼时時个個])|说好的')
_GOING_ON = lazy(r'\w[着著]\w{1,2}\Z')      # 外面下着雨呢
_MISSED = lazy(     # 王老师呢 / 今天没来
    r'\W{0,2}\n[^\n]{0,5}(?:怎么[不没找]|怎麼[不沒找]|去哪|在哪|没来|沒來|[刚剛][才还還]|小声|小聲|不见|不見)')
_ANSWER = lazy(     # 头疼是吧 / 嗯; 手术做过了是吧 / 没有做
    r'\W{0,2}\n ?(?:(?:不?[对對是]|[没沒]有?|[还還][没沒]|嗯|有|好)[的了啊呀嗯]{0,2}(?=[\s，。]|\Z)'
    r'|[没沒不][^\n]{1,3}(?=\n|\Z))')
_WRONG = lazy(r'[错錯]\n[对對]|[对對]\n[错錯]')
_TOPIC = lazy(
    '然[后後]|所以|但是?|而且|因[为為]|其[实實]|首先|其次|最[后後]|另外|同[时時]|[当當]然|那[么麼]|不[过過]|如果|就是|比如|以[前后後]|'
    '今天|[现現]在|之[后後]|接下[来來]|一般|[总總]之|反正|[实實][际際]上|基本上|事[实實]上|[这這][样樣里时時]|第.|[后後][来來]|[结結]果|'
    '于是|因此|或者|[还還]有|有[时時]|[平当當][时時]|[到在从從等过過对對把给給为為跟被让讓去来來有]|'
    '.*(?:[了是着后後前时時候年月日刻間间次里裡中内內]|的[话話]|方面)\\Z')
_AMOUNT = lazy('[0-9一二三四五六七八九十百千万萬亿億两兩零半几幾]+')
_THIS = frozenset(('这个', '那个', '這個', '那個'))     # 这个啊 thinks
_LISTED = lazy(r'啊[，、 ]{0,2}[^\W啊呢嗯呃唔]{1,4}\Z')
_LISTS = lazy(r'[，、 ]{0,2}[^\W啊呢嗯呃唔]{1,4}啊')
_THING = 4      # characters
_LISTED_LINE = lazy(r'(?:\n|\A)[^\W啊呢嗯呃唔]{1,4}啊[^\w\n]{0,2}\n\Z')
_LISTS_LINE = lazy(r'[^\w\n]{0,2}\n[^\W啊呢嗯呃唔]{1,4}啊(?!\w)')


def stays(view: View, rules: Scan, use: Use, start: int, end: int) -> bool:
    """Whether the run ``text[start:end]`` is quoted, names something, answers someone, or is half of a sentence."""
    text, at = view.text, use.at
    if text[end:end + 1] in _QUOTES or char_before(text, skip_back(text, start)) in _QUOTES:
        return True
    if is_latin(use.word) and is_name(text, start, end):
        return True
    if at == 'end' and char_before(text, start) in _SAYS.get(use.word, ()):
        return True
    if _is_answered(view, use.word, start, end) or (at == 'alone' and _marks_answers(text, start, end)):
        return True
    if at == 'alone' and not use.is_sound and (_word_a_line(text, start, end) or _holds_half(text, rules, start, end)):
        return True
    if at == 'start' and use.word in '对對' and _WANTS['对'].search(_line(text, end)):
        return True     # 对我来说: a preposition
    # 嗯 answers on its own, not in 嗯我想想
    return (at == 'alone' or (at == 'start' and not use.is_sound)) and _answers(view, rules, start, end)


def _is_answered(view: View, word: str, start: int, end: int) -> bool:
    """Whether a tag or 呢 asks and the next line answers, or the run is all that a speaker says: >> Hmm. >> Sir?"""
    if (word in _SAYS or word == '呢') and view.text[end:end + 1] == '\n' and view.starts_turn(end + 1):
        return True
    if word in _SAYS and _ANSWER.match(view.text, end):
        return True
    return view.starts_turn(start) and view.starts_turn(skip(view.text, end))


def _marks_answers(text: str, start: int, end: int) -> bool:
    """错 / 对 / 错"""
    return text[start:end] in ('对', '對') and _WRONG.search(text[max(0, start - 2):end + 2]) is not None


def _line(text: str, at: int) -> str:
    """What follows on the line."""
    return text[at:at + _REACH].partition('\n')[0]


def is_said(text: str, use: Use, start: int, end: int) -> bool:
    """Whether the last word of a run asks, calls, lists, or belongs to words before it: 为什么不早说呢."""
    return (_asks_or_lists(text, start, end, use.word)
            or (use.without is not None and use.without.search(_said_before(text, start, use.word)) is not None))


def _said_before(text: str, start: int, word: str) -> str:
    """What was said on the line; for 呢 with the end of the line before, marks or none: they come and go."""
    line = _since_break(text, start, 3 * _REACH)
    own = text[max(line, start - _REACH):start]
    if not own.isalnum():
        own = _NO_WORDS.sub('', text[line:start])[-_REACH:]
    if word != '呢' or not _OWN < len(own) < _REACH:
        return own
    return _NO_WORDS.sub('', text[max(0, line - 2 * _CARRIED):line])[-_CARRIED:] + own


def _since_break(text: str, at: int, most: int) -> int:
    """Where the line begins, or so many characters back: a text may be one line."""
    least = max(0, at - most)
    return max(text.rfind('\n', least, at) + 1, least)


def _holds_half(text: str, rules: Scan, start: int, end: int) -> bool:
    """Whether a word of the run may belong to the lines around."""
    return any(_is_half(text, start, end, found[0]) for found in rules.word.finditer(text, start, end)
               if found[0] in _HALVES)


def _is_half(text: str, start: int, end: int, word: str) -> bool:
    """Whether a word on a line of its own may belong to the lines around: 学会 / 对 / 自己负责."""
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
    """Whether 呢 asks for what is named before it, or 啊 calls it or lists it."""
    if text[end - 1:end] == '啊' and (word in _THIS or word in '呢啊' or start == end - 1):
        this = word in _THIS    # 这个啊，那个啊
        return _lists(text, end - 1 if this else start, end) or (not this and _calls(_named(text, start, end)))
    if text[end - 1:end] == '呢' and text[start:end - 1] in _THIS:
        return True     # 那个呢 asks for that one
    return word == '呢' and (_asks(_named(text, start, end)) or _MISSED.match(text, end) is not None)


def _lists(text: str, start: int, end: int) -> bool:
    """Whether another thing with 啊 stands beside, or a line of one where this is one too."""
    if _LISTED.search(text, max(0, start - 8), start) or _LISTS.match(text, end):
        return True
    thing = len(_named(text, start, end))
    return 0 < thing <= _THING and bool(_LISTED_LINE.search(text, max(0, start - thing - _THING - 4), start - thing)
                                        or _LISTS_LINE.match(text, end))


def _calls(named: str) -> bool:
    """Whether 啊 behind these words calls or wonders: 妈啊, 三十啊."""
    return len(named) == 1 or _AMOUNT.fullmatch(named) is not None


def _named(text: str, start: int, end: int) -> str:
    """All that was said since the last break, where a break follows."""
    if text[end:end + 1] not in ('', *EDGES):
        return ''
    start = skip_back(text, start)
    line = _since_break(text, start, _REACH)
    broken = _UP_TO_BREAK.match(text, line, start)
    return text[broken.end() if broken else line:start].replace(' ', '')


def _asks(named: str) -> bool:
    """Whether 呢 behind these words asks for them, or says what goes on."""
    if _GOING_ON.search(named):
        return True
    return (0 < len(named) <= (_NAMED_OF_YOU if _OF_YOU.match(named) else _NAMED)) and not _TOPIC.match(named)


def _answers(view: View, rules: Scan, start: int, end: int) -> bool:
    """对 after a question or as another speaker's first word."""
    text = view.text
    if not rules.answers.search(text, start, end):
        return False
    return (view.starts_turn(start) or bool(_ASKING.search(text, max(0, start - 8), start))
            or bool(_ASKED.search(text, max(0, start - _REACH), start)))


def _word_a_line(text: str, start: int, end: int) -> bool:
    """Whether the lines around hold a word or two each: then an edge of a line says nothing, as with 对 / 我 / 来说."""
    before, after = text[max(0, start - 12):start].split('\n'), text[end:end + 12].split('\n')
    last = next((part for part in reversed(before) if part.strip()), '')
    coming = next((part for part in after if part.strip()), '')
    return (len(before) > 1 and len(after) > 1
            and all(len(_NO_WORDS.sub('', line)) <= _WORD for line in (last, coming)))


