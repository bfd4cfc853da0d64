"""Front matter is composed in the order of the profile, and an author's lines stay as they are."""
from __future__ import annotations

from qinggao.site.front_matter import compose
from qinggao.site.profile import FieldRule, Profile

PROFILE = Profile({rule.name: rule for rule in (
    FieldRule('title'), FieldRule('hidden', 'flag', default='true'), FieldRule('tags', 'slugs'),
    FieldRule('mood', 'choice', values=('calm', 'wild'), default='calm'), FieldRule('lang', needed=False))})


def lines(**meta: object) -> list[str]:
    return list(compose({'profile': PROFILE, **meta}))


def test_what_is_not_known_has_its_default_and_an_optional_field_is_left_out() -> None:
    assert lines() == ['---', "title: ''", 'hidden: true', 'tags: []', 'mood: calm', '---', '']


def test_known_fields_stand_in_the_order_of_the_profile_and_others_behind_them() -> None:
    assert lines(fields={'guest': 'Wei', 'lang': 'en', 'title': '潮水'}, set={'tags': ['a', 'b']}) == [
        '---', 'title: 潮水', 'hidden: true', 'tags:', '  - a', '  - b', 'mood: calm', 'lang: en', 'guest: Wei', '---', '']


def test_what_is_set_replaces_one_field_of_an_author() -> None:
    head = "title:   '潮水'  # mine\ntags:\n  - a\nhidden: false\n"
    assert lines(front_matter=head, set={'tags': ['b']}) == [
        '---', "title:   '潮水'  # mine", 'tags:', '  - b', 'hidden: false', '---']


def test_a_new_field_stands_before_the_one_that_the_profile_has_behind_it() -> None:
    assert lines(front_matter='title: 潮水\nmood: wild\n', set={'tags': [], 'lang': 'en', 'other': 'x'}) == [
        '---', 'title: 潮水', 'tags: []', 'mood: wild', 'lang: en', 'other: x', '---']


def test_true_is_a_text_where_the_field_is_no_flag() -> None:
    assert lines(set={'title': 'true', 'hidden': 'false'})[1:3] == ["title: 'true'", 'hidden: false']


def test_a_page_without_front_matter_gets_none() -> None:
    assert lines(format='md') == []


def test_new_fields_at_the_end_stand_as_the_profile_has_them() -> None:
    assert lines(front_matter='title: 潮水\n', set={'lang': 'en', 'tags': ['a'], 'zz': 'x', 'mood': 'wild'}) == [
        '---', 'title: 潮水', 'tags:', '  - a', 'mood: wild', 'lang: en', 'zz: x', '---']
