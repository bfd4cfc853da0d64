"""An English paragraph on a page that is Chinese, outside every fold.

It was passed over when the page was translated, or its fold was lost. Translate it and fold the original, or make it a
quotation with `>` if it shall stay. On a page with folds and labelled Chinese turns a labelled turn is found from eight
words on.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.blocks import Block
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import HAN, lazy
from .folds import folds, label_of, labels

CODE = 'BI014'
NAME = 'untranslated'
SEVERITY = 'warning'
MENDS = 'never'
WRONG = ('河水从山里流下来，早上很凉，所以孩子们都在岸上等太阳出来。桥上有雾，看不见对岸。\n\n'
         'When the sun was up they ran down to the water, and the old man who kept the boats came out of his house and '
         'waved at them with his hat.\n\n等太阳出来，他们就跑到水边去了，看船的老人也从屋里出来，向他们挥帽子。\n')
RIGHT = ('河水从山里流下来，早上很凉，所以孩子们都在岸上等太阳出来。桥上有雾，看不见对岸。\n\n'
         '等太阳出来，他们就跑到水边去了，看船的老人也从屋里出来，向他们挥帽子。\n')

LEAST = 25      # words
# The class is said so because `re` compiles it four times as quickly as all but \u2e80-\uffef.
_LONG = lazy(r'\n[ ]{0,3}["“\'‘*_]{0,3}[A-Za-z][\x00-\x09\x0b-\u2e7f]{100,}')
_WORD = lazy(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
LEAST_OF_TURN = 8
_TURN = lazy(r'\n\*\*[^*\n]{1,40}\*\*[:：][ \t]*(?P<words>["“‘]?[A-Za-z][\x00-\x09\x0b-\u2e7f]{20,})(?=\n|$)')
_CHINESE_TURN = lazy(f'\n\\*\\*[^*\n]{{1,40}}\\*\\*[:：][ \t]*[“「《]?[{HAN}]')
_HAN = lazy(f'[{HAN}]')
_LINK = ('](', '://', '[^')


def findings(page: Page) -> Iterator[Finding]:
    found: list[Block] = []
    for match in _LONG.finditer(page.text, max(0, page.body - 1)):
        block = page.block_at(match.end() - 1)
        if block and (not found or found[-1].start != block.start) and _is_english(page, block):
            found.append(block)
    if page.holds(('<details',)) and page.holds(('**: ', '**：')):
        found = sorted({*found, *_turns(page)})
    if not found or not _is_page_chinese(page, found):
        return
    for block in found:
        yield Finding(block.start, block.end,
                      'an English paragraph outside a fold: translate it and fold the original below')


def _turns(page: Page) -> Iterator[Block]:
    """The turns of a few English words, where Chinese turns are labelled too and their originals are folded."""
    own = [fold for fold in folds(page).closed if label_of(page, fold) in labels(page)]
    chinese = -1
    for match in _TURN.finditer(page.text, max(0, page.body - 1)):
        block = page.block_at(match.end() - 1)
        if block is None or block.original or block.kind != 'text' or any(sign in match['words'] for sign in _LINK):
            continue
        if (block.start, block.end) != (match.start() + 1, match.end()) \
                or len(_WORD.findall(match['words'])) < LEAST_OF_TURN:
            continue
        if chinese < 0:
            chinese = sum(page.is_open(turn.start() + 1, turn.end())
                          for turn in _CHINESE_TURN.finditer(page.text, max(0, page.body - 1)))
        if len(own) < 2 or chinese < 2:
            return
        yield block


def _is_english(page: Page, block: Block) -> bool:
    """Whether a block is a paragraph of running English that the reader is meant to read."""
    if block.original or block.kind != 'text':
        return False
    words = page.text[block.start:block.end]
    if any(sign in words for sign in _LINK):
        return False    # a source, a list of readings
    count = len(_WORD.findall(words))
    return count >= LEAST and 10 * len(_HAN.findall(words)) < count


def _is_page_chinese(page: Page, found: list[Block]) -> bool:
    """Whether most of what stands outside folds is Chinese: three Chinese paragraphs to an English one."""
    chinese = sum(page.is_chinese(block.start, block.end)
                  for block in page.paragraphs if not block.original and block.end - block.start >= 25)
    return chinese >= 2 * len(found)
