"""One look for all signs sees what a look for each would see."""
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from qinggao.gate.page import Page
from qinggao.gate.settings import Gate
from qinggao.gate.signs import LONG, signs_in
from qinggao.lints import LINTS

SIGNS = sorted({sign for entry in LINTS.values() for sign in entry.signs})
TEXTS = st.lists(st.sampled_from([*SIGNS, '潮', '>', '<', '*', '-', 'a', '\n', '🚢']), max_size=20).map(''.join)


@given(TEXTS)
def test_every_sign_is_told_as_it_is(text: str) -> None:
    for sign, stands in signs_in(text).items():
        assert stands == (sign in text), sign


@given(TEXTS, st.booleans())
def test_a_page_holds_the_same_signs_however_long_it_is(text: str, is_long: bool) -> None:
    page = Page('a.md', text + '潮' * (LONG if is_long else 0), Gate())
    for sign in SIGNS:
        assert page.holds((sign,)) == (sign in text), sign


def test_half_a_surrogate_pair_is_no_sign_of_anything() -> None:
    page = Page('a.md', '\udcff' * (LONG + 1) + '\0', Gate())
    assert page.holds(('\0',))
    assert not page.holds(('<<<<<<<',))
