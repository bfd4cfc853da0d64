"""Which runs and spaces go, by what the model says of them: readings made by hand, so that no training changes a row."""
from __future__ import annotations

import numpy as np
import pytest
from qinggao.editor.features import words
from qinggao.editor.gates import LEANINGS
from qinggao.editor.reading import Reading
from qinggao.editor.stretches import stretch
from qinggao.rulebook.shipped import shipped
from qinggao.settings import Settings
from qinggao.stages.editor.cuts import Gone, cuts
from qinggao.stages.editor.marks import marks
from qinggao.stages.editor.runs import runs
from qinggao.transcript import Transcript
from qinggao.view import View


def view_of(text: str) -> View:
    return View(Transcript.plain(text), Settings(), shipped())


def done(text: str, idle: str, likely: float, ends: bool) -> str:
    """What goes of a text for sure."""
    gone = cuts(view_of(text), reading(text, idle, likely, ends), []).edits
    return ''.join(text[edit.start:edit.end] for edit in gone if edit.sure)


def reading(text: str, idle: str, likely: float, ends: bool) -> Reading:
    """The first ``idle`` of a text is idle so likely, all else is not; a clause ends behind it, or none does."""
    read = stretch(text, 0, len(text))
    at = text.index(idle)
    inside = [at <= start < at + len(idle) for start in read.units.starts]
    goes = np.array([likely if one else 0. for one in inside], np.float32)
    marks = np.zeros((len(goes), len(LEANINGS)), np.float32)
    marks[:, 0] = 1
    if ends:
        marks[max(i for i, one in enumerate(inside) if one)] = [.2, .6, 0, .2, 0, 0, 0]
    chars = [key if not key.isascii() else '' for key in read.units.keys]
    return Reading(read, marks, goes, np.zeros_like(goes), np.array(words(chars)))


GO = [
    ('a sound', '灯塔啊很旧', '啊', .4, False),
    ('a filler that ends a clause', '灯塔很旧\n对不对\n要修了', '对不对', .4, True),
    ('a false start in the middle of a clause', '我们去修灯我们去修灯塔', '我们去修灯', .6, False),
    ('a false start that ends in a particle', '他们说灯塔和灯塔的楼梯都要修', '灯塔和', .6, False),
    ('said again at once', '他说要修灯塔的他说要修灯塔的楼梯', '他说要修灯塔的', .6, False),
    ('a clause that is begun again, where that is nearly certain', '我们就在\n我们住在海边', '我们就在\n', .9, True),
    ('a Latin name that comes again', '在Grace Darling的在Grace Darling的船', '在Grace Darling的', .6, False),
    ('a Latin name in small letters, then in capitals', '用的rust的是用的Rust的版本', '用的rust的是', .6, False),
]

STAY = [
    ('a sound that may mean something', '灯塔啊很旧', '啊', .2, False),
    ('a sound that rules leave', '他呃了一声', '呃', .9, False),
    ('a clause that another one resembles', '他在海边住\n他在海边等', '他在海边住\n', .6, True),
    ('a clause of three words', '要修灯\n要修船', '要修灯\n', .6, True),
    ('a Latin name that does not come again', '这个Grace Darling的这个人的船', '这个Grace Darling的', .9, False),
    ('a Latin word alone', '用AI做AI的人', 'AI', .9, False),
    ('a denial', '他认为不他认为军方会来', '他认为不', .6, False),
    ('a denial alone', '他来不\n我认为会来', '不', .9, False),
    ('one half of a pair', '说来说去还是灯太旧', '说来', .6, False),
    ('words that what follows does not begin with', '灯光是海上的风吹在海上的光', '是海上的风', .6, False),
    ('one thing and another', '他说要修灯要修船', '要修灯', .75, False),
    ('those who do and those who do not', '镇上有人会修有人不会修', '有人会修', .75, False),
    ('what he knows and I know', '我知道他知道这件事', '知道他', .9, False),
    ('what I gave him and he gave me', '他把灯给了我我把灯给了他', '把灯给了我我', .9, False),
    ('whose ship it is', '他的船我的船都在这里', '的船我', .9, False),
    ('places of two kinds', '有灯的地方有船的地方都去过', '的地方有船', .9, False),
    ('the wind of two times', '早上的风晚上的风都大', '的风', .9, False),
    ('two makers', '中国做的灯美国做的灯都好', '做的灯美国', .9, False),
    ('two things at once', '一边修灯一边修船', '修灯', .7, False),
    ('now this and now that', '有时候修灯\n有时候修船', '修灯', .7, True),
    ('a verb alone', '这样修那样修都不行', '修', .9, False),
    ('two kinds of people', '选民身份和公民身份都要', '身份', .9, False),
    ('the one at a place', '不是船上那个灯是岸上的', '那个', .9, False),
    ('wherever one likes', '你有船想去哪儿去哪儿', '去哪儿', .9, False),
    ('what is wrong here and there', '这边不对那边不对', '不对', .7, False),
    ('a verb', '这倒是感到很意外', '是', .8, False),
    ('one after the other', '船上的灯一个字一个字地闪', '一个字', .9, False),
    ('what is kept or thrown away', '大家来检查对的就留下错的就扔掉', '对的', .9, False),
    ('half of a tag', '修了一遍是吧那那个人说', '吧那', .6, False),
    ('degrees that go up', '三十五度三十六度', '三十五度', .9, False),
    ('a number', '一共30万一共30万块', '一共30万', .9, False),
    ('a Latin name of which half comes again', '这个Grace Darling的这个Grace的船', '这个Grace Darling的', .9, False),
]


@pytest.mark.parametrize(('text', 'idle', 'likely', 'ends'), [row[1:] for row in GO], ids=[row[0] for row in GO])
def test_it_goes(text: str, idle: str, likely: float, ends: bool) -> None:
    assert done(text, idle, likely, ends).strip() == idle.strip()


@pytest.mark.parametrize(('text', 'idle', 'likely', 'ends'), [row[1:] for row in STAY], ids=[row[0] for row in STAY])
def test_it_stays(text: str, idle: str, likely: float, ends: bool) -> None:
    assert done(text, idle, likely, ends) == ''


VETOED = [
    ('a Latin name that does not come again', 'Grace Darling 的船', 'Grace Darling 的'),
    ('a Latin name that comes again within the run alone', '这个 Rust 的 Rust 的人', '这个 Rust 的 Rust 的'),
    ('a number', '30 万块 30 万块', '30 万块'),
    ('a denial', '他认为不他认为军方会来', '他认为不'),
    ('a denial behind a question', '对不对我不想去灯塔', '对不对我不想'),
    ('one who goes, one who does not', '你去你别去', '你去'),
    ('one half of a pair', '走来走去', '走来'),
]


@pytest.mark.parametrize(('text', 'idle'), [row[1:] for row in VETOED], ids=[row[0] for row in VETOED])
def test_however_likely_it_is_no_run(text: str, idle: str) -> None:
    read = reading(text, idle, 1., False)
    assert list(runs(read.stretch.units.keys, read.words.tolist(), read.goes.tolist(), .2)) == []


CLOSED = [
    ('a slip of the recogniser', '灯塔 楼梯', .9, [('', 'editor/joined')]),
    ('a pause', '灯塔 楼梯', .6, [('，', 'editor/comma')]),
    ('two numerals', '一共二十 三个人来', .9, []),
    ('the same character twice', '这个人 人都很好', .9, []),
    ('a loop', '谢谢谢谢 谢谢谢谢', .9, []),
    ('a known mis-hearing that would come of it', '大语言 模形', .9, []),
    ('two Latin words', '灯塔 Grace Darling', .9, []),
]


@pytest.mark.parametrize(('text', 'none', 'found'), [row[1:] for row in CLOSED], ids=[row[0] for row in CLOSED])
def test_at_a_space(text: str, none: float, found: list[tuple[str, str]]) -> None:
    """Behind the last unit a sentence ends; that one is left out."""
    lines = f'{text}\n' * 3
    read = reading(lines, text[:1], 0., False)
    read.marks[:, 0], read.marks[:, 1] = none, 1 - none
    said = [(edit.new, edit.rule) for edit in marks(view_of(lines), read, Gone([], frozenset()))][:-1]
    assert said == found * 3
