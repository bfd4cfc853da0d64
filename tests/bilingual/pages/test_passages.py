"""Which words stand together on a page."""
from __future__ import annotations

from qinggao.bilingual.bitext import Bitext
from qinggao.bilingual.pages.passages import passages
from qinggao.settings import Settings
from qinggao.transcript import Turn

from .talk import page, paired, raw


def rows(bitext: Bitext) -> list[tuple[list[str], list[str]]]:
    return [([block.markdown for block in first], [block.markdown for block in second])
            for first, second in passages(bitext, Settings())]


def test_a_row_for_each_paragraph_with_all_its_sentences() -> None:
    talk = paired(raw('河水很凉。\n雾散了。\n\n船来了。'), raw('It was cold. The mist lifted. A boat came.'),
                  ('河水很凉。', 'It was cold.'), ('雾散了。', 'The mist lifted.'), ('船来了。', 'A boat came.'))
    assert rows(talk) == [(['河水很凉。雾散了。'], ['It was cold. The mist lifted.']), (['船来了。'], ['A boat came.'])]


def test_a_pair_across_a_border_brings_paragraphs_together() -> None:
    talk = paired(raw('河水很凉。\n\n雾散了。\n\n船来了。'), raw('It was cold and the mist lifted. A boat came.'),
                  ('河水很凉。\n\n雾散了。', 'It was cold and the mist lifted.'), ('船来了。', 'A boat came.'))
    assert rows(talk) == [(['河水很凉。', '雾散了。'], ['It was cold and the mist lifted.']), (['船来了。'], ['A boat came.'])]


def test_words_without_a_partner_are_with_the_passage_before_and_first_ones_with_the_first() -> None:
    talk = paired(raw('河水很凉。\n\n船来了。'), raw('Well. It was cold. Brr. A boat came.'), ('', 'Well.'),
                  ('河水很凉。', 'It was cold.'), ('', 'Brr.'), ('船来了。', 'A boat came.'))
    assert rows(talk) == [(['河水很凉。'], ['Well. It was cold. Brr.']), (['船来了。'], ['A boat came.'])]


def test_a_paragraph_without_a_partner_has_nothing_beside_it() -> None:
    talk = paired(raw('河水很凉。\n\n嗯。\n\n船来了。'), raw('It was cold. A boat came.'), ('河水很凉。', 'It was cold.'), ('嗯。', ''),
                  ('船来了。', 'A boat came.'))
    assert rows(talk) == [(['河水很凉。'], ['It was cold.']), (['嗯。'], []), (['船来了。'], ['A boat came.'])]


def test_a_new_paragraph_where_the_speaker_changes() -> None:
    talk = paired(raw('你冷吗？冷。', Turn(0, '林静')), raw('Are you cold?\nI am.', Turn(0, 'Lin'), Turn(14, 'Anna')),
                  ('你冷吗？', 'Are you cold?'), ('冷。', 'I am.'))
    assert rows(talk) == [(['**林静**: 你冷吗？冷。'], ['**Lin**: Are you cold?', '**Anna**: I am.'])]


def test_pages_keep_their_blocks() -> None:
    talk = paired(page('# 河\n\n- 凉\n- 深\n\n```\na\n\nb\n```\n\n**船**来了。'), page('# River\n\n- cold\n- deep\n\n```\na\n\nb\n```\n\nA **boat**.'),
                  ('# 河', '# River'), ('- 凉\n- 深', '- cold\n- deep'), ('```\na\n\nb\n```', '```\na\n\nb\n```'), ('**船**来了。', 'A **boat**.'))
    assert rows(talk) == [(['# 河'], ['# River']), (['- 凉\n- 深'], ['- cold\n- deep']), (['```\na\n\nb\n```'], ['```\na\n\nb\n```']),
                          (['**船**来了。'], ['A **boat**.'])]


def test_a_paragraph_of_the_second_is_cut_between_sentences_but_not_inside_its_marks() -> None:
    first = page('河水很凉。\n\n船来了。')
    talk = paired(first, page('It *was* cold. A boat came.'), ('河水很凉。', 'It *was* cold.'), ('船来了。', 'A boat came.'))
    assert rows(talk) == [(['河水很凉。'], ['It *was* cold.']), (['船来了。'], ['A boat came.'])]
    talk = paired(first, page('It *was cold. A boat* came.'), ('河水很凉。', 'It *was cold.'), ('船来了。', 'A boat* came.'))
    assert rows(talk) == [(['河水很凉。', '船来了。'], ['It *was cold. A boat* came.'])]


def test_code_that_a_border_cuts_is_words() -> None:
    talk = paired(raw('用它。\n\n再用。'), raw('Use `a. # b` again.'), ('用它。', 'Use `a.'), ('再用。', '# b` again.'))
    assert rows(talk) == [(['用它。'], ['Use \\`a.']), (['再用。'], ['\\# b\\` again.'])]
