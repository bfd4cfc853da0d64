"""Front matter without fields that the site profile asks for.

Templates, lists and feeds of a site count on every field, the empty ones too. A field that may be empty is put in
empty; what only its author can know has to be written.

This and the other questions of the profile are put to notes only: a page with a third of its fields, with one of its
layouts, or with a folded original. Where your settings name a profile, they are put to every page with front matter.
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from .names import misnamed
from .notes import is_note
from .spelling import spelled, stand_alone

if TYPE_CHECKING:
    from ...site.profile import FieldRule

CODE = 'FM006'
NAME = 'missing-field'
SEVERITY = 'warning'
MENDS = 'sometimes'
_REST = """layout: post.njk
source: ''
speaker: ''
tags: []
title: 港口的早晨
summary: 码头上的一天
insight: ''
draft: true
series: ''
category: ''
area: life-family
project: []
people: []
companies_orgs: []
products_models: []
media_books: []
status: evergreen
---
"""
WRONG = "---\nauthor: 林知远\ndate: '2026-05-08'\n" + _REST
RIGHT = "---\nauthor: 林知远\ndate: '2026-05-08'\nguest: ''\n" + _REST


def findings(page: Page) -> Iterator[Finding]:
    head = page.head
    if head is None or head.error or not is_note(page):
        return
    there = {*head.by_name, *misnamed(page).values()}   # a key with a wrong name is no missing field
    absent = [rule for rule in page.profile.fields.values() if rule.needed and rule.name not in there]
    if not absent:
        return
    end = page.text.index('\n')
    may_be_empty = [rule for rule in absent if rule.default in ('', '[]') and not rule.filled]
    usual = [rule for rule in absent if rule.default is not None and rule not in may_be_empty]
    for rules, sure in ((may_be_empty, True), (usual, False)):
        if rules:
            names = ', '.join(rule.name for rule in rules)
            yield Finding(0, end, f'fields are missing: {names}', tuple(_insertions(page, rules, sure)))
    unknown = [rule.name for rule in absent if rule.default is None]
    if unknown:
        yield Finding(0, end, f'fields are missing that only you can fill in: {", ".join(unknown)}')


def _insertions(page: Page, rules: list[FieldRule], sure: bool) -> Iterator[Edit]:
    """Each field behind the one that the profile has before it; those that come to the same place in one edit."""
    head = page.head
    if head is None or not stand_alone(page):
        return
    order = list(page.profile.fields)
    places = dict[int, str]()
    for rule in rules:
        before = [name for name in order[:order.index(rule.name)] if name in head.by_name]
        at = head.by_name[before[-1]].end if before else head.start
        places[at] = places.get(at, '') + f'{rule.name}: {_value(rule)}\n'
    for at, new in places.items():
        yield Edit(at, at, new, CODE, sure)


def _value(rule: FieldRule) -> str:
    default = rule.default or ''
    return default if rule.kind == 'flag' or (rule.is_list and default == '[]') else spelled(default)
