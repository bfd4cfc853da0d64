"""The gate finds nothing wrong with what is published."""
from __future__ import annotations

import pytest
from qinggao.gate.examine import examine
from qinggao.gate.library import mend
from qinggao.gate.page import Page
from qinggao.gate.settings import Checks, Gate

from .talk import fold, page, paired, raw, whole

CHINESE = '河水从山里流下来，早上很凉，所以孩子们都在岸上等太阳出来。'
ENGLISH = 'The river comes down from the hills, and in the morning the children wait for the sun.'


def found(text: str) -> list[str]:
    return [code for code, _ in examine(Page('talk.md', text, Gate(Checks(select=('BI', 'MD')))))]


@pytest.mark.parametrize('origin', ['length', 'a machine'])
@pytest.mark.parametrize('layout', ['folded', 'columns', 'pair'])
def test_what_is_published_passes(layout: str, origin: str) -> None:
    text = '\n\n'.join(['## 河', *[CHINESE] * 3])
    talk = paired(page(text), raw(' '.join([ENGLISH] * 3)), ('## 河', ''), *[(CHINESE, ENGLISH)] * 3, origin=origin)
    assert found(whole(talk, layout)) == []


MIXED = f'## 河\n\n{CHINESE}\n\n{fold(ENGLISH)}\n\n桥上有雾。\n\n{fold("Mist lay on the bridge.", "English Translation")}\n'


def test_a_translation_beside_an_original_is_no_mixed_label() -> None:
    assert found(MIXED) == []
    assert mend(MIXED, 'talk.md', select=('BI',)).words.text == MIXED


def test_a_page_of_translations_keeps_its_label() -> None:
    text = MIXED.replace('Original English', 'English Translation')
    assert found(text) == []
    assert mend(text, 'talk.md', select=('BI',)).words.text == text


def test_what_is_wrong_with_an_original_is_wrong_with_a_translation() -> None:
    assert 'BI015' in found(f'{CHINESE}\n\n{fold(CHINESE, "English Translation")}\n')
    assert found(MIXED.replace('</details>\n', '</details> 桥', 1))
