"""How words are spelt inside a sentence: those that nearly always have capitals."""
from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from qinggao.stages.english.units import Unit

NEARLY_ALWAYS, SEEN, SEEN_IN = .95, 5, 5    # of its places; so often; in so many notes
_LATIN = re.compile(r"(?<![\w.*/@#-])[A-Za-z][A-Za-z]*(?![\w/@*-]|\.\w)")
_ADDRESS = re.compile(r'https?://\S+')


def in_sentences(texts: Iterable[list[Unit]]) -> dict[str, Counter[str]]:
    """Each word's spellings behind another word of its sentence."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for words in texts:
        for before, unit in zip(words, words[1:]):
            if not before.closed and unit.word.isascii() and unit.word.isalpha():
                found[unit.word.lower()][unit.word] += 1
    return found


def in_notes(folder: Path, names: Iterable[str]) -> dict[str, Counter[str]]:
    """Each Latin word's spellings in Chinese notes, counted once a note."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in sorted(names):
        page = _ADDRESS.sub('', (folder / f'{name}.md').read_text('utf-8').split('\n---\n', 1)[-1])
        for word in sorted(set(_LATIN.findall(page))):
            found[word.lower()][word] += 1
    return found


def spelt(counts: Mapping[str, Counter[str]], least: int, share: float = NEARLY_ALWAYS) -> dict[str, str]:
    """The words with one spelling that has capitals and is nearly always used."""
    found = {}
    for word, forms in counts.items():
        form, count = max(forms.items(), key=lambda item: (item[1], item[0]))
        if form != word and count >= least and count >= share * sum(forms.values()):
            found[word] = form
    return found
