"""The speakers' labels of a page, bold ones and plain ones, and who is sure to be a speaker there."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ...edits import Edit
from ...gate.blocks import Block
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy

# Not `**第一，思维：**` nor `**1. 原因**:`: a name holds no clause and begins with a letter.
_NAME = r'[^\W\d_][^*\n:：，。！？；、]{0,39}|\[[^*\n:：\[\]]{1,38}\]'
_BOLD = lazy(rf'\*\*(?P<name>{_NAME})(?:[:：][ \t]*\*\*(?!\*)|(?<![ \t])\*\*[ \t]*[:：])[ \t]*')
# What people write in bold before a paragraph that nobody says.
_LEAD = lazy(r'(?:第.|其[一二三四五]|步骤|优点|缺点|优势|劣势|好处|坏处|注意|提示|提醒|警告|备注|说明|补充|结论|小结'
             r'|总结|要点|重点|关键|核心|观点|论点|论据|证据|事实|背景|原因|理由|结果|影响|后果|问题|难题|挑战|机会|机遇'
             r'|风险|答案|解决|方案|方法|做法|措施|建议|策略|目标|目的|意义|启示|教训|经验|案例|例子|示例|举例|比如'
             r'|例如|场景|情景|情况|现象|现状|趋势|未来|过去|现在|定义|概念|原理|来源|资料|参考|链接|时间|地点|日期'
             r'|标题|摘要|简介|练习|金句|原文|译文|翻译|英文|中文|一句话|[利弊注例一二三四五六七八九十]$)'
             r'|(?:note|notes|tip|tips|warning|example|examples|pros?|cons?|step|summary|conclusion|question|answer|problem'
             r'|solution|result|results|why|how|what|when|where|key|source|context|background|takeaways?|lesson|bonus|tl;dr'
             r'|part|phase|stage|chapter|point|option|case|idea|fact|myth|reality|update|translation)\b', 2)
_PLAIN = lazy(r'(?P<name>[^\W\d_][\w ·.-]{0,15})(?<!\w[说說问問道是想])(?:：|:[ ])[ \t]*(?=\S)')
# Learn more at: three words of which a small one is no `van` or `de`.
_PHRASE = lazy(r"(?=\S+ \S+ \S)[\x00-\x7f]*(?<![\w'-])"
               r'(?!(?:v[ao]n|de[rnl]?|d[aiou]s?|la|le|el|al|bin|ibn|of|the|and)\b)[a-z]')
_APART = lazy(r'[,，、/&()（）;；|]|(?<=\w) (?:and|with|x) (?=\w)|(?<=[^\x00-\x7f])[和与](?=[^\x00-\x7f])')
_FINAL = tuple('。！？…”』」.!?"')
OFTEN = 2   # times that a name must stand before words, for that alone to make it a speaker's


class Label(NamedTuple):
    """``text[start:stop]`` is a label, its words begin at ``stop``; ``text[stop:end]`` is the rest of its line."""

    start: int
    stop: int
    end: int
    name: str
    written: str        # the label itself, without what parts it from the words
    block: Block

    @property
    def is_house(self) -> bool:
        """Whether it is written as the house writes it: `**Name**: text`."""
        return self.written == f'**{self.name}**:' and (self.stop > self.start + len(self.written) or self.is_empty)

    @property
    def house(self) -> str:
        """How the house writes it, with the space before the words."""
        return f'**{self.name}**:' if self.is_empty else f'**{self.name}**: '

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands behind it on its line."""
        return self.stop >= self.end


def bold_labels(page: Page) -> tuple[Label, ...]:
    """The bold labels at the beginning of a line, in order; the originals' too."""
    return page.once(_bold_labels)


def _bold_labels(page: Page) -> tuple[Label, ...]:
    text, labels = page.text, []
    for start in _line_starts(text, page.body):
        found = _BOLD.match(text, start)
        block = page.block_at(start) if found else None
        if found and block and block.kind == 'text':
            end = text.find('\n', start)
            labels.append(Label(start, found.end(), end if end >= 0 else len(text), found['name'].strip(),
                                found[0].rstrip(' \t'), block))
    return tuple(labels)


def _line_starts(text: str, at: int) -> Iterator[int]:
    """Where a line begins with `**`."""
    if text.startswith('**', at):
        yield at
    at = text.find('\n**', at)
    while at >= 0:
        yield at + 1
        at = text.find('\n**', at + 1)


def plain_labels(page: Page) -> tuple[Label, ...]:
    """What looks like a label that is not bold, at the beginning of a paragraph."""
    return page.once(_plain_labels)


def _plain_labels(page: Page) -> tuple[Label, ...]:
    text, labels = page.text, []
    for block in page.blocks:
        found = _PLAIN.match(text, block.start, block.end) if block.kind == 'text' else None
        if found and not (_LEAD.match(found['name']) or _PHRASE.match(found['name'])):
            end = text.find('\n', block.start, block.end)
            labels.append(Label(block.start, found.end(), end if end >= 0 else block.end, found['name'].strip(),
                                found[0].rstrip(' \t'), block))
    return tuple(labels)


class Cast(NamedTuple):
    """Who speaks on a page: names in front matter, names in the house's labels, names that come back in talk."""

    named: frozenset[str]                       # as speaker, guest or author
    people: frozenset[str]
    house: frozenset[str]
    often: dict[bool, Counter[str]]             # by name, labels of the page and of its originals
    talks: dict[bool, bool]                     # whether those make up a talk

    def is_speaker(self, label: Label) -> bool:
        """Whether it is certain that a label names a speaker: `**注意：**` and `**优点：**` are bold words only."""
        name = label.name
        if name in self.named or name in self.house:
            return True
        if _LEAD.match(name):
            return False
        count = self.often[label.block.original][name]
        return count >= OFTEN and (name in self.people or self.talks[label.block.original])

    def may_speak(self, label: Label) -> bool:
        """Whether it looks so: a name that comes a single time in a talk."""
        return self.talks[label.block.original] and may_name(label)


def may_name(label: Label) -> bool:
    """Whether its words may be a name: `**注意：**` names nobody."""
    return not _LEAD.match(label.name)


def cast(page: Page) -> Cast:
    """Who speaks on the page."""
    return page.once(_cast)


def _cast(page: Page) -> Cast:
    labels = bold_labels(page)
    often = {side: Counter(label.name for label in labels if label.block.original == side) for side in (False, True)}
    house = frozenset(label.name for label in labels if label.is_house)
    return Cast(_names(page, ('speaker', 'guest', 'author')), _names(page, ('people',)), house, often,
                {side: _is_talk(page, side, often[side]) for side in often})


def _is_talk(page: Page, original: bool, often: Counter[str]) -> bool:
    """Whether names before the words come back, and stand before half of the paragraphs: a review with its
    `**看点：**` here and there is no talk."""
    if not often:
        return False
    turns = sum(count for name, count in often.items() if count >= OFTEN and not _LEAD.match(name))
    return turns >= 4 and 2 * turns >= paragraphs(page, original)


def named(page: Page, label: Label) -> bool:
    """Whether front matter gives the name."""
    return label.name in cast(page).named


def says_a_sentence(page: Page, label: Label) -> bool:
    """Whether a sentence ends the label's paragraph: `老周：船长` is a list of who takes part."""
    return page.text.endswith(_FINAL, label.start, label.block.end)


def bold_instead(page: Page, label: Label, code: str) -> Finding:
    """What is said of a plain label where its name is likely a speaker's, but not more."""
    why = 'front matter names' if named(page, label) else 'elsewhere bold is'
    return Finding(label.start, label.start + len(label.written), f'{why} {label.name}: make this label bold',
                   (Edit(label.start, label.stop, label.house, code, False),))


def paragraphs(page: Page, original: bool) -> int:
    """How many paragraphs the page, or its originals, have."""
    return sum(block.kind == 'text' and block.original == original for block in page.blocks)


def _names(page: Page, fields: tuple[str, ...]) -> frozenset[str]:
    """The names that fields of front matter give, whole, and the first and the last word of a Latin one."""
    names: set[str] = set()
    for field in fields if page.head else ():
        given = page.head.by_name.get(field) if page.head else None
        for value in given.values if given else ():
            for part in filter(None, map(str.strip, _APART.split(value.value))):
                words = part.split()
                names |= {part, words[0], words[-1]} if part.isascii() else {part}
    return frozenset(names)
