"""What the stage gaps parts before fillers look for edges."""
from __future__ import annotations

import pytest
import qinggao
from qinggao.pipeline import chosen
from qinggao.settings import Settings

from tests.stages.table import cleaned

CHANGES = [
    ('a letter behind Han', '我们用GPT写', '我们用 GPT 写'),
    ('a number', '去年是2024年', '去年是 2024 年'),
]

STAYS = [
    ('an address', 'https://a.b/c?d=中文e'),
    ('a tag', '#清稿qinggao'),
    ('English', 'we left at 5'),
    ('an empty text', ''),
]


@pytest.mark.parametrize(('said', 'meant'), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_it_parts(said: str, meant: str) -> None:
    assert cleaned(said, 'gaps') == meant


@pytest.mark.parametrize('text', [row[1] for row in STAYS], ids=[row[0] for row in STAYS])
def test_it_leaves_alone(text: str) -> None:
    assert cleaned(text, 'gaps') == text


@pytest.mark.parametrize(('glued', 'spaced'), [
    ('就是um这个这个箱子', '就是 um 这个这个箱子'), ('门开了对吧um然后呢', '门开了对吧 um 然后呢'), ('OK我我先走', 'OK 我我先走'),
])
def test_what_is_glued_is_cleaned_as_what_is_spaced(glued: str, spaced: str) -> None:
    assert qinggao.clean(glued, level='strong').text == qinggao.clean(spaced, level='strong').text


def test_it_is_off_with_the_stage_whose_half_it_is() -> None:
    assert 'gaps' not in chosen(Settings.of(skip=('spacing',)))
    assert 'gaps' not in chosen(Settings.of(spaces=False))
