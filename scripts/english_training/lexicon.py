"""What sort of word a word mostly is, and which words are names only: from the lexicon of Brill's tagger.

The file is `en-lexicon.txt`, one word and its tag a line (MIT licence; the package textblob has it).
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_KIND = {'NN': 'n', 'NNS': 's', 'VB': 'v', 'VBP': 'v', 'VBD': 'd', 'VBN': 'd', 'VBG': 'g', 'VBZ': 'z', 'JJ': 'j',
         'JJR': 'j', 'JJS': 'j', 'RB': 'l', 'RBR': 'l', 'IN': 'O', 'UH': 'Y', 'RP': 'r', 'CD': 'Q'}
_PLAIN = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_NAME = re.compile('[A-Z][a-z]{2,}')


def _rows(path: Path) -> Iterable[tuple[str, str]]:
    for line in path.read_text('utf-8').split('\n'):
        word, _, tag = line.partition(' ')
        if tag and not line.startswith(';;;'):
            yield word, tag


def kinds(path: Path) -> dict[str, str]:
    """Ordinary words, and one letter for what each is."""
    return {word: _KIND[tag] for word, tag in _rows(path) if tag in _KIND and _PLAIN.fullmatch(word)}


def names(path: Path) -> set[str]:
    """Names of persons, places and firms, as they are written."""
    return {word for word, tag in _rows(path) if tag in ('NNP', 'NNPS') and _NAME.fullmatch(word)}
