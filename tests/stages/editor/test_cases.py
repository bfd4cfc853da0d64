"""What the editor makes of whole talks: tests/cases/editor."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import qinggao
import yaml
from qinggao.layout.joining import joined

CASES = Path(__file__).parents[2] / 'cases' / 'editor' / 'talks.yaml'


def cases() -> list[Any]:
    """All talks, with a sentence as id; known failures have to fail."""
    return [pytest.param(case, id=case['name'],
                         marks=[pytest.mark.xfail(strict=True, reason=case['fails'])] if 'fails' in case else [])
            for case in yaml.safe_load(CASES.read_text('utf-8'))]


@pytest.mark.parametrize('case', cases())
def test_of_a_talk_comes(case: dict[str, Any]) -> None:
    page = joined(qinggao.clean(case['talk'], editor='on', skip=['confusables']).text)
    assert not [words for words in case.get('has', ()) if words not in page], page
    assert not [words for words in case.get('lacks', ()) if words.replace('\n', '') in page], page


@pytest.mark.parametrize('case', cases())
def test_the_page_is_settled(case: dict[str, Any]) -> None:
    once = qinggao.clean(case['talk'], editor='on')
    assert qinggao.clean(once, editor='on').text == once.text
