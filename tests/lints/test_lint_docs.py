"""What docs/lints.md and `check --explain` say of the lints."""
from __future__ import annotations

import re
from pathlib import Path

import pytest
from qinggao.gate.examine import examine
from qinggao.gate.explain import documented, explained
from qinggao.gate.page import Page
from qinggao.gate.settings import Checks, Gate
from qinggao.lints import CODES, FAMILIES, codes_of, lint

PAGE = Path(__file__).parents[2] / 'docs/lints.md'


def test_the_page_is_what_the_lints_say() -> None:
    assert PAGE.read_text('utf-8') == documented(), 'run `make lints`'


def test_every_lint_has_a_row_and_a_section() -> None:
    page = documented()
    assert re.findall(r'^\| \[(\w+)\]', page, re.M) == [code for letters in FAMILIES for code in codes_of(letters)]
    assert re.findall(r'^### ([A-Z]{2}\d{3}) ', page, re.M) == list(CODES)


def test_links_lead_to_sections() -> None:
    page = documented()
    sections = {heading.lower().replace(' ', '-') for heading in re.findall(r'^### ([A-Z]{2}\d{3} .+)$', page, re.M)}
    assert set(re.findall(r'\]\(#([\w-]+)\)', page)) == sections


def test_no_example_gets_out_of_its_fence() -> None:
    is_open, opened = '', 0
    for line in documented().split('\n'):
        fence = re.match(r'(`{3,})(\w*)$', line)
        if is_open and line == is_open:
            is_open = ''
        elif fence and not is_open:
            assert fence[2] == 'text', line
            is_open, opened = fence[1], opened + 1
    assert (is_open, opened) == ('', 2 * len(CODES))


def test_the_page_holds_nothing_that_cannot_be_seen() -> None:
    assert not [char for char in documented() if not char.isprintable() and char != '\n']


@pytest.mark.parametrize('code', CODES)
def test_a_lint_is_explained(code: str) -> None:
    said = explained(code)
    assert said.startswith(f'{code} {lint(code).NAME} ({lint(code).SEVERITY}; mended by ')
    assert 'Wrong:\n\n    ' in said and 'Right:\n\n    ' in said
    assert code in said.rstrip().rpartition('\n')[2], 'how to silence it'


@pytest.mark.parametrize('code', [code for code in CODES if 'Keep what it finds with' in explained(code)])
def test_what_is_said_of_keeping_a_finding_keeps_it(code: str) -> None:
    module = lint(code)
    path, text = getattr(module, 'PATH', 'note.md'), module.WRONG
    gate = Gate(Checks(select=(code,), severity='info'))
    (_, first), *more = examine(Page(path, text, gate))
    comment = re.findall(r'Keep what it finds with (.+) (?:on the line above|in the front matter)\.$', explained(code))[0]
    at = text.find('\n') + 1 if comment[0] == '#' else text.rfind('\n', 0, first.start) + 1
    now = examine(Page(path, f'{text[:at]}{comment}\n{text[at:]}', gate))
    assert len(now) <= len(more), comment


def test_a_family_is_explained() -> None:
    said = explained('QG')
    assert [said.count(f'{code} ') > 0 for code in codes_of('QG')] == [True, True]
