"""What reports say, for the programs that read them."""
from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from qinggao.errors import FileError
from qinggao.gate.check import Checked
from qinggao.gate.finding import Located, Place
from qinggao.gate.reports import FORMATS

NAME = '笔记 🚢/第 1 集, 上.md'
GLUED = Located(NAME, Place(2, 3, 2, 12), 'BI001', 'error', 'no blank line before <details>: 100% sure', True, 'ab12',
                ((Place(1, 6, 2, 1), '\n\n'), (Place(2, 12, 2, 12), '。')))
LONG = Located(NAME, Place(4, 1, 6, 3), 'BI001', 'info', 'three lines', False, 'cd34')
DONE = [Checked(NAME, (GLUED, LONG)), Checked('b.md', error=FileError('gone', path='b.md', line=3, cure='find it'))]


def said(form: str, done: list[Checked] = DONE) -> str:
    return ''.join(import_module(f'qinggao.gate.reports.{form}').write(done))


def test_text() -> None:
    assert said('text') == (f'{NAME}:2:3: BI001 [*] no blank line before <details>: 100% sure\n'
                            f'{NAME}:4:1: BI001 three lines\n')


def test_json_has_the_keys_that_were_promised() -> None:
    rows = json.loads(said('json'))
    assert rows[0] == {'path': NAME, 'line': 2, 'column': 3, 'end_line': 2, 'end_column': 12, 'code': 'BI001',
                       'severity': 'error', 'message': 'no blank line before <details>: 100% sure', 'fixable': True}
    assert json.loads(said('json', [])) == []


def test_github_escapes_and_gives_no_columns_to_what_spans_lines() -> None:
    first, second, error = said('github').splitlines()
    assert first == ('::error file=笔记 🚢/第 1 集%2C 上.md,line=2,endLine=2,col=3,endColumn=12,title=qinggao BI001'
                     '::BI001 no blank line before <details>: 100%25 sure')
    assert second == '::notice file=笔记 🚢/第 1 集%2C 上.md,line=4,endLine=6,title=qinggao BI001::BI001 three lines'
    assert error == '::error file=b.md,line=3::b.md:3: gone; find it'


def test_sarif_has_places_fixes_rules_and_failures() -> None:
    (run,) = json.loads(said('sarif'))['runs']
    assert run['columnKind'] == 'unicodeCodePoints'
    assert [rule['id'] for rule in run['tool']['driver']['rules']] == ['BI001']
    first: dict[str, Any] = run['results'][0]
    place = first['locations'][0]['physicalLocation']
    assert place['region'] == {'startLine': 2, 'startColumn': 3, 'endLine': 2, 'endColumn': 12}
    assert place['artifactLocation']['uri'] == \
        '%E7%AC%94%E8%AE%B0%20%F0%9F%9A%A2/%E7%AC%AC%201%20%E9%9B%86%2C%20%E4%B8%8A.md'
    assert first['partialFingerprints'] == {'qinggao/v1': 'ab12'}
    assert len(first['fixes'][0]['artifactChanges'][0]['replacements']) == 2
    assert 'fixes' not in run['results'][1]
    assert run['invocations'][0]['executionSuccessful'] is False


def test_rdjson_counts_columns_in_bytes_and_offers_one_suggestion(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / NAME).parent.mkdir()
    (tmp_path / NAME).write_text('河水很凉。\n好<details>\nc\n一\n二\n三四', 'utf-8')
    first, second, error = json.loads(said('rdjson'))['diagnostics']
    assert first['location']['range'] == {'start': {'line': 2, 'column': 5}, 'end': {'line': 2, 'column': 13}}
    (suggestion,) = first['suggestions']
    assert suggestion['text'] == '\n\n好<details>。'
    assert second['location']['range']['end'] == {'line': 6, 'column': 7}
    assert error['location']['range'] == {'start': {'line': 3}}


@pytest.mark.parametrize('form', FORMATS)
def test_names_that_are_no_utf_8_break_no_report(form: str) -> None:
    found = GLUED._replace(path='a\udcff\n.md', mends=())
    text = said(form, [Checked('a\udcff\n.md', (found,))])     # a file that is gone, too: rdjson looks for it
    text.encode()
    assert text.count('\n') == 1 or form in ('json', 'sarif', 'rdjson')
