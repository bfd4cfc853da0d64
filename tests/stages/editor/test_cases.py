"""What the editor makes of whole talks: tests/cases/editor."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import qinggao
import yaml
from qinggao.layout.joining import joined

CASES = Path(__file__).parents[2] / 'cases' / 'editor' / 'talks.yaml'


TALKS: list[dict[str, Any]] = yaml.safe_load(CASES.read_text('utf-8'))


def known(case: dict[str, Any]) -> Any:
    """A case with a sentence as id; a known failure has to fail."""
    marks = [pytest.mark.xfail(strict=True, reason=case['fails'])] if 'fails' in case else []
    return pytest.param(case, id=case['name'], marks=marks)


@pytest.mark.parametrize('case', [known(case) for case in TALKS])
def test_of_a_talk_comes(case: dict[str, Any]) -> None:
    page = joined(qinggao.clean(case['talk'], editor='on', skip=['confusables']).text)
    assert not [words for words in case.get('has', ()) if words not in page], page
    assert not [words for words in case.get('lacks', ()) if words.replace('\n', '') in page], page


@pytest.mark.parametrize('case', TALKS, ids=[case['name'] for case in TALKS])
def test_the_page_is_settled(case: dict[str, Any]) -> None:
    once = qinggao.clean(case['talk'], editor='on')
    assert qinggao.clean(once, editor='on').text == once.text
