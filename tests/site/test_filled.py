"""Fields that fill themselves never take a person's place."""
from __future__ import annotations

from qinggao.site.filled import filled
from qinggao.site.profile import profile_of

TALK = ('大家好。今天我们来聊聊推理芯片的价格。英伟达的芯片很贵，芯片公司都在涨价。黄仁勋说推理芯片会便宜下来。'
        '我读了《江边的早晨》，里面没有说到芯片。')


def test_an_empty_page_says_whom_the_talk_names_and_what_it_is_about() -> None:
    fields = filled({}, [TALK], profile_of())['fields']
    assert fields == {'tags': ['semiconductors'], 'people': ['黄仁勋'], 'companies_orgs': ['英伟达'],
                      'media_books': ['《江边的早晨》']}


def test_what_a_person_has_said_stays() -> None:
    given = {'people': ['老魏'], 'title': '我的'}
    found = filled({'fields': given}, [TALK], profile_of(), propose=True)['fields']
    assert isinstance(found, dict)
    assert (found['people'], found['title'], found['proposed']) == (['老魏'], '我的', ['summary'])


def test_front_matter_of_an_author_is_left_alone_even_where_it_is_empty() -> None:
    meta = {'format': 'md', 'front_matter': 'people: []\n', 'fields': {'people': []}}
    assert filled(meta, [TALK], profile_of()) == meta


def test_a_title_and_a_summary_are_proposed_only_when_asked_for() -> None:
    assert 'title' not in dict(filled({}, [TALK], profile_of())['fields'])  # type: ignore[call-overload]
    fields = filled({}, [TALK], profile_of(), propose=True)['fields']
    assert isinstance(fields, dict)
    assert fields['title'] == '推理芯片的价格' and fields['proposed'] == ['title', 'summary']


def test_a_proposal_may_be_proposed_anew_until_a_person_takes_it() -> None:
    head = {'title': '旧的提议', 'summary': '一句话。', 'proposed': ['title']}
    meta = {'format': 'md', 'front_matter': 'x', 'fields': head}
    new = filled(meta, [TALK], profile_of(), propose=True)['set']
    assert new == {'title': '推理芯片的价格', 'proposed': ['title']}


def test_a_field_that_the_site_has_not_is_not_written() -> None:
    profile = profile_of()
    bare = profile._replace(fields={'title': profile.fields['title']})
    assert filled({}, [TALK], bare) == {}
    named = profile._replace(fields={key: profile.fields[key] for key in ('people', 'proposed')})
    assert filled({}, [TALK], named, propose=True) == {'fields': {'people': ['黄仁勋']}}
