"""Two pages, each naming the other."""
from __future__ import annotations

from qinggao.bilingual.bitext import Bitext
from qinggao.bilingual.pages import Style
from qinggao.bilingual.pages.pair import write
from qinggao.site.front_matter import split

from .talk import STYLE, body, page, paired, raw, whole

TALK = paired(page("---\ntitle: 河\ndate: '2026-05-08'\n---\n\n河水很凉。\n\n船来了。"), raw('It was cold. A boat came.'),
              ('河水很凉。', 'It was cold.'), ('船来了。', 'A boat came.'))


def fields(talk: Bitext, number: int, style: Style = STYLE) -> dict[str, object]:
    given = split(whole(talk, 'pair', style, number))[2]
    return {key: given[key] for key in ('lang', 'alternate', 'translation_of') if key in given}


def test_each_names_the_other_and_the_translation_its_original() -> None:
    assert [one.name for one in write(TALK, STYLE)] == ['zh', 'en']
    assert fields(TALK, 0) == {'lang': 'zh-Hans', 'alternate': 'en/talk.md'}
    assert fields(TALK, 1) == {'lang': 'en', 'alternate': 'zh/talk.md', 'translation_of': 'zh/talk.md'}


def test_of_a_page_with_folded_originals_chinese_is_the_translation() -> None:
    talk = TALK._replace(pairs=tuple(pair._replace(origin='page') for pair in TALK.pairs))
    assert fields(talk, 0)['translation_of'] == 'en/talk.md' and 'translation_of' not in fields(talk, 1)


def test_names_for_hugo() -> None:
    style = STYLE._replace(hugo=True, slug='river/talk')
    assert fields(TALK, 1, style) == {'lang': 'en', 'alternate': 'river/talk.zh.md', 'translation_of': 'river/talk.zh.md'}


def test_two_scripts_have_their_whole_names() -> None:
    talk = paired(raw('这样。'), raw('這樣。'), ('这样。', '這樣。'), languages=('zh-Hans', 'zh-Hant'))
    assert [one.name for one in write(talk, STYLE)] == ['zh-hans', 'zh-hant']
    assert fields(talk, 1) == {'lang': 'zh-Hant', 'alternate': 'zh-hans/talk.md', 'translation_of': 'zh-hans/talk.md'}


def test_both_have_the_same_paragraphs_and_what_is_known_of_the_talk() -> None:
    assert body(TALK, 'pair') == '河水很凉。\n\n船来了。'
    assert body(TALK, 'pair', number=1) == 'It was cold.\n\nA boat came.'
    given = split(whole(TALK, 'pair', number=1))[2]
    assert (given['date'], given['title']) == ('2026-05-08', '')


def test_a_page_stays_as_it_stood() -> None:
    text = '# 河  \n凉。\n\n\n<details>\n\n深。\n'
    talk = paired(page(text), raw('x'), (page(text).text, 'x'))
    assert whole(talk, 'pair').endswith(f'---\n\n{text}')


def test_each_line_says_whose_words_it_holds() -> None:
    for number, one in enumerate(write(TALK, STYLE)):
        held = [line for line in one.lines if line.start >= 0]
        assert held and {line.track for line in held} == {number}
