"""Talks invented for these tests: what was heard, and what an editor made of it."""
from __future__ import annotations

from pathlib import Path

# Sentences with nothing to mend: a talk needs some on which both texts agree.
FRAME = ('我们上个月在海边住了一个星期', '房东每天早上都烧一壶热水放在门口', '傍晚的时候渔船一艘一艘回到港口里',
         '孩子们拿着网兜在石头缝里找螃蟹', '我带去的两本书一页都没有翻开', '回来的路上大家商量明年再去一次')


def talk(folder: Path, name: str, heard: str, edited: str) -> None:
    """A pair of files: the sentences among those of the frame, a line each, and as a page."""
    raw, page = folder / 'raw' / f'{name}.txt', folder / 'page' / f'{name}.md'
    raw.parent.mkdir(exist_ok=True)
    page.parent.mkdir(exist_ok=True)
    raw.write_text('\n'.join((*FRAME[:3], *heard.split('|'), *FRAME[3:])) + '\n', encoding='utf-8')
    body = '。\n\n'.join((*FRAME[:3], *edited.split('|'), *FRAME[3:]))
    page.write_text(f'---\ntitle: 海边\n---\n\n## 海边\n\n{body}。\n', encoding='utf-8')


def pairs(folder: Path, *told: tuple[str, str]) -> tuple[Path, Path]:
    """The two folders of so many talks."""
    for number, (heard, edited) in enumerate(told):
        talk(folder, f'talk{number}', heard, edited)
    return folder / 'raw', folder / 'page'
