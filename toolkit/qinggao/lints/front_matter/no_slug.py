"""A tag or category that is no slug.

Tags become addresses: lower-case letters and digits with single dashes between words, or else links break and two
spellings make two pages. Write it in kebab-case, in English.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .spelling import spelled
from .values import items, texts

CODE = 'FM019'
NAME = 'no-slug'
SEVERITY = 'warning'
MENDS = 'unsure'
WRONG = '---\ntags:\n  - AI Chips\nlayout: post.njk\n---\n'
RIGHT = '---\ntags:\n  - ai-chips\nlayout: post.njk\n---\n'

_SLUG = lazy(r'[a-z0-9]+(?:-[a-z0-9]+)*')
_BETWEEN = lazy(r'[^a-z0-9]+')
_WORDS = lazy(r'[A-Za-z0-9 _./&+\'-]+')


def findings(page: Page) -> Iterator[Finding]:
    for field, rule, value in (*texts(page, 'slug'), *items(page, 'slugs')):
        word = value.value.strip()
        if _SLUG.fullmatch(value.value) or not word or word[0] in '["\'“‘\\':
            continue
        edits: tuple[Edit, ...] = ()
        if _WORDS.fullmatch(word):
            slug = _BETWEEN.sub('-', word.lower().replace('&', ' and ').replace("'", '')).strip('-')
            if slug and (field.shape != 'block' or slug not in [item.value for item in field.values]):
                edits = (Edit(value.start, value.end, spelled(slug), CODE, sure=False),)
        yield Finding(value.start, value.end, f'{word} in `{rule.name}` is no slug: lower-case English words with - '
                      'between them', edits)
