"""What two sentences must have in common before the translation of one stands for the other.

涨了 and 没涨 are one character apart, and say the opposite. These tables do not ask what a sentence means: both must
hold the same of them, as often. 不 in 不过 denies nothing; two sentences that differ in it are still not alike.
"""
from __future__ import annotations

from unicodedata import normalize

from ...patterns import lazy
from ..languages import is_chinese

# One of a row for another of it turns a sentence round.
_CHINESE = (
    '不没沒无無非未别別莫勿否',
    '〇零一二两兩三四五六七八九十百千万萬亿億半双雙倍几幾',
    '涨漲跌买買卖賣多少大小高低增减減升降进進出入上下前后後左右早晚快慢开開关關好坏壞赢贏输輸对對错錯男女父母新旧舊先',
    '支反拒受胜勝败敗真假强強弱生死爱愛恨东東西南北成失安危贵貴便亏虧赚賺',
    '我你您他她它们們谁誰',
    '吗嗎么麼呢？?',
)
_ENGLISH = (
    "n't not no never none nothing nobody nowhere neither nor without cannot hardly",
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen'
    ' eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion'
    ' half twice double dozen first second third fourth fifth',
    'more less fewer most least up down in out on off over under above below before after buy bought sell sold'
    ' rise rose fall fell increase increased decrease decreased gain gained lose lost win won high higher low lower'
    ' big small early late fast slow open closed good bad better worse right wrong left old new love hate accept'
    ' reject against support oppose agree disagree true false success failure succeed fail strong weak safe'
    ' dangerous cheap expensive profit loss start stop always sometimes often rarely',
    'i you he she it we they me him her us them my your his its our their who',
    'what why when where how which ?',
)
_HELD_CHINESE = lazy(f'[{"".join(_CHINESE)}]')
_WORDS = frozenset(' '.join(_ENGLISH).split())
_NUMBER = lazy(r'\d+(?:[.,:/]\d+)*')
_LATIN = lazy(r'[A-Za-z][A-Za-z.+#&-]*')
_WORD = lazy(r"[^\W\d_]+|\?")
# don't, don’t, and as captions write it: dont.
_DENIED = lazy(r"\b(ca|wo|do|does|did|is|are|was|were|have|has|had|could|would|should|must|need|ai)n['’]?t\b")


def held(sentence: str, language: str) -> str:
    """What another sentence must hold too: numbers, denials, opposites, persons, questions, names. Equal for two that
    agree.

    >>> held('价格涨了3%', 'zh-Hans') == held('价钱涨了３%', 'zh-Hans'), held('我没去', 'zh') == held('我去了', 'zh')
    (True, False)
    >>> held("We don't sell it in China", 'en') == held('we do not sell it in china', 'en')     # which China is it?
    False
    """
    text = normalize('NFKC', sentence)
    found = _NUMBER.findall(text)
    if is_chinese(language):
        found += _HELD_CHINESE.findall(text)
        found += map(str.casefold, _LATIN.findall(text))
    else:
        words = _WORD.findall(_DENIED.sub(r"\1 not", text))
        found += words_held(words)
    return ' '.join(sorted(found))


def words_held(words: list[str]) -> list[str]:
    """English words that count, and names: those with a capital, but for the first one."""
    lower = [word.lower() for word in words]
    return [small if small in _WORDS else word for place, (word, small) in enumerate(zip(words, lower))
            if small in _WORDS or (place and word != small)]
