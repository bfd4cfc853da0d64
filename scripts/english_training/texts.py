"""English as editors left it: the folded English halves of bilingual notes."""
from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

_FOLD = re.compile(r'<details\b[^>]*>(.*?)</details>', re.S)
_SUMMARY = re.compile(r'<summary\b.*?</summary>', re.S)
_HAN = re.compile('[\u3400-\u9fff]')
_LABEL = re.compile(r'^(?:[A-Z][\w.]*(?: [\w.]+){0,3}|Speaker \d+)[:：] +')
_NAMED = re.compile(r'^\*\*[^*\n]{1,40}\*\*[:：] *')
_WIDE = str.maketrans('，。？！：；（）“”‘’', ',.?!:;()""\'\'')
_ASIDE = re.compile(r'\([^()]*\)')


def is_held_out(name: str) -> bool:
    """Whether the figures are taken on this file, by its name: one in ten."""
    return int(hashlib.md5(name.encode()).hexdigest(), 16) % 10 == 0


def folded_english(page: str) -> Iterator[str]:
    """The English paragraphs of a bilingual note, without labels of speakers and without markup."""
    for fold in _FOLD.finditer(page):
        for line in re.sub('<[^>]*>', '\n', _SUMMARY.sub('', fold[1])).split('\n'):
            line = _LABEL.sub('', _NAMED.sub('', line.strip().translate(_WIDE)).replace('**', ''))
            line = re.sub(r' {2,}', ' ', _ASIDE.sub('', line)).replace(' ,', ',').replace(' .', '.')
            if len(line.split()) >= 3 and not _HAN.search(line):
                yield line


def english_of(folder: Path, held_out: bool) -> dict[str, str]:
    """The English text of each note of a folder that has some, by its name, in order."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob('*.md')):
        if is_held_out(path.stem) != held_out:
            continue
        text = '\n'.join(folded_english(path.read_text('utf-8')))
        if len(text.split()) > 100:
            found[path.stem] = text
    return found
