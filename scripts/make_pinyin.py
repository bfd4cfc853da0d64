"""Write toolkit/qinggao/pinyin.txt: how the commonest Simplified characters are read, without tones.

    pip install pypinyin jieba
    python scripts/make_pinyin.py

One line a syllable: `zhang 张章彰… 长`, first the characters that are mostly read so, then those that are it at times.
How often is counted over the words of jieba's dictionary, each read as a whole by pypinyin: 行 alone says nothing,
银行 and 行走 do. Before them a line a share, `%35 的是在…`: the characters of which so many in a hundred uses are words
by themselves.
"""
from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import jieba
import opencc
from pypinyin import Style, pinyin

OUT = Path(__file__).parents[1] / 'toolkit/qinggao/pinyin.txt'
COUNT = 8000
AT_TIMES = 0.02     # of a character's uses: rarer readings are of old texts, or slips of the dictionary
ALONE = (35, 15)    # in a hundred
USED = 3000         # characters that are common enough to be counted so
HAN = re.compile('[\u4e00-\u9fff]+')
SYLLABLE = re.compile('[a-z]+')
# Words that mislead the count, and readings that hardly any word of a dictionary has, speech though has them.
SPOKEN = {'的': 'de', '了': 'le', '地': 'di', '得': 'de', '着': 'zhe', '吗': 'ma', '嗯': 'en', '谁': 'shei',
          '那': 'na', '哪': 'na', '呢': 'ne', '吧': 'ba', '啊': 'a', '这': 'zhe', '么': 'me', '还': 'hai', '都': 'dou'}


def words() -> Iterator[tuple[str, int]]:
    """The words of jieba's dictionary, each with how often it was seen."""
    for line in Path(jieba.__file__).with_name('dict.txt').read_text('utf-8').splitlines():
        word, seen, _ = line.split(' ')
        if HAN.fullmatch(word):
            yield word, int(seen)


def is_simplified(char: str, convert: opencc.OpenCC) -> bool:
    return bool(convert.convert(char) == char)


def commonest(seen: Counter[str]) -> list[str]:
    """All of GB 2312, then by use."""
    convert = opencc.OpenCC('t2s')
    ranked = [char for char, _ in seen.most_common() if is_simplified(char, convert)]
    return sorted(ranked, key=lambda char: not _is_standard(char))[:COUNT]


def _is_standard(char: str) -> bool:
    try:
        char.encode('gb2312')
    except UnicodeEncodeError:
        return False
    return True


def readings() -> tuple[Counter[str], dict[str, Counter[str]]]:
    """How often each character is used, and how often as which syllable."""
    seen, read = Counter[str](), defaultdict[str, Counter[str]](Counter)
    for word, often in words():
        for char, (syllable,) in zip(word, pinyin(word, Style.NORMAL, v_to_u=False)):
            if SYLLABLE.fullmatch(syllable):
                seen[char] += often + 1
                read[char][syllable] += often + 1
    return seen, read


def ordered(char: str, read: Counter[str]) -> list[str]:
    """The readings of a character, the usual one first."""
    whole = sum(read.values())
    found = [syllable for syllable, often in read.most_common() if often >= AT_TIMES * whole]
    first = SPOKEN.get(char, found[0])
    return [first, *(syllable for syllable in found if syllable != first)]


def alone(chars: list[str]) -> Iterator[str]:
    """The lines of those that are words by themselves, each character on the first it belongs to.

    Of rarer characters a dictionary has little but themselves: they say nothing.
    """
    whole, single = Counter[str](), Counter[str]()
    for word, often in words():
        whole.update(dict.fromkeys(word, often))
        if len(word) == 1:
            single[word] += often
    done, used = set[str](), {char for char, _ in whole.most_common(USED)} & {*chars}
    for share in ALONE:
        found = {char for char in used if 100 * single[char] >= share * whole[char]} - done
        yield f'%{share} {"".join(sorted(found))}'
        done |= found


def main() -> None:
    seen, read = readings()
    mostly, at_times = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    chars = commonest(seen)
    for char in chars:
        first, *others = ordered(char, read[char])
        mostly[first].append(char)
        for other in others:
            at_times[other].append(char)
    lines = [' '.join((syllable, ''.join(sorted(mostly[syllable])), ''.join(sorted(at_times[syllable])))).rstrip()
             for syllable in sorted({*mostly, *at_times})]
    OUT.write_text('\n'.join([*alone(chars), *lines]) + '\n', encoding='utf-8')
    print(f'{sum(map(len, mostly.values()))} characters, {len(lines)} syllables, {OUT.stat().st_size} bytes')


if __name__ == '__main__':
    main()
