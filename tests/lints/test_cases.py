"""Every lint against its tables in tests/cases: what it must find, what it must leave alone, how it mends."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qinggao.gate.examine import examine
from qinggao.gate.lines import Lines
from qinggao.gate.mend import mended
from qinggao.gate.page import Page
from qinggao.gate.settings import Checks, Gate
from qinggao.lints import CODES, LINTS, lint
from qinggao.strict_yaml import load

FOLDER = Path(__file__).parents[1] / 'cases'
KEYS = {'name', 'page', 'bytes', 'at', 'mended', 'unsure', 'path'}


def _cases(kind: str) -> list[Any]:
    """All cases of a kind, with a sentence as id."""
    cases = []
    for file in sorted(FOLDER.glob('*.yaml')):
        table: Any = load(file.read_text('utf-8'), str(file))
        assert set(table) <= {'found', 'quiet'}, file
        for case in table.get(kind, []):
            assert set(case) <= KEYS, (file, case)
            cases.append(pytest.param(file.stem, case, id=f'{file.stem}: {case["name"]}'))
    return cases


def _text(case: dict[str, Any]) -> str:
    """The page of a case; ``bytes`` in hexadecimal where it is one that YAML cannot hold."""
    text: str = case['page'] if 'page' in case else bytes.fromhex(case['bytes']).decode('utf-8', 'surrogateescape')
    return text


def _gate(code: str) -> Gate:
    also = getattr(lint(code), 'ALSO', ())      # lints without which this one finds nothing
    return Gate(Checks(select=(code, *also), severity='info'))


def _places(code: str, case: dict[str, Any]) -> list[str]:
    page = Page(case.get('path', 'note.md'), _text(case), _gate(code))
    lines = Lines(page.text)
    return [f'{place.line}:{place.column}'
            for found, finding in examine(page) if found == code for place in [lines.place(finding.start, finding.end)]]


@pytest.mark.parametrize(('code', 'case'), _cases('found'))
def test_finds(code: str, case: dict[str, Any]) -> None:
    assert _places(code, case) == case['at']
    for key, unsure in (('mended', False), ('unsure', True)):
        after = mended(case.get('path', 'note.md'), _text(case), _gate(code), unsure=unsure)
        if key == 'mended' or key in case:
            assert after.words.text == case.get(key, _text(case))


@pytest.mark.parametrize(('code', 'case'), _cases('quiet'))
def test_leaves_alone(code: str, case: dict[str, Any]) -> None:
    assert _places(code, case) == []


@pytest.mark.parametrize('code', CODES)
def test_every_lint_has_both_tables_and_an_example_that_is_true(code: str) -> None:
    module = lint(code)
    assert (module.CODE, module.SEVERITY in ('error', 'warning', 'info')) == (code, True)
    assert module.MENDS in ('always', 'sometimes', 'unsure', 'never')
    assert (module.__doc__ or '').strip().count('\n\n') >= 1, 'a first line, then why and what to do'
    table: Any = load((FOLDER / f'{code}.yaml').read_text('utf-8'))
    assert table['found'] and table['quiet']
    path = getattr(module, 'PATH', 'note.md' if 'page' in LINTS[code].kinds else 'talk.txt')
    assert _places(code, {'page': module.WRONG, 'path': path}), 'WRONG must be found'
    assert not _places(code, {'page': module.RIGHT, 'path': path}), 'RIGHT must be quiet'
    if module.MENDS in ('always', 'unsure'):
        assert mended(path, module.WRONG, _gate(code), unsure=module.MENDS == 'unsure').words.text == module.RIGHT
