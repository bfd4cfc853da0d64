"""Marks of a template engine in the text: `{{ name }}`, `{% if %}`, `{# note #}`.

Eleventy runs Liquid over Markdown, and Hugo, Jekyll and Jinja sites do alike: what stands between the marks is run
and vanishes, or the build breaks. Write `&#123;` for the first brace, or set `{% raw %}` and `{% endraw %}` around it.
Only the notes of the site are looked at: on other pages shortcodes and tags are meant.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from ..bilingual.folds import is_in_code
from ..front_matter.notes import is_note

CODE = 'MD007'
NAME = 'template-marks'
SEVERITY = 'warning'
MENDS = 'never'
WRONG = '---\nlayout: post.njk\n---\n亲爱的 {{ name }}，河水很凉。\n'
RIGHT = '---\nlayout: post.njk\n---\n亲爱的读者，河水很凉。\n'

LONGEST = 400       # characters between two marks
# A name for a heading to link to, {#river}, is none of them; behind a heading it may hold classes too.
_MARK = lazy(r'\{(?:\{|%|#(?![\w-]+\}))|\}\}|%\}|#\}')
_RAW = lazy(r'\{%-?[ \t]*(?P<end>end)?raw[ \t]*-?%\}')
_PARTNER = {'{{': '}}', '{%': '%}', '{#': '#}'}


def findings(page: Page) -> Iterator[Finding]:
    text = page.text
    if not _MARK.search(text, page.body) or not is_note(page):
        return
    raws = list(_raws(page))
    end = line_end = page.body
    has_opening = False
    for found in _MARK.finditer(text, page.body):
        at = found.start()
        if at < end or any(start <= at < stop for start, stop in raws) or is_in_code(page, at):
            continue
        if found[0] == '{#' and _is_behind_heading(page, at):
            continue
        if at >= line_end:
            line, line_end = text.rfind('\n', 0, at) + 1, text.find('\n', at)
            line_end = line_end if line_end >= 0 else len(text)
            has_opening = text.find('{', line, line_end) >= 0
        if found[0] in _PARTNER:
            close = text.find(_PARTNER[found[0]], found.end(), min(line_end, at + LONGEST))
            end = close + 2 if close >= 0 else found.end()
            yield Finding(at, end, f'a template engine would run {text[at:min(end, at + 30)]}: write &#123; for its '
                          'first brace')
        elif not has_opening:
            # What is left of a template; nested braces, as in JSON and TeX, close on a line that opens them.
            end = found.end()
            yield Finding(at, end, f'{found[0]} closes nothing: remove what is left of a template')


def _is_behind_heading(page: Page, at: int) -> bool:
    block = page.block_at(at)
    return block is not None and block.kind == 'heading'


def _raws(page: Page) -> Iterator[tuple[int, int]]:
    """The stretches that the page itself keeps from its template engine, their marks included."""
    start = -1
    for found in _RAW.finditer(page.text, page.body):
        if not found['end']:
            start = found.start()
        elif start >= 0:
            yield start, found.end()
            start = -1
