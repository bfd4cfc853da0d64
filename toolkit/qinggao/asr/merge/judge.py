"""Which of two readings holds. The old one, unless something speaks for what was heard: a person may have mended it."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from .case import Case
from .evidence import Idle, Side, holds
from .numerals import value

Verdict = Literal['heard', 'raw', 'raw-unsure', 'idle']

SURE = .9           # so sure of a word a recogniser is right in most cases; of a segment it is rarely so sure
LIKELY = .6         # worth a look
SURER = .1          # by so much more than it was of the old reading
LONG = 40           # letters: of longer stretches one probability says nothing
SENTENCE = 6        # letters: 的 and 就 are left out by editors, a sentence by a recogniser
SILENCE = 2000      # milliseconds without speech
PACE = 120          # milliseconds a letter takes at least
NEAR = 2            # letters by which a difference may be longer than the word that decides it
_ALIKE = ('他她它牠祂', '的地得', '在再', '吗嘛么', '做作坐座', '那哪', '以已', '分份', '账帐', '象像', '于与余')
_SOUND = {char: chars[0] for chars in _ALIKE for char in chars}


class Finding(NamedTuple):
    """A verdict and its reason; ``rule`` signs the edit that follows from it: done if ``sure``, else advised."""

    verdict: Verdict
    reason: str
    rule: str = ''
    sure: bool = True


class Judge:
    """Hears the witnesses in order: the first that has something to say decides."""

    def __init__(self, raw: Side, heard: Side, idle: Idle, nobody_says: Sequence[tuple[int, int]], timed: bool) -> None:
        self._raw, self._heard, self._idle = raw, heard, idle
        self._nobody_says, self._timed = nobody_says, timed
        self._witnesses = (self._rule, self._fillers, self._sound, self._doubt, self._name, self._not_heard,
                           self._missing, self._length, self._surer)

    def finding(self, case: Case) -> Finding:
        """The verdict on a difference."""
        return next(found for found in (witness(case) for witness in self._witnesses) if found)

    def _rule(self, case: Case) -> Finding | None:
        here = case.here
        known = self._raw.misheard(*case.raw) if case.new else None
        if known and self._heard.says(known.rule.text('right'), here.first, here.last) \
                and case.here.size <= len(known.rule.text('right')) + NEAR:
            return Finding('heard', f'{known.rule.id} knows the old reading as misheard', 'heard/rule')
        known = self._heard.misheard(*case.heard) if case.old else None
        if known and self._raw.says(known.rule.text('right'), here.start, here.end):
            return Finding('raw', f'{known.rule.id} knows what was heard as misheard')
        return None

    def _fillers(self, case: Case) -> Finding | None:
        if self._idle.differ(case.old, case.new):
            return Finding('idle', 'only fillers differ')
        here, raw = case.here, self._raw.text.letters
        if not case.old and (raw.endswith(case.new, 0, here.start) or raw.startswith(case.new, here.end)):
            return Finding('idle', 'said twice')
        return None

    def _sound(self, case: Case) -> Finding | None:
        if len(case.old) == len(case.new) and _sounds(case.old) == _sounds(case.new):
            return Finding('raw', 'they sound the same, so the recording does not decide')
        return None

    def _doubt(self, case: Case) -> Finding | None:
        return Finding('raw', f'what was heard is doubtful: {case.doubt}') if case.doubt else None

    def _name(self, case: Case) -> Finding | None:
        here = case.here
        old, new = self._raw.name(here.start, here.end), self._heard.name(here.first, here.last)
        if bool(old) == bool(new) or here.size > len(old or new) + NEAR:
            return None
        if old:
            return Finding('raw', f'{old} is a name or a term')
        if (case.probability or 0) >= LIKELY:   # hot words are heard where they were not said, but with less belief
            return Finding('heard', f'{new} is a name or a term', 'heard/name')
        return Finding('raw-unsure', f'{new} is a name or a term, but {_percent(case)}')

    def _not_heard(self, case: Case) -> Finding | None:
        if case.new:
            return None
        if holds(self._nobody_says, *case.raw):
            return Finding('heard', 'a loop, a credit or a mark of a sound, and it was not heard', 'heard/credit')
        if case.silence >= max(SILENCE, PACE * len(case.old)):
            reason = f'nobody spoke here for {case.silence / 1000:.1f} s'
            if self._timed:
                return Finding('heard', reason, 'heard/silence')
            return Finding('raw-unsure', f'{reason}, but a writer may have added it', 'heard/silence', False)
        return Finding('raw-unsure', 'not heard here')

    def _missing(self, case: Case) -> Finding | None:
        if case.old:
            return None
        if self._idle.is_credit(self._heard.text.said[slice(*case.heard)]):
            return Finding('raw', 'a stock credit that recognisers hear in silence')
        sure = case.probability or 0
        if len(case.new) >= SENTENCE and sure >= SURE:
            return Finding('heard', f'missing in the old text, {_percent(case)}', 'heard/missing')
        few = 'too few words to be sure that they are missing, ' if len(case.new) < SENTENCE else ''
        return Finding('raw-unsure', few + _percent(case), 'heard/missing' * (sure >= LIKELY), False)

    def _length(self, case: Case) -> Finding | None:
        """The two readings of a stretch that was told otherwise are no readings of the same words."""
        old, new = len(case.old), len(case.new)
        if max(old, new) > LONG:
            return Finding('raw-unsure', 'too long a stretch to choose')
        if 2 * min(old, new) < max(old, new) > SENTENCE and not value(case.old) and not value(case.new):
            return Finding('raw-unsure', 'one reading is far longer')
        return None

    def _surer(self, case: Case) -> Finding:
        sure = case.probability or 0
        if case.before is not None and case.before >= sure:
            return Finding('raw', f'{_percent(case)}, the old reading with {case.before:.0%}')
        if case.before is not None and sure >= LIKELY and sure >= case.before + SURER:
            return Finding('heard', f'{_percent(case)}, the old reading with {case.before:.0%}', 'heard/surer')
        if sure >= SURE:
            return Finding('heard', _percent(case), 'heard/surer')
        return Finding('raw-unsure', _percent(case), 'heard/surer' * (sure >= LIKELY), False)


def _sounds(letters: str) -> str:
    return ''.join(_SOUND.get(letter, letter) for letter in letters)


def _percent(case: Case) -> str:
    return 'heard, how surely is not known' if case.probability is None else f'heard with {case.probability:.0%}'
