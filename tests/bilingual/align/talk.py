"""A short talk in two languages, sentence by sentence, for the tests of this folder."""
from __future__ import annotations

from collections.abc import Sequence

from qinggao.bilingual.bitext import Bitext
from qinggao.edits import Revision
from qinggao.transcript import Cue, Transcript

TALK = (
    ('大家好，欢迎来到港口的灯塔。', 'Hello everyone, and welcome to the lighthouse in the harbour.'),
    ('这座灯塔是1887年建的。', 'This lighthouse was built in 1887.'),
    ('当时一共花了三万块银元，用了四年时间。', 'It cost 30,000 silver dollars at the time, and took four years.'),
    ('为什么要在这里建灯塔呢？', 'Why build a lighthouse here?'),
    ('因为每年都有二十多条船在雾里撞上礁石。', 'Because every year more than twenty ships hit the rocks in the fog.'),
    ('第一位看守人叫老陈，他在塔上住了五十二年。', 'The first keeper was called Old Chen, who lived in the tower for 52 years.'),
    ('他从来没有休过一天假。', 'He never took a single day off.'),
    ('后来英伟达的一位工程师买下了这座塔。', 'Later an engineer from Nvidia bought the tower.'),
    ('他用OpenAI的模型来预测海上的雾。', 'He uses a model from OpenAI to predict the fog at sea.'),
    ('准确率大概是百分之九十三。', 'It is right about 93 percent of the time.'),
    ('船长们一开始都不相信。', 'At first the captains did not believe it.'),
    ('现在他们每天早上都先看手机，再出海。', 'Now they look at their phones every morning before they go to sea.'),
    ('谢谢大家，我们下次再见。', 'Thank you all, and goodbye until next time.'),
)
CHINESE, ENGLISH = [zh for zh, _ in TALK], [en for _, en in TALK]


def plain(sentences: Sequence[str]) -> Transcript:
    """One paragraph."""
    return Transcript.plain((' ' if ' '.join(sentences).isascii() else '').join(sentences))


def timed(sentences: Sequence[str], starts: Sequence[float], rate: float = 1.) -> Transcript:
    """Captions that begin at these seconds, each until a tenth before the next one; an empty one is left out."""
    times = [round(1000 * start * rate) for start in (*starts, starts[-1] + 4)]
    at, lines, cues = 0, list[str](), list[Cue]()
    for sentence, begin, finish in zip(sentences, times, times[1:]):
        if sentence:
            cues.append(Cue(at, at + len(sentence), begin, finish - 100))
            lines.append(sentence)
            at += len(sentence) + 1
    return Transcript(Revision('\n'.join(lines)), tuple(cues))


def words(bitext: Bitext) -> list[tuple[str, str]]:
    return [(bitext.first.text[slice(*pair.first)], bitext.second.text[slice(*pair.second)]) for pair in bitext.pairs]
