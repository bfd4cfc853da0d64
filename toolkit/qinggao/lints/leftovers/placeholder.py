"""A placeholder where words should be: 中文翻译内容, 此处省略, TODO.

A model, or an editor in a hurry, left it for later. Write the words, or delete the paragraph. A page that speaks of
leaving something out (此处省略三百字) is left alone.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.blocks import Block
from ...gate.finding import Finding
from ...gate.own_words import own_words
from ...gate.page import Page
from ...patterns import lazy

CODE = 'LE004'
NAME = 'placeholder'
SEVERITY = 'error'
MENDS = 'never'
WRONG = '**林小渡**: 中文翻译内容...\n'
RIGHT = '**林小渡**: 渔船在天亮以前就出港了。\n'

_WHAT = r'(?:原文|译文|翻译|中文|英文|内容|正文|段落|文字|部分|对话|摘要|总结|标题|链接|图片|数据)'
_SOME = r'[一二三四五六七八九十几数\d]{1,3}(?:段|句|节|页|行|章)'         # not 三百字, which people say in jest
_LATIN = '(?:translation|text|content|transcript|paragraph|conversation|dialogue|article)'
# In brackets inside a paragraph too.
_CLEAR = '|'.join((
    rf'(?:此处|这里){_WHAT}?(?:已)?(?:省略|略去)(?:{_WHAT}{{1,2}}|{_SOME})?',
    rf'(?:此处|这里)(?:为|是|放|填|插入|填入|填写|添加|粘贴|补充|应为|需要?)[^，。\n]{{0,12}}{_WHAT}',
    rf'(?:{_WHAT}{{1,2}})?(?:待补充?|待翻译|待完善|待填写?|待续写)|(?:请补充|请填写)(?:{_WHAT}){{0,2}}',
    r'(?-i:TODO|TBD|FIXME)(?:[:：].{0,60})?',
    r'(?:insert|add|place|put)[ ](?:the[ ])?[a-z ]{0,24}?(?:text|translation|content|summary|title|link|image)[ ]here',
    rf'(?:the[ ])?(?:rest|remainder)[ ]of[ ](?:the[ ])?(?:chinese[ ]|english[ ]|original[ ])?{_LATIN}'
    r'[ ](?:is[ ])?(?:continues|omitted|follows|goes[ ]here|unchanged)',
    rf'(?:the[ ])?(?:chinese|english|original)?[ ]?{_LATIN}'
    r'[ ](?:goes[ ]|comes[ ])?(?:here|omitted|pending|to[ ]be[ ](?:added|translated|continued))'))
# As a whole paragraph.
_PLAIN = '|'.join((
    rf'(?:中文|英文|完整)?(?:翻译|译文){_WHAT}', '(?:中文|英文)?(?:翻译|译文)文本',
    rf'(?:以下|下文|后文|后续|其余|中间|剩余){_WHAT}?(?:已)?(?:省略|略去)(?:{_WHAT})?',
    rf'{_WHAT}{{1,2}}(?:已省略|省略|待定|暂缺|缺失)', 'placeholder(?:[ ]text)?|to[ ]be[ ]translated'))
# As a whole paragraph in brackets: 翻译 alone may be an item of a list.
_TAGS = '(?:中文|英文)?(?:翻译|译文)|(?:chinese|english)[ ]translation'
# What they begin with: most lines and brackets hold something else.
_FIRST = '(?=[中英完翻译此这以下后其剩原内正段文部对摘总标链图数待请TFXtfxiapcerACEIOPR])'
_ENDS = r'[ \t.…。:：!！*_\-—]*'
_LABEL = r'(?:\*\*[^*\n]{1,40}\*\*[:：][ \t]*|[^\s:：*\[（(<>]{1,12}[:：][ \t]*)?'
_WHOLE = lazy(r'[ \t>*_\-….]*'
              rf'{_LABEL}(?:[\[（(【<{{]{{0,2}}[ \t]*{_FIRST}(?:{_CLEAR}|{_PLAIN}){_ENDS}[\]）)】>}}]{{0,2}}'
              rf'|[\[（(【<{{]{{1,2}}[ \t]*{_FIRST}(?:{_TAGS}){_ENDS}[\]）)】>}}]{{1,2}}){_ENDS}\Z', 2)
_INSIDE = lazy(rf'[\[（(【][ \t]*{_FIRST}(?:{_CLEAR}){_ENDS}[\]）)】]', 2)
_OPENS = frozenset('[(（【{')        # of an original only these lines are tried: the others are speech
_LINK = ('(', '[', ':')
_LONG = 120         # no placeholder line is longer


def findings(page: Page) -> Iterator[Finding]:
    text = page.text
    for block in page.paragraphs:
        if block.end - block.start <= _LONG and (not block.original or text[block.start] in _OPENS):
            for start, end in _lines(text, block):
                if _WHOLE.match(text, start, end):
                    yield Finding(start, end, 'a placeholder where words should be: write them, or delete the line')
    own = page.once(own_words)
    for found in _INSIDE.finditer(own.text):
        start, end = own.span(*found.span())
        linked = found[0][0] == '[' and text[end:end + 1] in _LINK
        if not linked and page.is_open(start, end) and not _is_whole(text, start, end):
            yield Finding(start, end, 'a placeholder where words should be: write them, or delete it')


def _lines(text: str, block: Block) -> Iterator[tuple[int, int]]:
    at = block.start
    while (end := text.find('\n', at, block.end)) >= 0:
        yield at, end
        at = end + 1
    yield at, block.end


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether the whole line is one, which has been said."""
    first, last = text.rfind('\n', max(0, start - _LONG), start) + 1, text.find('\n', end, end + _LONG)
    last = last if last >= 0 else min(len(text), end + _LONG)
    return (first > 0 or start < _LONG) and bool(_WHOLE.match(text, first, last))
