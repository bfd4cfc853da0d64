"""The folded page: PUBLISHING's block, exactly, and whose words its lines hold."""
from __future__ import annotations

import pytest
from qinggao.bilingual.pages import Style
from qinggao.bilingual.pages.folded import write
from qinggao.site.profile import Profile
from qinggao.transcript import Turn

from .talk import STYLE, body, fold, page, paired, raw, whole

FIRST = raw('河水很凉。\n\n船来了。', Turn(0, '林静'))
SECOND = raw('It was cold. A boat came.', Turn(0, 'Lin'))
SENTENCES = (('河水很凉。', 'It was cold.'), ('船来了。', 'A boat came.'))
TALK = paired(FIRST, SECOND, *SENTENCES)


def test_the_block_is_the_sites_exactly() -> None:
    assert body(TALK) == '''**林静**: 河水很凉。

<details>
<summary>Original English</summary>

**Lin**: It was cold.

</details>

船来了。

<details>
<summary>Original English</summary>

A boat came.

</details>'''


def test_chinese_is_above_whichever_comes_first() -> None:
    assert body(TALK.swapped()) == body(TALK)


@pytest.mark.parametrize('swapped', [False, True])
def test_each_line_says_whose_words_it_holds(swapped: bool) -> None:
    talk = TALK.swapped() if swapped else TALK
    lines = [line for line in write(talk, STYLE)[0].lines if line.start >= 0]
    assert [(talk.first, talk.second)[line.track].text[line.start:line.end] for line in lines] == [
        '河水很凉。', 'It was cold.', '船来了。', 'A boat came.']


def label(origin: str, languages: tuple[str, str] = ('zh-Hans', 'en'), swapped: bool = False, style: Style = STYLE) -> str:
    talk = paired(FIRST, SECOND, *SENTENCES, origin=origin, languages=languages)
    lines = body(talk.swapped() if swapped else talk, style=style).split('\n')
    return next(line for line in lines if line.startswith('<summary>'))[9:-10]


def test_english_that_a_machine_made_is_no_original() -> None:
    assert label('opus-mt-zh-en') == label('memory') == 'English Translation'
    assert {label(origin) for origin in ('', 'page', 'length', 'time', 'anchors', 'human')} == {'Original English'}


def test_english_that_a_machine_translated_is_an_original() -> None:
    assert label('opus-mt-en-zh', swapped=True) == 'Original English'


def test_the_labels_of_the_profile() -> None:
    style = STYLE._replace(profile=Profile(STYLE.profile.fields, '英文原文', (), '英文译文'))
    assert (label('length', style=style), label('a machine', style=style)) == ('英文原文', '英文译文')


def test_the_other_script_has_its_name() -> None:
    assert label('OpenCC', ('zh-Hans', 'zh-Hant')) == '繁體中文'
    assert label('OpenCC', ('zh-Hant', 'zh-Hans')) == '简体中文'


def test_front_matter_is_that_of_the_page() -> None:
    talk = paired(page('---\ntitle: 河\nmood: calm\n---\n\n河水很凉。'), raw('It was cold.'), ('河水很凉。', 'It was cold.'))
    assert whole(talk).startswith('---\ntitle: 河\nmood: calm\n---\n\n河水很凉。\n')


def test_what_only_the_other_track_knows_holds_for_the_page_but_its_title() -> None:
    english = page('---\ntitle: River\ndate: \'2026-05-08\'\n---\n\nIt was cold.')
    text = whole(paired(english, raw('河水很凉。'), ('It was cold.', '河水很凉。'), languages=('en', 'zh-Hans')))
    assert "\ndate: '2026-05-08'\n" in text and "\ntitle: ''\n" in text and 'River' not in text


def test_a_page_stays_as_it_stood_between_its_folds() -> None:
    text = '# 河  \n河水很凉。  \n很深。\n\n\n---\n\n- 船\n\n  来了。'
    talk = paired(page(text), raw('Cold. A boat.'), ('# 河', ''), ('河水很凉。  \n很深。', 'Cold.'), ('---', ''), ('- 船\n\n  来了。', 'A boat.'))
    assert body(talk) == f'# 河  \n河水很凉。  \n很深。\n\n{fold("Cold.")}\n\n---\n\n- 船\n\n  来了。\n\n{fold("A boat.")}'
