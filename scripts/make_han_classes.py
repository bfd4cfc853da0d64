"""Write toolkit/qinggao/han_classes.py: which characters show that a run of Han is Traditional.

    python scripts/make_han_classes.py

A character shows a script where OpenCC maps it away and good text of the other script never holds it.
"""
from __future__ import annotations

from pathlib import Path

import opencc

OUT = Path(__file__).parents[1] / 'toolkit/qinggao/han_classes.py'
# Rarer characters beyond the BMP show nothing: `re` would look through 900 of them one by one at every character.
RANGES = ((0x3400, 0x4dc0), (0x4e00, 0xa000), (0xf900, 0xfb00))

# Mapped away by t2s, yet standard in Simplified text: 乾隆, 哪吒, 毕昇, 宫商角徵羽, 幺麽, 二噁英 …
IN_SIMPLIFIED = '乾吒夥徵拚捱摺薹袷麴麽昇脩勣扞谿絜噁剋甯'


def encodable(char: str, codec: str) -> bool:
    """Whether a national character set of one script has the character."""
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def mapped_away(config: str) -> list[str]:
    """The Han characters that an OpenCC configuration writes otherwise."""
    han = [chr(code) for first, stop in RANGES for code in range(first, stop)]
    written = opencc.OpenCC(config).convert('\n'.join(han)).split('\n')
    return [char for char, new in zip(han, written) if char != new]


def compact(chars: list[str]) -> str:
    """The characters as the inside of a regular expression's class, neighbours as ranges."""
    out, i = [], 0
    while i < len(chars):
        j = i
        while j + 1 < len(chars) and ord(chars[j + 1]) == ord(chars[j]) + 1:
            j += 1
        out.append(chars[i] if i == j else chars[i] + ('-' if j > i + 1 else '') + chars[j])
        i = j + 1
    return ''.join(out)


def main() -> None:
    traditional = [char for char in mapped_away('t2s') if char not in IN_SIMPLIFIED]
    simplified = [char for char in mapped_away('s2t') if not encodable(char, 'big5')]
    lines = ['"""Made by scripts/make_han_classes.py: the insides of character classes."""', '',
             '# ruff: noqa: E501, RUF001', f'TRADITIONAL = {compact(traditional)!r}',
             f'SIMPLIFIED = {compact(simplified)!r}', '']
    OUT.write_text('\n'.join(lines), encoding='utf-8')


if __name__ == '__main__':
    main()
