"""What a page asks qinggao to be quiet about."""
from __future__ import annotations

import pytest
from qinggao.gate.examine import examine
from qinggao.gate.lines import Lines
from qinggao.gate.mend import mended
from qinggao.gate.page import Page
from qinggao.gate.settings import Checks, Gate

GLUED = '\n<details>\n<summary>Original English</summary>\n\nThe river.\n\n</details>\n'
HEAD = '---\ndate: 2024-05-01\nlayout: post.njk\n---\n'


def told(text: str, path: str = 'note.md', ignore: tuple[str, ...] = (), without: tuple[str, ...] = ()) -> list[str]:
    """`line:column code` of what these two and the lints about comments find."""
    gate = Gate(Checks(select=('BI001', 'TX013', 'TR001', 'FM013', 'QG'), ignore=ignore, severity='info'))
    lines = Lines(text)
    return [f'{place.line}:{place.column} {code}' for code, finding in examine(Page(path, text, gate), without)
            for place in [lines.place(finding.start, finding.end)]]


def test_without_a_comment_both_are_found() -> None:
    assert told('船\u202e开了。' + GLUED) == ['1:2 TX013', '2:1 BI001']


@pytest.mark.parametrize('comment', [
    '<!-- qinggao: off-next-line TX013 -->', '<!--qinggao:off-next-line TX013-->', '<!-- qinggao: off-next-line TX -->',
    '<!-- qinggao: off-next-line TX013, BI001 -->', '<!-- qinggao: off-next-line -->', '<!-- qinggao: off TX013 -->',
    '<!-- qinggao: off TX013 -->\n<!-- qinggao: on -->\n<!-- qinggao: off-next-line TX013 -->',
])
def test_a_comment_hushes_what_follows(comment: str) -> None:
    found = told(f'{comment}\n\n\n船\u202e开了。\n')
    assert not [one for one in found if 'TX013' in one]


def test_only_the_next_line_that_is_not_blank() -> None:
    assert told('<!-- qinggao: off-next-line TX013 -->\n\n船\u202e开了。\n船\u202e到了。\n') == ['4:2 TX013']


def test_two_comments_above_one_line() -> None:
    page = '江。\n<!-- qinggao: off-next-line TX013 -->\n<!-- qinggao: off-next-line BI -->\n<details>\u202e\n\n</details>\n'
    assert told(page) == []


def test_a_stretch_ends_where_it_is_turned_on() -> None:
    page = '<!-- qinggao: off TX013 -->\n船\u202e\n<!-- qinggao: on TX013 -->\n船\u202e\n'
    assert told(page) == ['4:2 TX013']
    assert told(page.replace('on TX013', 'on')) == ['4:2 TX013']
    assert told(page.replace('on TX013', 'on TX')) == ['4:2 TX013']


def test_a_stretch_goes_to_the_end_of_the_file() -> None:
    assert told('船开了。\n<!-- qinggao: off TX013 -->\n船\u202e\n\n江\u202e') == []


def test_one_code_is_turned_on_again_and_the_others_stay_off() -> None:
    page = f'<!-- qinggao: off TX013 BI001 -->\n船\u202e{GLUED}\n<!-- qinggao: on TX013 -->\n船\u202e{GLUED}'
    assert told(page) == ['11:2 TX013']
    assert told(page.replace('off TX013 BI001', 'off')) == ['11:2 TX013']


def test_a_comment_at_the_end_of_a_line_is_about_the_next() -> None:
    assert told('船\u202e<!-- qinggao: off-next-line TX013 -->\n船\u202e\n') == ['1:2 TX013']


def test_a_comment_in_a_fold() -> None:
    page = ('江。\n\n<details>\n<summary>Original English</summary>\n\n<!-- qinggao: off-next-line TX013 -->\n'
            'The \u202eriver.\n\n</details>\n')
    assert told(page) == []


def test_a_comment_in_front_matter() -> None:
    assert told(HEAD) == ['2:7 FM013']
    assert told(HEAD.replace('date', '# qinggao: off-next-line FM013\ndate')) == []
    assert told(HEAD.replace('date', '# qinggao: off FM013\ndate')) == []
    assert told('---\ntitle: 江\n# qinggao: off-next-line FM013\n---\n江。\n') == ['3:1 QG001']


def test_off_in_front_matter_holds_for_the_whole_page() -> None:
    page = '---\ndate: 2024-05-01\nlayout: post.njk\n# qinggao: off FM013 TX\n---\n船\u202e\n'
    assert told(page) == []
    assert told(page.replace('---\n船', '# qinggao: on TX\n---\n船')) == ['7:2 TX013']


def test_in_front_matter_html_is_no_comment_and_in_the_body_a_hash_is_a_heading() -> None:
    assert told('---\n# <!-- qinggao: off -->\ndate: 2024-05-01\nlayout: post.njk\n---\n') == ['3:7 FM013']
    assert told('# qinggao: off TX013\n\n船\u202e\n') == ['3:2 TX013']


@pytest.mark.parametrize('page', [
    '```\n<!-- qinggao: off TX013 -->\n```\n\n船\u202e\n',
    '`<!-- qinggao: off TX013 -->`\n\n船\u202e\n',
])
def test_code_asks_for_nothing(page: str) -> None:
    assert [one.split()[1] for one in told(page)] == ['TX013']


def test_in_a_transcript_too() -> None:
    assert told('<!-- qinggao: off-next-line TX013 -->\n船\u202e\n', 'talk.txt') == []


def test_what_suppresses_nothing_is_found_and_can_be_removed() -> None:
    page = '船。\n\n<!-- qinggao: off-next-line TX013 -->\n江。\n'
    assert told(page) == ['3:1 QG001']
    gate = Gate(Checks(select=('TX013', 'QG')))
    assert mended('note.md', page, gate).words.text == page
    assert mended('note.md', page, gate, unsure=True).words.text == '船。\n\n江。\n'


def test_one_code_of_two_suppresses_nothing() -> None:
    page = '<!-- qinggao: off-next-line BI001, TX013 -->\n船\u202e\n'
    assert told(page) == ['1:29 QG001']
    after = mended('note.md', page, Gate(Checks(select=('TX013', 'BI001', 'QG'))), unsure=True)
    assert after.words.text == '<!-- qinggao: off-next-line TX013 -->\n船\u202e\n'


@pytest.mark.parametrize('rest', ['\n---\n江。\n', ' \n---\n江。\n', ''], ids=['in front matter', 'with a space', 'at the end of all'])
def test_the_last_code_in_a_comment_of_front_matter(rest: str) -> None:
    page = f'{HEAD[:-4]}# qinggao: off FM002 FM013, TX013{rest}'
    used = 'FM013' if rest else 'FM002'
    after = mended('note.md', page, Gate(Checks(select=('FM002', 'FM013', 'TX013', 'QG'))), unsure=True)
    assert after.words.text == f'{HEAD[:-4]}# qinggao: off {used}{rest.lstrip(" ")}'


def test_a_beginning_and_its_end_go_together() -> None:
    page = '船。\n\n<!-- qinggao: off BI -->\n\n江。\n\n<!-- qinggao: on BI -->\n\n湖。\n'
    gate = Gate(Checks(severity='info', select=('BI', 'QG')))
    assert mended('note.md', page, gate, unsure=True).words.text == '船。\n\n江。\n\n湖。\n'


def test_of_lints_that_did_not_look_nothing_is_said() -> None:
    page = '<!-- qinggao: off-next-line BI001 -->\n江。\n'
    assert told(page) == ['1:1 QG001']
    assert told(page, ignore=('BI',)) == []
    assert told(page, without=('BI',)) == []
    assert told(page.replace('江', '\udcff')) == ['2:1 TR001']


def test_findings_about_comments_can_be_off() -> None:
    page = '<!-- qinggao: off-next-line BI001 XX -->\n江。\n'
    assert told(page, ignore=('QG',)) == []
    assert told(page, without=('QG002',)) == ['1:29 QG001']


@pytest.mark.parametrize(('comment', 'says'), [
    ('off XT005', "no lint has the code 'XT005'; did you mean 'TX005'?"),
    ('off tx013', "no lint has the code 'tx013'; did you mean 'TX013'?"),
    ('off-next-line 因为', "no lint has the code '因为': only codes stand here"),
    ('of TX013', "'of' says nothing to qinggao: write off, on or off-next-line"),
    ('', "'' says nothing to qinggao: write off, on or off-next-line"),
])
def test_what_is_not_understood_is_said(comment: str, says: str) -> None:
    page = Page('note.md', f'<!-- qinggao: {comment} -->\n江。\n', Gate(Checks(select=('QG002',))))
    assert [(code, finding.message) for code, finding in examine(page)] == [('QG002', says)]
