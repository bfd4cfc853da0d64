"""A bitext as JSON and back, exactly; what was changed by hand is named with its line."""
from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao import errors
from qinggao.bilingual import bitext_json
from qinggao.bilingual.bitext import Bitext, Pair, faults
from qinggao.edits import Change, Edit, Revision, settle
from qinggao.transcript import Cue, Origin, Pass, Transcript, Turn

FIRST = Transcript(Revision('嗯算力很贵。\n我们先止损。').edit([Edit(0, 1, '', 'fillers/en')]), (Cue(0, 6, 500, 2000), Cue(7, 13, 2500, 4000)),
                   (Turn(0, '林静'),), passes=(Pass('fillers', (Edit(0, 1, '', 'fillers/en'),)),),
                   origins=(Origin(0, 3),), meta={'format': 'srt', 'fields': {'title': '"算力"', 'tags': ['a', 'b']}})
SECOND = Transcript.plain('Compute is dear. We stop the "loss".\n\nDone.')
TALK = Bitext(FIRST, SECOND, (Pair((0, 5), (0, 16), .93, (), 'anchors'), Pair((6, 12), (17, 36), .5, ('numbers',), 'length'),
                              Pair((12, 12), (38, 43), 0., ('alone',), 'length')), offset=-250)


def text_of(bitext: Bitext) -> str:
    return ''.join(line.out + '\n' for line in bitext_json.write(bitext))


TEXT = text_of(TALK)


def test_a_pair_is_a_line_with_both_texts_times_in_seconds_and_doubts() -> None:
    lines = TEXT.split('\n')
    assert json.loads(lines[1].rstrip(',')) == {
        'texts': ['算力很贵。', 'Compute is dear.'], 'times': [[.75, 2.0], None], 'score': .93, 'origin': 'anchors',
        'first': [0, 5], 'second': [0, 16]}
    assert json.loads(lines[2].rstrip(','))['doubts'] == ['numbers']


def test_a_line_knows_whose_words_it_holds() -> None:
    lines = list(bitext_json.write(TALK))
    assert [(line.start, line.end, line.track) for line in lines[1:4]] == [(0, 5, 0), (6, 12, 0), (38, 43, 1)]


def test_it_comes_back_exactly() -> None:
    again = bitext_json.read(TEXT)
    assert again == TALK and text_of(again) == TEXT
    assert again.first.changes == FIRST.changes


def test_it_is_told_from_other_json() -> None:
    assert bitext_json.looks_like(TEXT) and bitext_json.looks_like('\n' + TEXT)
    assert not bitext_json.looks_like('{"segments": []}') and not bitext_json.looks_like('') \
        and not bitext_json.looks_like('[{"languages": []}]')


# What was changed in the file, and what is said of it.
MENDED = (
    ('算力很贵。"', '算力真贵。"', r'talk\.json:2: the texts of this pair are not those of its tracks'),
    ('[0.75, 2.0]', '[0.75, 9.0]', r'talk\.json:2: the times of this pair are not those of its tracks'),
    ('"first": [6, 12]', '"first": [2, 12]', r'talk\.json:3: its spans are out of the text'),
    ('"second": [38, 43]', '"second": [38, 99]', r'talk\.json:4: its spans are out of the text'),
    ('"score": 0.5', '"score": 1.5', r'talk\.json:3: no pair: a score is a number from 0 to 1'),
    ('"score": 0.5', '"score": NaN', r'talk\.json:3: no pair'),
    ('"doubts": ["alone"]', '"doubts": "alone"', r'talk\.json:4: no pair: doubts are a list'),
    (', "origin": "length"', '', r"talk\.json:3: no pair: 'origin' is missing"),
    ('"languages": ["zh-Hans", "en"]', '"languages": ["zh-Hans", "tlh"]', r'talk\.json: no talk in two languages'),
    ('"offset": -250', '"offset": "x"', r'talk\.json: no talk in two languages'),
    ('[[0, 6, 500, 2000', '[[0, 6000, 500, 2000', r'talk\.json: no talk in two languages: its source has a cue at 0'),
    ('[[0, 1, "", "fillers/en", true]]', '[[0, 100, "", "fillers/en", true]]', 'its source has an edit at 0'),
    ('[[0, 1, "", "fillers/en", true]]', '[[0, 1, 5, "fillers/en", true]]', 'its source has an edit at 0'),
    ('[[0, "林静"]]', '[["0", "林静"]]', 'its source has a turn'),
    ('"origins": [[0, 3]]', '"origins": [[9999, 3]]', 'its source has an origin at 9999'),
    ('Done."', '\\ud800ne."', 'no talk in two languages'),
    ('"tracks": [', '"tracks": [1, ', 'no talk in two languages'),
    ('"pairs": [', '"pairs": 5, "x": [', 'no talk in two languages'),
    (']}\n', '', r'talk\.json:8:1: no JSON'),
)


@pytest.mark.parametrize(('old', 'new', 'said'), MENDED)
def test_what_was_changed_by_hand_is_named(old: str, new: str, said: str) -> None:
    assert old in TEXT
    with pytest.raises(errors.FileError, match=said):
        bitext_json.read(TEXT.replace(old, new) if old != ']}\n' else TEXT[:-3], 'talk.json')


def test_words_in_no_pair_are_named() -> None:
    with pytest.raises(errors.FileError, match=r"its pairs do not hold its words: second: 'Done\.' is in no pair"):
        bitext_json.read(text_of(TALK._replace(pairs=TALK.pairs[:2])))


@given(st.integers(0, len(TEXT)), st.text('[]{}",:0x\\ ', max_size=3))
def test_no_file_is_so_broken_that_it_is_not_an_error_of_the_file(at: int, put: str) -> None:
    with contextlib.suppress(errors.FileError):
        assert not list(faults(bitext_json.read(TEXT[:at] + put + TEXT[at + 2:])))


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5),
                    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
                        st.sampled_from(['languages', 'offset', 'pairs', 'tracks', 'source', 'cues', 'texts', 'meta']), inner)))
def test_other_json_is_an_error_of_the_file(data: object) -> None:
    with pytest.raises(errors.FileError):
        bitext_json.read(json.dumps(data))


WORDS = st.text(st.characters(exclude_categories=['Cs']), max_size=12)
META = st.fixed_dictionaries({}, optional={'format': st.just('md'), 'front_matter': WORDS, 'raw': st.just(True), 'duration': st.integers(0),
                                           'fields': st.dictionaries(WORDS, WORDS | st.lists(WORDS, max_size=3), max_size=3)})


@st.composite
def tracks(draw: st.DrawFn) -> Transcript:
    """A source, cues and turns anywhere in it, and passes of edits, or changes that no pass explains."""
    source = draw(st.text('好。 \nab"\\', max_size=30))
    places = sorted(draw(st.lists(st.integers(0, len(source)), max_size=6)))
    cues = tuple(Cue(a, b, draw(st.integers(0, 9)), draw(st.integers(9, 99)), draw(st.none() | st.floats(0, 1)), draw(WORDS))
                 for a, b in zip(places[::2], places[1::2]))
    words, passes = Revision(source), []
    for stage in draw(st.lists(st.sampled_from(['fillers', 'glossary']), max_size=3)):
        asked = draw(st.lists(st.tuples(st.integers(0, len(words.text)), st.integers(0, 4), WORDS), max_size=4))
        edits = settle([Edit(a, min(len(words.text), a + n), new, f'{stage}/x') for a, n, new in asked])
        words = words.edit(edits)
        passes.append(Pass(stage, tuple(edits), tuple(edits[:1])))
    if source and draw(st.booleans()):
        words, passes = Revision(source, (Change(0, source[0], 'X', ('hand',)),)), []
    return Transcript(words, cues, tuple(Turn(at, draw(WORDS)) for at in places), tuple(zip(places[::2], places[1::2])),
                      draw(META), tuple(passes), tuple(Origin(at, draw(st.integers(1, 99))) for at in places))


@given(tracks(), tracks(), st.data())
def test_whatever_the_tracks_they_come_back_exactly(first: Transcript, second: Transcript, data: st.DataObject) -> None:
    cuts = [[0, *sorted(data.draw(st.lists(st.integers(0, len(track.text)), min_size=3, max_size=3))), len(track.text)]
            for track in (first, second)]
    pairs = tuple(Pair((a, b), (c, d), data.draw(st.floats(0, 1)), tuple(data.draw(st.lists(WORDS, max_size=2))), data.draw(WORDS))
                  for a, b, c, d in zip(cuts[0], cuts[0][1:], cuts[1], cuts[1][1:]))
    bitext = Bitext(first, second, pairs, ('en', 'zh-Hant'), data.draw(st.integers()))
    if not list(faults(bitext)):
        again = bitext_json.read(text_of(bitext))
        assert again == bitext and text_of(again) == text_of(bitext)
