"""Stock credits that a recogniser writes over silence.

Whisper learned them from subtitles and says them where nobody speaks: 请不吝点赞 订阅 转发 打赏支持明镜与点点栏目,
字幕由 Amara.org 社区提供. Nobody said it: delete it. What a host may truly say is left alone (谢谢观看, 请不吝点赞 订阅
转发), and so is a credit to somebody else (中文字幕由林静提供). rules/boilerplate.yaml has the list.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.own_words import own_words
from ...gate.page import Page

CODE = 'TX009'
NAME = 'credit'
SEVERITY = 'warning'
MENDS = 'unsure'
WRONG = '灯塔的故事就讲到这里。\n\n字幕由 Amara.org 社区提供\n'
RIGHT = '灯塔的故事就讲到这里。\n'

# What the shipped rules need: without one of them the rules are not even read.
_SIGNS = ('字幕', 'mara', '明镜', '明鏡', '点点栏目', '點點欄目', 'YoYo')


def findings(page: Page) -> Iterator[Finding]:
    words = page.once(own_words).text
    if not (page.settings.rules or any(sign in words for sign in _SIGNS)):
        return
    from ...stages.boilerplate.credits import credits
    from ...stages.boilerplate.words import words_of
    text = page.text
    for edit in credits(text, words_of(page.view)):
        said = text[edit.start:edit.end]
        start = edit.start + len(said) - len(said.lstrip())
        end = start + len(said.strip())
        if edit.sure and start >= page.body and page.is_open(start, end):
            yield Finding(start, end, 'a stock credit, which nobody said: delete it',
                          (Edit(edit.start, edit.end, '\n' if end == len(text) else '', CODE, False),))
