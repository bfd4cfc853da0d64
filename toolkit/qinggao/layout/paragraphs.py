"""Where paragraphs begin: at blank lines, speaker turns, and in long stretches at openers and pauses."""
from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from ..blocks import blocks, trimmed
from ..patterns import HAN, lazy
from ..transcript import Transcript
from .sentences import sentences

# Weights count Chinese characters; an English word weighs as much as 5/3 of one (150 words ≈ 250 characters).
BEST = 150       # a paragraph of this weight is the most readable
LONGEST = 250    # a heavier stretch is cut; a lighter one stays as its author parted it
WORD = 5 / 3
MOST = 60        # so many pieces a paragraph has at most
PAUSE = 1500     # milliseconds of silence that suggest a new thought
AS_USUAL = 0.2   # the editor finds a paragraph so likely behind a sentence of which nothing else is known,
TRUST = 0.6      # and a unit of its log-odds weighs so much;
SIGHT = 300      # where it says nothing of so many characters, it has not read them

_UNIT = lazy(rf"[{HAN}]|[^\W{HAN}]+(?:['’.-][^\W{HAN}]+)*")
# How a sentence begins says whether a paragraph does. Shares of 100,000 sentences in edited talks that began one:
# 接下来 63%, 第二 53%, 除了 48%; 另外 32%, 不过 26%; any sentence 15%; 因为 2%, 他 3%, 也就是 4%.
_OPENER = lazy(
    r'\s*(?:(?P<often>大家好|各位|好[，,了的]|OK[，,]|接下来|下面|下一|回到|说到|谈到|提到|再[来看]|接着'
    r'|第[二三四五六七八九十]|最后|首先|总结|总的来说|除了|以上|现在我们|我们(?:先|再|来看)|让我们'
    r"|那么(?:我们|第|对于)|对于这|(?:Now|Next|First|Second|Third|Finally|Okay|OK|Well|Let's|Alright)\b)"
    r'|(?P<sometimes>另外|不过|那么|其次|第一|此外|对于|关于|至于|还有|有人|大家|今天|举个|值得|那我们'
    r'|(?:So|But|In|so|but|now|and then)\b)'
    r'|(?P<hardly>因为|就是|也就是|它|他(?!们)|她(?!们)|你|或者|甚至|毕竟|哪怕|换句话|比如|包括'
    r'|(?:Because|Or|And|It|He|She)\b))')
_GAINS = {'often': 0.6, 'sometimes': 0.15, 'hardly': -0.5, None: 0.0}


class Paragraph(NamedTuple):
    """``text[start:end]`` is one paragraph; ``speaker`` is named where a turn begins, else empty."""

    start: int
    end: int
    speaker: str = ''


def paragraphs(transcript: Transcript) -> Iterator[Paragraph]:
    """The paragraphs of the cleaned text, in order; every character but white space is in one."""
    for start, end, speaker in _stretches(transcript):
        for first, last in cut(transcript, start, end):
            yield Paragraph(first, last, speaker)
            speaker = ''


def _stretches(transcript: Transcript) -> Iterator[tuple[int, int, str]]:
    """Blocks, further parted where a speaker takes the word."""
    text, to_text = transcript.text, transcript.offsets.to_text
    turns = [(to_text.first(turn.start), turn.speaker) for turn in transcript.turns]
    starts = [(0, ''), *turns] if not turns or turns[0][0] > 0 else turns
    for (start, speaker), (end, _) in zip(starts, [*starts[1:], (len(text), '')]):
        for first, last in blocks(text, start, end):
            yield first, last, speaker
            speaker = ''


def cut(transcript: Transcript, start: int, end: int) -> Iterator[tuple[int, int]]:
    """One stretch in paragraphs of a readable size, cut between sentences."""
    text = transcript.text
    if not _is_too_heavy(text, start, end):
        yield start, end
        return
    ends = [stop for _, stop in _pieces(text, start, end)]
    starts = [start, *ends[:-1]]
    cuts = _best_cuts(text, transcript, starts, ends)
    at = start
    for stop in cuts:
        yield from trimmed(text, at, stop)
        at = stop


def weight(text: str, start: int, end: int) -> float:
    """How long a stretch reads, in Chinese characters."""
    part = text[start:end]
    units = len(_UNIT.findall(part))
    latin = len(re.findall(rf'[^\W{HAN}]+', part)) if units < len(part) else 0
    return units + (WORD - 1) * min(latin, units)


def _is_too_heavy(text: str, start: int, end: int) -> bool:
    """Whether a stretch is no paragraph. Its beginning tells in nearly all cases: all units of 60 MB on one line
    are a list of gigabytes."""
    near = min(end, start + 8 * LONGEST)
    return end - start > LONGEST and (weight(text, start, near) > LONGEST
                                      or (near < end and weight(text, start, end) > LONGEST))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences; one too heavy for a paragraph falls into its lines, or its words."""
    for first, last in sentences(text, start, end):
        if _is_too_heavy(text, first, last):
            yield from _shards(text, first, last)
        else:
            yield first, last


def _shards(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """An endless sentence in parts: at line ends, else commas, else spaces; whole where it has none."""
    for pattern in (r'\n', r'[，,；;]', r'(?:(?<!\S)\S+\s+){8}'):
        ends = [found.end() for found in re.compile(pattern).finditer(text, start, end)]
        if len(ends) > (end - start) / LONGEST / 2:
            break
    at = start
    for stop in (*ends, end):
        if text[at:stop].strip():
            yield at, stop
            at = stop


def _best_cuts(text: str, transcript: Transcript, starts: list[int], ends: list[int]) -> list[int]:
    """Ends of paragraphs, by dynamic programming: lengths near BEST, beginnings at openers and pauses."""
    weights = [weight(text, a, b) for a, b in zip(starts, ends)]
    gains = [_gain(text, transcript, at) for at in starts]
    best, back = [0.0], [0]
    for j in range(1, len(ends) + 1):
        cost, heavy, choice = math.inf, 0.0, j - 1
        for i in range(j - 1, max(-1, j - 1 - MOST), -1):
            heavy += weights[i]
            if heavy > LONGEST and i < j - 1:
                break
            new = best[i] + _cost(heavy) - (gains[i] if i else 0)
            if new < cost:
                cost, choice = new, i
        best.append(cost)
        back.append(choice)
    cuts, j = [], len(ends)
    while j:
        cuts.append(ends[j - 1])
        j = back[j]
    return cuts[::-1]


def _behind_words(text: str, at: int) -> int:
    """The offset behind the last letter, digit or Han before an offset."""
    while at and not text[at - 1].isalnum():
        at -= 1
    return at


def _told(text: str, transcript: Transcript, at: int) -> float:
    """The gain by what the trained editor says: none where a paragraph is as likely as behind any sentence, more above
    it, less below; none where it has read nothing near."""
    closings = transcript.closings
    if not closings:
        return 0.0
    behind = _behind_words(text, at)
    source = transcript.offsets.to_source.last(behind)
    i = bisect_left(closings, (source, 0.0))
    if not any(abs(one.at - source) <= SIGHT for one in closings[max(0, i - 1):i + 1]):
        return 0.0
    bounded = min(max(transcript.closing_at.get(behind, 0.0), 0.005), 0.9)
    return TRUST * (math.log(bounded / (1 - bounded)) - math.log(AS_USUAL / (1 - AS_USUAL)))


def _cost(heavy: float) -> float:
    return math.log(max(heavy, 1) / BEST) ** 2


def _gain(text: str, transcript: Transcript, at: int) -> float:
    """How much a paragraph would like to begin here."""
    opener = _OPENER.match(text, at)
    gain = _GAINS[opener.lastgroup] if opener else 0.0
    gain += _told(text, transcript, at)
    if transcript.cues and at:
        before, here = transcript.time_of(at - 1, at), transcript.time_of(at, at + 1)
        if before and here and here[0] - before[1] >= PAUSE:
            gain += 0.35
    return gain
