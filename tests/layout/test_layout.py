"""Sentences, paragraphs, subtitle lines: where they begin, what never parts."""
from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao import Cue, Revision, Settings, Transcript, Turn
from qinggao.layout import joined, paragraphs, sentences, subtitles
from qinggao.layout.line_breaks import broken, width
from qinggao.layout.paragraphs import LONGEST, weight

SENTENCES = {
    'a closing quote stays with its sentence': ('他说：“好。”我走了。', ['他说：“好。”', '我走了。']),
    'a corner quote too': ('「走吧！」她说。', ['「走吧！」', '她说。']),
    'two marks are one end': ('真的吗？！不会吧……走了。', ['真的吗？！', '不会吧……', '走了。']),
    'a decimal point ends nothing': ('涨了 3.5 个点。跌了 1.2 个点。', ['涨了 3.5 个点。', '跌了 1.2 个点。']),
    'English by its stops': ('It works. Does it? Yes!', ['It works.', ' Does it?', ' Yes!']),
    'initials and titles end nothing': ('Mr. Li met J. Smith in the U.S. Army. He left.',
                                        ['Mr. Li met J. Smith in the U.S. Army.', ' He left.']),
    'lower case after a stop goes on': ('we use node.js and so on. it goes on', ['we use node.js and so on. it goes on']),
    'English before Chinese': ('We use GPT. 然后走了。', ['We use GPT.', ' 然后走了。']),
    'a doubtful stop between Chinese sentences': ('走了。Mr. Li met J. Smith. 他说好。', ['走了。', 'Mr. Li met J. Smith.', ' 他说好。']),
    'no mark at the end': ('走了。再见', ['走了。', '再见']),
    'nothing': ('', []),
}


@pytest.mark.parametrize(('text', 'parts'), SENTENCES.values(), ids=SENTENCES)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == parts


@given(st.text(st.sampled_from('我走了。！？”“ab. \nU.S')))
def test_sentences_lose_nothing(text: str) -> None:
    found = list(sentences(text))
    assert ''.join(text[a:b] for a, b in found).split() == text.split()
    assert all(b <= c for (_, b), (c, _) in zip(found, found[1:]))


def test_a_long_line_is_as_sentences_by_themselves() -> None:
    whole = 'Mr. Li met J. Smith in the U.S. Army. He left for good. ' * 300
    assert [whole[a:b].strip() for a, b in sentences(whole)] == ['Mr. Li met J. Smith in the U.S. Army.', 'He left for good.'] * 300


def test_doubtful_stops_in_a_long_line_cost_no_more_each() -> None:
    def seconds(text: str) -> float:
        begun = time.perf_counter()
        assert len(list(sentences(text))) > 0
        return time.perf_counter() - begun
    for line in ('我们说到 U.S. Army 的事。', 'we met in the U.S. Army and ', 'Mr. Li met J. Smith. '):
        seconds(line)
        assert seconds(line * 2000) < 30 * seconds(line * 200) + 0.1


JOINED = {
    'Han to Han': ('大家\n好', '大家好'), 'a mark to Han': ('好，\n来', '好，来'), 'Latin to Latin': ('so\nthen', 'so then'),
    'Han to Latin': ('用\nGPT', '用 GPT'), 'a mark to Latin': ('好，\nGPT', '好，GPT'), 'kana': ('カ\nタ', 'カタ'),
    'a digit to Han': ('2024\n年', '2024 年'), 'spaces at the break': ('a \n b', 'a b'),
}


@pytest.mark.parametrize(('text', 'line'), JOINED.values(), ids=JOINED)
def test_joining(text: str, line: str) -> None:
    assert joined(text) == line


def parts(text: str, *turns: Turn) -> list[str]:
    transcript = Transcript(Revision(text), turns=turns)
    return [text[start:end] for start, end, _ in paragraphs(transcript)]


def test_paragraphs_of_an_author_stay() -> None:
    assert parts('第一段很短。\n\n第二段也很短。\n') == ['第一段很短。', '第二段也很短。']


def test_a_turn_begins_a_paragraph() -> None:
    assert parts('你好。\n你也好。\n再见。', Turn(0, '甲'), Turn(4, '乙')) == ['你好。', '你也好。\n再见。']


def test_a_long_stretch_is_cut_between_sentences() -> None:
    text = ''.join(f'这是第{n}句话，说的是一件不大不小的事情。\n' for n in '一二三四五六七八九十' * 4)
    found = parts(text)
    assert all(part.endswith('。') for part in found)
    assert all(80 <= weight(part, 0, len(part)) <= LONGEST for part in found)


def test_an_opener_begins_a_paragraph() -> None:
    filler = '我们说了很多关于这件事情的看法和经验。' * 7
    found = parts(filler + '接下来我们看第二个问题。' + filler + '好，最后讲讲结论。' + filler)
    assert [part[:3] for part in found[1:]] == ['接下来', '好，最']


def test_a_long_pause_begins_a_paragraph() -> None:
    lines = [f'这一句话说的是第{n}件不大不小的事情。' for n in range(20)]
    source, cues, time = '', [], 0
    for number, line in enumerate(lines):
        time += 3000 if number == 9 else 100
        cues.append(Cue(len(source), len(source) + len(line), time, time + 2000))
        time += 2000
        source += line + '\n'
    found = list(paragraphs(Transcript(Revision(source), tuple(cues))))
    assert source[found[1].start:].startswith(lines[9])


def test_english_paragraphs_have_60_to_150_words() -> None:
    text = ' '.join(f'This is sentence number {n} about a thing that matters.' for n in range(60))
    assert all(60 <= len(part.split()) <= 180 for part in parts(text))


def test_endless_text_without_marks_is_cut_too() -> None:
    assert all(weight(part, 0, len(part)) <= LONGEST for part in parts('so then we went on ' * 400))


@given(st.text(st.sampled_from('我走了。，ab. \n'), max_size=900))
def test_paragraphs_lose_nothing_and_stay_when_read_again(text: str) -> None:
    found = parts(text)
    assert ''.join(found).split() == ''.join(text).split() or ''.join(''.join(found).split()) == ''.join(text.split())
    assert parts('\n\n'.join(joined(part) for part in found)) == [joined(part) for part in found]


LINES = {
    'it fits': ('今天讲三件事', ['今天讲三件事']),
    'at a mark': ('我们今天要讲的是人工智能，它为什么这么重要', ['我们今天要讲的是人工智能，', '它为什么这么重要']),
    'between words': ('人工智能正在改变每一个普通人的日常生活', ['人工智能正在改变每一个', '普通人的日常生活']),
    'never inside a Latin word': ('我们用 Transformer 架构训练语言模型的时候', None),
    'never inside a number': ('这家公司今年的收入一共是 1,234,567.89 美元左右', None),
    'never before a closing mark': ('他说这件事情我们已经讨论过很多很多次了（真的）。', None),
}


@pytest.mark.parametrize(('text', 'lines'), LINES.values(), ids=LINES)
def test_subtitle_lines(text: str, lines: list[str] | None) -> None:
    found = [text[a:b] for a, b in broken(text, chinese=True)]
    assert lines is None or found == lines
    assert all(width(line.strip(), chinese=True) <= 16 for line in found)
    assert ''.join(found) == text
    assert not any(line[0] in '，。）！' for line in found)
    for whole in ('Transformer', '1,234,567.89'):
        assert whole not in text or any(whole in line for line in found)


def cue(text: str, begin: int, finish: int) -> Transcript:
    return Transcript(Revision(text), (Cue(0, len(text), begin, finish),))


def test_a_cue_too_long_is_cut_in_time_and_order() -> None:
    text = '我们今天要讲的是人工智能，它为什么这么重要呢，因为它正在改变每一个普通人的日常生活，没有人能够例外。'
    found = list(subtitles(cue(text, 1000, 11000), Settings()))
    assert len(found) > 1
    assert found[0].begin == 1000
    assert found[-1].finish == 11000
    assert all(a.finish <= b.begin for a, b in zip(found, found[1:]))
    assert all(len(one.lines) <= 2 for one in found)


def test_marks_at_line_ends_are_dropped_or_kept() -> None:
    assert [line.words for one in subtitles(cue('好，今天讲完了。', 0, 900), Settings()) for line in one.lines] == ['好，今天讲完了']
    kept = subtitles(cue('好，今天讲完了。', 0, 900), Settings(subtitle_marks='keep'))
    assert [line.words for one in kept for line in one.lines] == ['好，今天讲完了。']
    asked = subtitles(cue('你们懂了吗？', 0, 900), Settings())
    assert [line.words for one in asked for line in one.lines] == ['你们懂了吗？']


def test_english_lines_are_42_wide() -> None:
    text = 'It is not hard to see that this line is longer than forty-two characters.'
    (one,) = subtitles(cue(text, 0, 4000), Settings())
    assert [len(line.words) <= 42 for line in one.lines] == [True, True]


def test_a_line_that_was_all_filler_shows_nothing() -> None:
    words = Revision('嗯\n大家好', ())
    from qinggao import Edit
    t = Transcript(words.edit([Edit(0, 1, '', 'fillers/en')]), (Cue(0, 1, 0, 300), Cue(2, 5, 500, 1500)))
    assert [(one.begin, one.finish) for one in subtitles(t, Settings())] == [(500, 1500)]
