"""A mark of a sound that nobody said, in Chinese prose: [Music], [笑声].

Captions need it, an article does not: delete it. Round brackets (（掌声）) are also how printed speeches note applause,
so they are deleted only if you ask for it; （笑） in an interview is left alone, and so are originals.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.own_words import chinese_words
from ...gate.page import Page
from ...patterns import lazy
from .removal import is_alone, removal

CODE = 'LE005'
NAME = 'sound-mark'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '[音乐]\n\n大家晚上好，今天我们讲潮汐。\n'
RIGHT = '大家晚上好，今天我们讲潮汐。\n'

_ROUND = '（('
# What the shipped rules say in brackets: without it they are not even read.
_LIKELY = lazy(
    r'[\[（(［♪♫♬♩](?:(?<=[\[［])[^\[\]［］\n]{1,40}[\]］](?![(\[:])|(?<=[♪♫♬♩])'
    r'|(?<=[（(])[ ]?(?:背景|片[头頭尾]|热烈|熱烈|全场|全場)?'
    r'(?:音[乐樂]|掌[声聲]|鼓掌|欢呼|歡呼|[杂雜噪静靜]音|[铃鈴哭][声聲])'
    r'|(?<=[（(])[ ]?(?:[a-zA-Z]{3,10}[ ]){0,2}'
    r'(?i:music|appla|clap|cheer|laugh|chuckl|giggl|sigh|noise|static|silence))')


def findings(page: Page) -> Iterator[Finding]:
    own = page.once(chinese_words)
    if not (page.settings.rules or _LIKELY.search(own.text)):
        return
    from ...settings import Level
    from ...stages.boilerplate.sound_marks import sound_marks
    from ...stages.boilerplate.words import Words
    words = page.rules.built('lints/sound-marks', lambda: Words.of(page.rules.room('boilerplate'), Level.strong))
    for edit in sound_marks(own.text, words):
        said = own.text[edit.start:edit.end]
        start, end = own.span(edit.start + len(said) - len(said.lstrip()), edit.start + len(said.rstrip()))
        if not page.is_open(start, end) or _is_style(page.text[start:end]) or _is_title(page.text, start, end):
            continue
        alone = is_alone(page, start, end)
        sure = alone and page.text[start] not in _ROUND and not _has_original(page, end)
        yield Finding(start, end, f'{page.text[start:end]} is a sound, not words: delete it',
                      (removal(page, start, end, CODE, sure),))


def _is_style(mark: str) -> bool:
    """（笑） is how printed interviews note it."""
    return mark[0] in _ROUND and mark.strip('（）() 。.') in ('笑', '大笑', '众笑', '全场笑', '笑声', '叹气')


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether it is part of a title: 《[音乐]之书》."""
    line = text[text.rfind('\n', 0, start) + 1:start]
    return line.rfind('《') > line.rfind('》') and '》' in text[end:end + 40].partition('\n')[0]


def _has_original(page: Page, at: int) -> bool:
    """Whether a folded original follows, which would lose its paragraph."""
    return page.text[at:at + 40].lstrip(' \n。.*').startswith('<details')
