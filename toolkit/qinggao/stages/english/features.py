"""What the model looks at: the words around a gap, their kinds, and whether the clause so far could be one.

The kinds are of function words, by list, of other words by the model's lexicon or by their ending: with them a
pair of words that was never seen weighs something.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping

_KINDS = {
    'I': 'i we they he she you it there',
    'M': 'me us them him her',
    'P': 'my our your their his its whose',
    'D': 'the a an this that these those some any every each no another both all',
    'O': 'of in on at by for from with to into about over under between through during without within against '
         'across toward towards among around behind beyond upon per via like as than',
    'C': 'and or but nor yet',
    'S': 'because if when while although though since unless until before after once whereas whether',
    'W': 'what who whom which where why how',
    'B': "is are was were be been being am isn't aren't wasn't weren't",
    'H': "has have had do does did don't doesn't didn't hasn't haven't hadn't",
    'V': "will would can could should may might must shall won't wouldn't can't cannot couldn't shouldn't",
    'J': "i'm i've i'll i'd it's that's there's he's she's we're we've we'll they're they've they'll you're you've "
         "you'll let's what's here's who's we'd he'd she'd they'd you'd that'll it'll",
    'Y': 'so well now then also however therefore meanwhile moreover furthermore finally first second third next '
         'instead otherwise still actually basically obviously okay ok yes yeah no right oh hey hi hello thanks '
         'please sure exactly alright anyway overall again perhaps maybe',
    'N': 'not never only just even already always often really very too quite more most much less least',
    'T': 'today tomorrow yesterday tonight here ago later soon recently currently',
    'Q': 'one two three four five six seven eight nine ten hundred thousand million billion percent',
}
FUNCTION_WORDS = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_ENDINGS = (('ing', 'g'), ('ed', 'd'), ('ly', 'l'), ('tion', 'n'), ('ment', 'n'), ('ness', 'n'), ('ity', 'n'),
            ('ous', 'j'), ('ful', 'j'), ('ive', 'j'), ('al', 'j'), ("'s", 'p'), ('s', 's'))
_EDGE = '|'     # stands for the words beyond the ends of a stretch
_PAD = 4
_STEPS = (1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20)
_STEP = [next((chr(97 + i) for i, most in enumerate(_STEPS) if n <= most), 'z') for n in range(_STEPS[-1] + 2)]
_FINITE, _SUBJECT = frozenset('BHVJzd'), frozenset('IJEnsDPx')
_FAR = 20       # words: what a clause holds beyond is not looked at


def key(word: str) -> str:
    """A word as the model knows it: in small letters, numbers all alike."""
    word = word.lower().replace('’', "'")
    return '#' if any(ch.isdigit() for ch in word) else word


def by_ending(word: str) -> str:
    """One letter: what sort of word its ending shows."""
    return next((kind for ending, kind in _ENDINGS if word.endswith(ending) and len(word) > len(ending) + 2), 'x')


def step(count: int) -> str:
    """A length as one of a few."""
    return _STEP[min(count, _STEPS[-1] + 1)]


class Words:
    """The words of a stretch, with room at both ends, and their kinds."""

    def __init__(self, words: Iterable[str], lexicon: Mapping[str, str]) -> None:
        edge = [_EDGE] * _PAD
        self.keys = [*edge, *map(key, words), *edge]
        seen = {_EDGE: _EDGE, '#': '#'}
        for word in self.keys:
            if word not in seen:
                seen[word] = FUNCTION_WORDS.get(word) or lexicon.get(word) or by_ending(word)
        self.kinds = [seen[word] for word in self.keys]

    def of(self, i: int) -> str:
        """The word of unit ``i``; an edge before the first and behind the last."""
        return self.keys[i + _PAD]


def of_gap(words: Words, i: int, clause: int) -> tuple[str, ...]:
    """The features of the gap behind word ``i``; ``clause`` words have been said since the last mark."""
    w, k, j = words.keys, words.kinds, i + _PAD
    b2, b1, w0, w1, w2, w3 = w[j - 2:j + 4]
    c2, c1, k0, k1, k2, k3 = k[j - 2:j + 4]
    opening = w[j - clause + 1]
    length = step(clause)
    said = _said(k[max(j - clause, j - _FAR) + 1:j + 1])
    follows = _follows(k[j + 1:j + 5], w1)
    pair, ahead = k0 + k1, k1 + k2
    return (
        'a' + w0, 'b' + w1, f'c{b1} {w0}', f'd{w0} {w1}', f'e{w1} {w2}', 'f' + b1, 'g' + w2, 'h' + w3, 'i' + b2,
        'j' + w0[-3:], 'k' + w1[-3:], 'A' + pair, f'B{c1}{pair}', f'C{pair}{k2}', f'D{ahead}{k3}', f'E{c2}{c1}{k0}',
        f'F{c1}{pair}{k2}', 'G' + k0 + w1, 'H' + k1 + w0, 'I' + k2 + w1, f'J{k2}{k3}{w1}', f'K{c1}{pair}{k2}{k3}',
        'M' + length, 'N' + length + w1, 'O' + length + pair, f'R{length}{opening}', f'S{opening} {w1}',
        f'T{k[j - clause + 1]}{length}{pair}', f'u{said}{follows}', f'v{said}{follows}{k0}', f'w{said}{w1}',
        f'x{said}{k1}', f'y{follows}{k0}', f'z{said}{follows}{step(min(clause, 12))}',
    )


def _said(clause: list[str]) -> str:
    """Whether a clause has what may be its subject and what may be its verb."""
    subject = not _SUBJECT.isdisjoint(clause)
    verb = not _FINITE.isdisjoint(clause) or any(b == 'v' and a in 'IsT' for a, b in zip(clause, clause[1:]))
    return '01'[subject] + '01'[verb]


def _follows(ahead: list[str], word: str) -> str:
    """How the next words would begin a clause; 0: they would not."""
    first, second = ahead[0], ahead[1]
    if first == 'J' and word != "let's":
        return 'J'
    if first == 'I' and second in 'vdzBHVlN':
        return 'I' + ('v' if second in 'vdz' else 'B')
    if first in 'CYS' and second in 'IJ':
        return 'C' + first
    return 'D' if first in 'DPE' and not {'B', 'H', 'V', 'z', 'd'}.isdisjoint(ahead[1:]) else '0'


def of_sentence(words: Words, first: int, last: int, clause: int) -> list[str]:
    """The features of the sentence of words ``first`` to ``last``, whose last clause begins at word ``clause``:
    whether it asks."""
    w, k = words.keys, words.kinds
    i, j, c = first + _PAD, last + _PAD, clause + _PAD
    head = w[i:min(i + 3, j + 1)]
    found = ['a' + head[0], 'b' + ' '.join(head[:2]), 'c' + ' '.join(head), 'd' + k[i] + k[i + 1],
             'e' + k[i] + k[i + 1] + k[i + 2], 'f' + w[j], f'g{w[j - 1]} {w[j]}', 'h' + w[c],
             'i' + ' '.join(w[c:min(c + 2, j + 1)]), 'j' + k[c] + k[c + 1], 'k' + k[c] + k[c + 1] + k[c + 2],
             'l' + step(last - first + 1), 'm' + step(last - clause + 1), 'n' + head[0] + k[i + 1],
             'o' + w[c] + k[c + 1], 'p' + head[0] + step(last - first + 1)]
    found += sorted({'q' + k[n] + k[n + 1] for n in range(i, j) if k[n] in 'BHV' and k[n + 1] in 'IDP'})
    return found + sorted({'r' + w[n] for n in range(i, j + 1) if k[n] == 'W'})
