"""The languages of a track, by the tags of BCP 47 that pages and translation files use."""
from __future__ import annotations

from .. import han_classes
from ..errors import UsageError
from ..patterns import HAN, lazy
from ..settings import nearest

ENGLISH, SIMPLIFIED, TRADITIONAL = 'en', 'zh-Hans', 'zh-Hant'
LANGUAGES = (ENGLISH, SIMPLIFIED, TRADITIONAL)
ALSO = {
    'en': ENGLISH, 'eng': ENGLISH, 'en-us': ENGLISH, 'en-gb': ENGLISH,
    'zh': SIMPLIFIED, 'zho': SIMPLIFIED, 'chi': SIMPLIFIED, 'zh-cn': SIMPLIFIED, 'zh-sg': SIMPLIFIED,
    'zh-hans': SIMPLIFIED, 'zh-hans-cn': SIMPLIFIED,
    'zh-tw': TRADITIONAL, 'zh-hk': TRADITIONAL, 'zh-hant': TRADITIONAL, 'zh-hant-tw': TRADITIONAL,
}
_SAMPLE = 20_000    # characters that tell the language of a text
_HAN = lazy(f'[{HAN}]')
_WORD = lazy(rf'[^\W\d_{HAN}]+')
# Characters that show one script alone.
_SIMPLIFIED, _TRADITIONAL = lazy(f'[{han_classes.SIMPLIFIED}]'), lazy(f'[{han_classes.TRADITIONAL}]')


def language(tag: str) -> str:
    """The language that a tag names, however it is written; raises `UsageError`.

    >>> language('zh-CN'), language('zh_TW'), language('EN')
    ('zh-Hans', 'zh-Hant', 'en')
    """
    plain = tag.strip().lower().replace('_', '-')
    found = ALSO.get(plain, '')
    if not found:
        raise UsageError(f'unknown language {tag!r}', cure=nearest(tag, LANGUAGES))
    return found


def is_language(tag: str) -> bool:
    """Whether a tag names a language that we know: the en of talk.en.srt."""
    plain = tag.strip().lower().replace('_', '-')
    return plain in ALSO


def is_chinese(tag: str) -> bool:
    return tag != ENGLISH


def language_of(text: str) -> str:
    """The language that most of a text is in. A Chinese talk about GPT has as many Latin words as it likes: a Han
    counts for a word.

    >>> language_of('我们用 OpenAI 的 GPT 写程序'), language_of('我們寫程式'), language_of('so they say 中文')
    ('zh-Hans', 'zh-Hant', 'en')
    """
    text = text[:_SAMPLE]
    han = len(_HAN.findall(text))
    if han < len(_WORD.findall(text)):
        return ENGLISH
    return TRADITIONAL if len(_TRADITIONAL.findall(text)) > len(_SIMPLIFIED.findall(text)) else SIMPLIFIED
