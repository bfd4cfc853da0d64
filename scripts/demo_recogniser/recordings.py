"""The recordings in samples/audio: invented talk by the same voices, and beside each what is said in it."""
from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .clips import take
from .espeak import RATE_OUT
from .phrases import HOMOPHONES, Utterance, right
from .talks import Talk, mixed

CODECS = {'.flac': ('flac', 'flac', None), '.opus': ('ogg', 'libopus', 24_000)}
ALL_RIGHT = frozenset(HOMOPHONES.values())
PAUSE = .7                       # seconds between two utterances where none is given


class Line(NamedTuple):
    """One utterance: its phrases with the marks between them, who says it, how fast, and how long after the last."""

    text: str                    # phrases parted by `|`, or by the mark they are spoken with
    voice: str = ''
    rate: int = 170
    pause: float = PAUSE


RECORDINGS = {
    'meeting.opus': ('Two people at a weekly meeting', (
        Line('大家好，我们开始吧', '+f2', 165, .4), Line('嗯|那个|会议记录|已经发布，可以下载', '+f2'),
        Line('新版本|很重要，但是|测试报告|还没完成', '+m3', 175, .9), Line('怎么说呢|服务器|太慢了，对吧', '+m3'),
        Line('下一个问题', '+f2', 160, 1.6), Line('用户反馈，需要讨论', '+f2', 170, .5),
        Line('我同意', '+m3', 170, .4), Line('所以|明天早上|检查一下|Docker', '+f2'), Line('谢谢大家', '+f2', 155))),
    'broadcast.opus': ('One voice about a market, with fillers', (
        Line('欢迎收听|天气预报', '+Annie', 170, .3),
        Line('其实|去年年底|股票市场|突然下降，就是说|百分之三十五', '+Annie', 180),
        Line('然后呢|第一季度|数据中心|大幅增长', '+Annie', 180, 1.2), Line('你知道吗|一百块钱|买了一些', '+Annie'),
        Line('因为|风险管理|特别简单，是不是啊', '+Annie', 175, 1.))),
    'homophones.opus': ('Three words that sound like others: hot words help', (
        Line('今天|大飞农，很重要', '+m7', 165, .3), Line('所以|我们公司|现在|指营', '+m7', 165),
        Line('因为|压住|人工智能，没有问题', '+m7', 165))),
    'late-start.opus': ('Six seconds of nothing, then a sentence', (
        Line('请等一下，操作系统|不能使用', '', 170, 6.),)),
    'self-test.flac': ('What a device must hear before it is trusted', (
        Line('人工智能|非常快，没有问题', '', 165, .3),))}


def record(folder: Path) -> None:
    """Write every recording, what is said in it, and a list of them with their times."""
    folder.mkdir(parents=True, exist_ok=True)
    told = []
    for name, (about, lines) in RECORDINGS.items():
        one = talk(lines)
        write_sound(folder / name, one.sound)
        said = [right(spoken.text, ALL_RIGHT) for spoken in one.spoken]
        (folder / name).with_suffix('.txt').write_text('\n'.join(said) + '\n', encoding='utf-8')
        told += ['', f'## {name}', '', f'{about}; {one.seconds:.1f} s.', '', '| from | to | said |', '|--:|--:|---|']
        told += [f'| {spoken.begin:.2f} | {spoken.finish:.2f} | {text} |' for spoken, text in zip(one.spoken, said)]
    (folder / 'README.md').write_text(INTRODUCTION + '\n'.join(told) + '\n', encoding='utf-8')


INTRODUCTION = '''# Recordings to try it on

Invented, spoken by espeak-ng, made by scripts/train_demo_recogniser.py (`--only recordings`); 16 kHz, mono. Beside each
lies what is said in it, an utterance a line, without marks. Three words in homophones.opus sound like others: the demo
recogniser in samples/models writes 大飞农, 指营 and 压住 unless the right ones are in the prompt or the hot words.
self-test.txt is also, to the character, what it hears in self-test.flac. Times are in seconds.
'''


def talk(lines: tuple[Line, ...]) -> Talk:
    """The lines one after another, each after its pause."""
    said = []
    at = 0.
    for line in lines:
        utterance = parsed(line.text)
        sound = take(utterance, line.voice, line.rate, 50).sound
        said.append((at + line.pause, utterance.phrases, sound))
        at += line.pause + len(sound) / RATE_OUT
    return mixed(said, at + .4)


def parsed(text: str) -> Utterance:
    """An utterance as a line has it.

    >>> parsed('嗯|那个，对吧')
    Utterance(phrases=('嗯', '那个', '对吧'), joints=('', '，'))
    """
    joints = tuple('' if mark == '|' else mark for mark in text if mark in '|，')
    return Utterance(tuple(text.replace('，', '|').split('|')), joints)


def write_sound(path: Path, sound: NDArray[np.float32]) -> None:
    """FLAC, or Opus of 24 kbit/s, as the name says."""
    import av
    kind, codec, rate = CODECS[path.suffix]
    with av.open(str(path), 'w', format=kind) as out:
        stream: Any = out.add_stream(codec, rate=RATE_OUT)
        stream.layout = 'mono'
        if rate:
            stream.bit_rate = rate
        whole = av.AudioFrame.from_ndarray((sound * 32767).astype(np.int16)[None], 's16', 'mono')
        whole.sample_rate = RATE_OUT
        resampler = av.AudioResampler(stream.format, 'mono', RATE_OUT, stream.frame_size or None)
        for frame in [*resampler.resample(whole), *resampler.resample(None), None]:
            out.mux(stream.encode(frame))
