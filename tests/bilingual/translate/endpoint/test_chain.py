"""An endpoint with the checks that every translator gets."""
from __future__ import annotations

from collections.abc import Callable

from qinggao.bilingual.translate.endpoint.chain import translator
from qinggao.bilingual.translate.translator import Translated
from qinggao.rulebook.lexicon import Term

from .server import TALK, WAY, WORDS, Asked, Reply, Server, said, served, well


def texts(server: Server, *terms: Term, sentences: list[str] = TALK) -> list[Translated]:
    return [one for _, one in sorted(translator(server.endpoint(batch=6), terms).translate(sentences, WAY))]


def wrong_in_company(asked: Asked) -> Reply:
    reply = said(asked.lines)
    return Reply(reply if len(asked.lines) == 1 else reply.replace('Chapter 3', 'Chapter 5'))


def always_wrong(asked: Asked) -> Reply:
    return Reply(said(asked.lines).replace('Chapter 3', 'Chapter 5'))


def test_what_is_sound_is_asked_for_once() -> None:
    with served() as server:
        assert [one.text for one in texts(server)] == [WORDS[line] for line in TALK]
        assert len(server.asked) == 1


def test_a_number_that_strayed_is_asked_for_again_alone() -> None:
    with served(wrong_in_company) as server:
        found = texts(server)
    assert [one.text for one in found] == [WORDS[line] for line in TALK]
    assert not any(one.doubts for one in found)
    assert list(server.asked[1].lines.values()) == ['第3章讲风险。']


def test_what_stays_in_doubt_is_marked() -> None:
    answers: list[tuple[Callable[[Asked], Reply], tuple[str, ...]]] = [
        (always_wrong, ('numbers',)),
        (lambda asked: Reply(said(asked.lines).replace(WORDS['第3章讲风险。'], '第3章讲风险。')), ('untranslated',)),
        (lambda asked: Reply('?') if '第3章讲风险。' in asked.lines.values() else well(asked), ('missing',))]
    for answer, doubts in answers:
        with served(answer) as server:
            assert [one.doubts for one in texts(server)] == [(), (), (), doubts, (), ()]


def test_a_term_is_held_while_the_sentence_goes_round() -> None:
    term = Term('止损', 'stop-loss', '亏到一定程度就卖')
    with served(lambda asked: Reply('[[1]] We do XQ1 first.')) as server:
        (found,) = texts(server, term, sentences=['我们先止损。'])
    assert server.asked[0].lines == {1: '我们先XQ1。'}
    assert (found.text, found.doubts) == ('We do stop-loss first.', ())
