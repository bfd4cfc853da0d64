"""Words of the model that made the page: 以下是翻译：, Here is the translation.

They answer whoever asked for the page and mean nothing to its readers. Delete them. Where they say that the work is
not finished (未完待续，请继续), see what the page lacks.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.blocks import Block
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy

CODE = 'LE008'
NAME = 'model-talk'
SEVERITY = 'warning'
MENDS = 'never'
WRONG = '以下是这段内容的中文翻译：\n\n船在清晨离开港口。\n'
RIGHT = '船在清晨离开港口。\n'

_WORK = r'(?:翻译|译文|整理|改写|润色|总结|摘要|精简|校对|稿件|全文|正文|文章|笔记|版本|内容)'
_IT = r'(?:AI|人工智能|智能|大?型?语言)(?:语言)?(?:模型|助手)'
_BEGINS = lazy('|'.join((
    r'(?:好的|当然|没问题|明白了?)?[，,！!。. ]*'
    rf'(?:(?:以下|下面)(?:是|为|就是)[^。\n]{{0,30}}{_WORK}[^。，：:\n]{{0,12}}[：:。]?'
    rf'|这(?:是|就是)[^。\n]{{0,30}}{_WORK}[^。，\n]{{0,12}}[：:])\Z',
    rf'(?:好的|当然|没问题)[，,！!。 ]+(?:我|这|以下|下面)[^\n]{{0,40}}{_WORK}[^\n]{{0,12}}\Z',
    rf'(?:根据|按照)(?:您|你)(?:的|提供的)[^\n]{{0,40}}{_WORK}[^\n]{{0,20}}\Z',
    r"(?:sure|certainly|of course|okay)?[,!. ]*here(?:[ ]is|'s|’s|[ ]are)[ ](?:the|your|a)[ ][^\n]{0,60}"
    r'(?:translation|transcript|summary|version|article|text|rewrite|note)s?\b'
    r'(?:[ ](?:of|in|for|with|into|based|from|as|you)\b[^\n.]{0,60})?[ ]?[:.]?\Z')), 2)
_SAYS = lazy('|'.join((
    rf'(?:作为|身为)一[个名款]{_IT}(?![的之])', rf'我是一[个名款]{_IT}(?![的之])',
    r'(?:未完待续|由于(?:篇幅|长度|字数)(?:限制|所限))[，,。；; ]*(?:请|如需|需要|我|将|后续|以下)',
    r'(?:如果|若)?(?:您|你)?(?:需要|希望|想)(?:我)?(?:继续|进一步)[^。\n]{0,20}(?:请(?:告诉|告知)我|请随时|请说)',
    r'希望(?:这|以上|这份|这篇)[^。\n]{0,12}(?:翻译|译文|整理|改写|润色|总结|摘要)[^。\n]{0,8}对(?:您|你)有(?:所)?帮助',
    r'请(?:继续)?提供(?:更多|完整|后续|剩余)[^。\n]{0,12}(?:内容|文本|原文|部分)',
    r'as[ ]an[ ]ai[ ](?:language[ ])?(?:model|assistant)',
    r"i(?:['’]m[ ]sorry,?[ ](?:but[ ])?i)?[ ](?:cannot|can['’]t|am[ ]unable[ ]to)[ ]"
    r'(?:assist|help|provide|fulfil|continue|translate)',
    r"let[ ]me[ ]know[ ]if[ ]you(?:[ ]would|['’]d)?[ ](?:like|need|want)",
    r'(?:to[ ]be[ ]continued|continued[ ]in[ ](?:the[ ])?next)')), 2)
# One of these is in each: most pages are asked for no more.
_SIGNS = ('以下', '下面', '这是', '这为', '这就是', '好的', '当然', '没问题', '根据', '按照', 'here', '作为', '身为',
          '我是一', '未完待续', '由于', '继续', '进一步', '希望', '提供', ' ai ', 'can', 'unable', 'let me know',
          'continued')
_WORDS = frozenset(('text', 'list'))
_LONG, _AT_EDGE = 160, 2
_MARKS = ' \t*_>#（()[]【】-'


def findings(page: Page) -> Iterator[Finding]:
    own = _edges(page)
    for block in own:
        words = page.text[block.start:block.end]
        said = words.strip(_MARKS)
        low = said.lower() if len(words) <= _LONG else ''
        if any(sign in low for sign in _SIGNS) and (_BEGINS.match(said) or _SAYS.match(said)):
            yield Finding(block.start, block.end, 'words of the model that made this page: delete them')


def _edges(page: Page) -> list[Block]:
    """The first and last paragraphs of the page's own words."""
    blocks = page.blocks
    first: list[Block] = []
    for block in blocks:
        if block.kind in _WORDS and not block.original:
            first.append(block)
            if len(first) == _AT_EDGE:
                break
    last: list[Block] = []
    for block in reversed(blocks):
        if block.kind in _WORDS and not block.original:
            last.append(block)
            if len(last) == _AT_EDGE:
                break
    return sorted({*first, *last})
