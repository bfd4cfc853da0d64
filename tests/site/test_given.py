"""Fields given by hand: what the profile takes, and what it refuses with a cure."""
from __future__ import annotations

import pytest
from qinggao.errors import FileError
from qinggao.site.given import by_hand, check, name_of
from qinggao.site.profile import profile_of


@pytest.mark.parametrize(('key', 'value'), [
    ('area', 'finance-wealth'), ('area', ''), ('date', '2026-05-08'), ('tags', ['rate-cut', 'ai']), ('draft', 'false'),
    ('title', '全都可以: [一]'), ('mood', 'of the site itself'), ('category', 'ai-ml'), ('people', ['Wei, 老魏']),
], ids=str)
def test_what_the_profile_takes(key: str, value: object) -> None:
    check({key: value}, profile_of())


@pytest.mark.parametrize(('key', 'value', 'said'), [
    ('area', 'finance-welth', 'finance-wealth'), ('date', '8.5.2026', '2026-05-08'), ('date', '2026-02-31', 'calendar'),
    ('tags', ['Rate Cut'], 'rate-cut'),
    ('tags', 'ai', 'brackets'), ('title', ['a'], 'no list'), ('draft', 'yes', 'true or false'),
    ('category', 'AI/ML', 'slug'), ('status', 'evengreen', 'evergreen'),
], ids=str)
def test_what_it_refuses_says_the_field_and_the_cure(key: str, value: object, said: str) -> None:
    with pytest.raises(FileError) as error:
        check({key: value}, profile_of(), 'talk.yaml')
    assert str(error.value).startswith(f'talk.yaml: the field {key}') and said in str(error.value)


@pytest.mark.parametrize(('key', 'typed', 'read'), [
    ('tags', 'ai，chips', ['ai', 'chips']), ('people', "['Wei', 'Mei']", ['Wei', 'Mei']), ('title', 'a, b', 'a, b'),
    ('unknown', '[a]', '[a]'), ('tags', '', []),
])
def test_a_list_is_typed_with_commas(key: str, typed: str, read: object) -> None:
    assert by_hand(key, typed) == read


def test_an_alias_is_the_field_it_stands_for() -> None:
    assert name_of('products', profile_of()) == 'products_models'
    assert name_of('title', profile_of()) == 'title' and name_of('mood', profile_of()) == 'mood'
