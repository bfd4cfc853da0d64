"""What readers see go wrong: literal `**` and unbalanced HTML of a folder's pages, before and after `check --fix`.

    python scripts/rendered.py FOLDER

Pages are rendered whole by a CommonMark renderer; front matter and code do not count.
"""
from __future__ import annotations

import argparse
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from qinggao.errors import FileError
from qinggao.gate.mend import mended
from qinggao.gate.page import Page
from qinggao.gate.settings import Checks, Gate

VOID = frozenset(['br', 'hr', 'img', 'input', 'meta', 'link', 'col', 'wbr', 'source'])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder', type=Path)
    args = parser.parse_args()
    gate, before, after = Gate(Checks(severity='info')), Counter[str](), Counter[str]()
    left: dict[str, Counter[str]] = {}
    for path in sorted(args.folder.rglob('*.md')):
        text = path.read_text('utf-8', 'replace')
        try:
            done = mended(path.name, text, gate).words.text
        except FileError as error:
            print(error)
            continue
        before.update(defects(text, gate))
        if now := defects(done, gate):
            left[path.name] = now
            after.update(now)
    print('| | before | after --fix |\n|---|---|---|')
    for name in sorted(before | after):
        print(f'| {name} | {before[name]} | {after[name]} |')
    for name, now in left.items():
        print(f'{name}: {dict(now)}')


def defects(text: str, gate: Gate) -> Counter[str]:
    """How often readers see `**`, and which tags are left open or close nothing."""
    body = text[Page('a.md', text, gate).body:]
    parser = MarkdownIt('commonmark')
    found = Counter[str]()
    for token in parser.parse(body):
        stars = sum(part.count('**') for part in _texts(token))
        if stars:
            found['literal **'] += stars
    found.update(_Tags.unbalanced(str(parser.render(body))))
    return found


def _texts(token: Any) -> list[str]:
    """What a reader reads of a block: words, and raw HTML but for its tags."""
    if token.type == 'html_block':
        return [token.content]
    return [part.content for part in token.children or () if part.type == 'text']


class _Tags(HTMLParser):
    """The tags of a page that have no partner."""

    def __init__(self) -> None:
        super().__init__()
        self._open: list[str] = []
        self.found = Counter[str]()

    @classmethod
    def unbalanced(cls, html: str) -> Counter[str]:
        tags = cls()
        tags.feed(html)
        tags.close()
        tags.found.update(f'<{tag}> left open' for tag in tags._open)
        return tags.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            if tag not in VOID:
                self.found[f'</{tag}> closes nothing'] += 1
            return
        while (last := self._open.pop()) != tag:
            self.found[f'<{last}> left open'] += 1


if __name__ == '__main__':
    main()
