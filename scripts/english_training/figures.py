"""What the marks and capitals reach on texts that were kept apart: all of them taken away, then set by the stage."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from qinggao.pipeline import run
from qinggao.rulebook.shipped import shipped
from qinggao.settings import Settings
from qinggao.stages.english.units import OTHER, Unit, units
from qinggao.transcript import Transcript

LINE = 8    # words: about as many as a line of captions has
_OPENERS = re.compile(r'(?:so|but|now|okay|well|yeah|and then|then|however|first|today)\b')


def bare(text: str) -> str:
    """A text as captions have it: small letters, no marks, lines of a few words."""
    words = [unit.word.lower() for unit in units(text)]
    return '\n'.join(' '.join(words[i:i + LINE]) for i in range(0, len(words), LINE)) + '\n'


def by_stage(text: str) -> str:
    """A bare text as the stage leaves it."""
    return run(Transcript.plain(text), Settings.of(only=['english']), shipped()).text


def naive(text: str) -> str:
    """As a script of three lines would: a stop before an opener or else after 18 words, capitals after stops."""
    out, since = list[str](), 0
    words = text.split()
    for word, following in zip(words, [*words[1:], '']):
        since += 1
        word = word.capitalize() if since == 1 or word == 'i' else word
        stops = not following or since >= 18 or (since >= 6 and _OPENERS.match(following))
        out.append(word + '.' * bool(stops))
        since = 0 if stops else since
    return ' '.join(out)


def counts(gold: Sequence[Unit], made: Sequence[Unit]) -> Counter[str]:
    """Of one text: right, set and wanted marks of each sort; words with the right case; capitals."""
    assert len(gold) == len(made)
    found: Counter[str] = Counter()
    for want, have in zip(gold, made):
        found['words'] += 1
        found['case'] += want.word == have.word
        wanted, has = want.word != want.word.lower(), have.word != have.word.lower()
        found['capitals wanted'] += wanted
        found['capitals set'] += has
        found['capitals right'] += wanted and want.word == have.word
        if want.mark == OTHER or (want.closed and not want.mark):
            continue
        for name, sort in (('comma', ','), ('stop', '.'), ('question', '?'), ('end', '.?'), ('any', ',.?')):
            one, other = want.mark and want.mark in sort, have.mark and have.mark in sort
            found[f'{name} wanted'] += bool(one)
            found[f'{name} set'] += bool(other)
            found[f'{name} right'] += bool(one and other)
        found['typed right'] += bool(want.mark and want.mark == have.mark)
    return found


def shown(total: Mapping[str, int]) -> str:
    """Precision, recall and F1 of each sort, and the case."""
    rows = []
    for name in ('comma', 'stop', 'question', 'end', 'any', 'typed', 'capitals'):
        base = 'any' if name == 'typed' else name
        right, made, wanted = total[f'{name} right'], total[f'{base} set'], total[f'{base} wanted']
        rows.append(f'{name} {2 * right / max(1, made + wanted):.2f} (P {right / max(1, made):.2f}'
                    f' R {right / max(1, wanted):.2f})')
    return ', '.join([*rows, f'case {total["case"] / max(1, total["words"]):.3f}'])


def report(golds: Mapping[str, str]) -> None:
    """Print the figures of the stage, a naive script and nothing at all."""
    for name, way in (('nothing', str), ('naive', naive), ('stage', by_stage)):
        total: Counter[str] = Counter()
        for text in golds.values():
            gold = list(units(text))
            total += counts(gold, list(units(way(bare(text)))))
        print(f'{name}: {shown(total)}')
