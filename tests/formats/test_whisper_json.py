"""What the tools that run Whisper write is understood, what is none of theirs refused, what we write read again."""
from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao import Cue, FileError, Revision, Transcript, clean
from qinggao.library import laid_out, page_text, parsed
from qinggao.settings import Settings

from ..cli.run import Shell
from .test_round_trip import transcripts

SAID = '大家好\n今天讲 GPT'


def read(data: object, path: str = 'talk.json') -> Transcript:
    return parsed(json.dumps(data, indent=1), 'json', path)


def written(transcript: Transcript) -> str:
    return page_text(laid_out(transcript, 'json', Settings()))


def spans(transcript: Transcript) -> list[tuple[str, int, int]]:
    return [(transcript.source[cue.start:cue.end], cue.begin, cue.finish) for cue in transcript.cues]


OPENAI = {'text': '大家好今天讲 GPT', 'language': 'zh', 'segments': [
    {'id': 0, 'seek': 0, 'start': 0.0, 'end': 1.5, 'text': '大家好', 'tokens': [50364, 1], 'temperature': 0.0,
     'avg_logprob': -.1, 'compression_ratio': .9, 'no_speech_prob': .01},
    {'id': 1, 'seek': 0, 'start': 1.5, 'end': 3.25, 'text': ' 今天讲 GPT', 'tokens': [], 'avg_logprob': -.4}]}
WHISPER_CPP = {'systeminfo': 'AVX', 'model': {'type': 'base'}, 'result': {'language': 'zh'}, 'transcription': [
    {'timestamps': {'from': '00:00:00,000', 'to': '00:00:01,500'}, 'offsets': {'from': 0, 'to': 1500}, 'text': ' 大家好'},
    {'timestamps': {'from': '00:00:01,500', 'to': '00:00:03,250'}, 'offsets': {'from': 1500, 'to': 3250}, 'text': ' 今天讲 GPT'}]}
FASTER = [{'id': 1, 'seek': 0, 'start': 0.0, 'end': 1.5, 'text': '大家好', 'words': None},
          {'id': 2, 'seek': 0, 'start': 1.5, 'end': 3.25, 'text': '今天讲 GPT', 'words': None}]
WHISPERX = {'segments': [{'start': 0.0, 'end': 1.5, 'text': '大家好'}, {'start': 1.5, 'end': 3.25, 'text': '今天讲 GPT'}],
            'word_segments': [{'word': '大', 'start': 0.0, 'end': .5, 'score': .8}], 'language': 'zh'}
HUGGING = {'speakers': [], 'text': '大家好今天讲 GPT', 'chunks': [
    {'timestamp': [0.0, 1.5], 'text': '大家好'}, {'timestamp': [1.5, 3.25], 'text': '今天讲 GPT'}]}


@pytest.mark.parametrize('data', [OPENAI, WHISPER_CPP, FASTER, WHISPERX, HUGGING],
                         ids=['openai', 'whisper.cpp', 'faster-whisper', 'whisperX', 'Hugging Face'])
def test_each_tool_says_the_same(data: object) -> None:
    transcript = read(data)
    assert transcript.text == SAID
    assert spans(transcript) == [('大家好', 0, 1500), ('今天讲 GPT', 1500, 3250)]


def test_what_is_known_beside_the_words_is_kept() -> None:
    transcript = read({**OPENAI, 'duration': 4.5})
    assert dict(transcript.meta) == {'format': 'json', 'language': 'zh', 'duration': 4500}
    assert [round(cue.probability or 0, 2) for cue in transcript.cues] == [.9, .67]
    assert read(WHISPER_CPP).meta['language'] == 'zh'


def one(**fields: Any) -> dict[str, Any]:
    return {'segments': [{'start': 1, 'end': 3, 'text': '看 GPT 好', **fields}]}


WORDS = [{'word': '看', 'start': 1, 'end': 1.2, 'probability': .5}, {'word': ' GPT', 'start': 1.4, 'end': 2, 'score': .75},
         {'word': ' 好', 'start': 2, 'end': 2.5, 'probability': 1}]


def test_words_that_make_up_the_text_are_cues() -> None:
    transcript = read(one(words=WORDS, doubt='pace'))
    assert spans(transcript) == [('看', 1000, 1200), ('GPT', 1400, 2000), ('好', 2000, 2500)]
    assert [cue.probability for cue in transcript.cues] == [.5, .75, 1]
    assert {cue.doubt for cue in transcript.cues} == {'pace'}


@pytest.mark.parametrize('words', [WORDS[1:], WORDS[:2], [*WORDS, WORDS[2]], [], None])
def test_words_that_do_not_leave_the_segment_its_times(words: object) -> None:
    assert spans(read(one(words=words))) == [('看 GPT 好', 1000, 3000)]


def test_a_word_without_times_shares_its_neighbours() -> None:
    bare = [{'word': word['word']} for word in WORDS]
    assert spans(read(one(words=[WORDS[0], bare[1], WORDS[2]]))) == [('看 GPT', 1000, 1200), ('好', 2000, 2500)]
    assert spans(read(one(words=[bare[0], WORDS[1], bare[2]]))) == [('看 GPT 好', 1400, 2000)]


def test_tokens_of_whisper_cpp_are_words_without_its_signs() -> None:
    tokens = [('[_BEG_]', 0, 0), (' 大', 0, 400), ('家好', 400, 900), ('[_TT_75]', 900, 900)]
    full = {'transcription': [{'offsets': {'from': 0, 'to': 1000}, 'text': ' 大家好', 'tokens': [
        {'text': text, 'offsets': {'from': begin, 'to': end}, 'id': 7, 'p': .25} for text, begin, end in tokens]}]}
    assert spans(read(full)) == [('大', 0, 400), ('家好', 400, 900)]


def test_speakers_take_turns() -> None:
    said = [('A', '一'), ('A', '二'), ('B', '三'), (None, '四')]
    transcript = read({'segments': [{'text': text, **({'speaker': name} if name else {})} for name, text in said]})
    assert [transcript.speaker_at(at) for at in (0, 2, 4, 6)] == ['A', 'A', 'B', '']
    assert not transcript.cues


def test_the_api_may_give_no_segments() -> None:
    assert read({'text': ' 大家好 '}).text == '大家好'
    assert len(read({'text': '看 GPT 好', 'duration': 4, 'words': WORDS}).cues) == 3


def test_the_last_chunk_of_a_pipeline_has_no_end() -> None:
    assert spans(read({'chunks': [{'timestamp': [1.5, None], 'text': '好'}], 'duration': 2}))[0][1:] == (1500, 2000)


def test_a_segment_knows_the_line_of_its_text() -> None:
    page = '{"language": "zh",\n "segments": [\n  {"start": 0,\n   "end": 1,\n   "text": "一"},\n  {"text":\n   "二"}]}'
    assert [origin.line for origin in parsed(page, 'json').origins] == [5, 7]


def test_advice_names_the_place_in_the_file() -> None:
    from qinggao.advice import advice
    page = json.dumps({'segments': [{'text': '灯塔的故事就到这里。'}, {'text': '谢谢观看'}]}, ensure_ascii=False, indent=1)
    found = advice(clean(parsed(page, 'json')), page)
    assert [(one.line, one.column) for one in found] == [(7, page.split('\n')[6].index('谢') + 1)]


HOSTILE: Mapping[str, tuple[str, int, str]] = {
    'a package.json': ('{\n "name": "x",\n "version": "1.0"}', 1, 'no transcript'),
    'a bare text among other fields': ('{"text": "好", "author": "x"}', 1, 'no transcript'),
    'a list of numbers': ('[\n 1, 2]', 2, 'segment 1 is 1'),
    'segments without text': ('{"segments": [\n{"text": "好"},\n{"start": 0}]}', 3, 'segment 2 has no text'),
    'a text that is a list': ('[{"text": ["好"]}]', 1, 'a list'),
    'no JSON': ('大家好', 1, 'no JSON'),
    'a broken end': ('{"segments": [\n{"text": "好"', 2, 'no JSON'),
    'a comma too many': ('{"segments": [\n{"text": "好"},\n]}', 3, 'no JSON'),
    'two values': ('[]\n[]', 2, 'no JSON'),
    'a key twice': ('{"segments": [],\n"segments": []}', 2, 'no JSON'),
    'nothing': ('', 1, 'no JSON'),
    'NaN': ('[{"text": "好", "start": NaN, "end": 1}]', 1, 'has for its start nan'),
    'Infinity': ('[{"text": "好", "start": 0,\n"end": Infinity}]', 1, 'has for its end inf'),
    'a negative time': ('[\n{"start": -1, "end": 1, "text": "好"}]', 2, 'has for its start -1'),
    'a time as a string': ('[{"start": "0.5", "end": 1, "text": "好"}]', 1, "'0.5', no number"),
    'a time as a truth': ('[{"start": true, "end": 1, "text": "好"}]', 1, 'True, no number'),
    'a clock beyond all clocks': ('[{"start": 0, "end": 1e300, "text": "好"}]', 1, 'has for its end 1e+300'),
    'a number of a hundred digits': (f'[{{"start": 0, "end": {"9" * 100}, "text": "好"}}]', 1, 'beyond all clocks'),
    'a number of five thousand digits': (f'[\n{{"start": 0, "end": {"9" * 5000}}}]', 2, 'thousands of digits'),
    'an end before its start': ('[{"start": 2, "end": 1, "text": "好"}]', 1, 'ends before it begins'),
    'an end alone': ('[{"end": 1, "text": "好"}]', 1, 'no start'),
    'two recordings in one': ('[{"start": 2, "end": 3, "text": "一"},\n{"start": 0, "end": 1, "text": "二"}]', 2, 'segment 2 begins before'),
    'words out of order': ('[{"text": "一二", "words": [{"word": "一", "start": 2}, {"word": "二", "start": 1}]}]', 1, 'word 2 of segment 1 begins before'),
    'words that are none': ('[{"text": "一", "words": {"a": 1}}]', 1, 'an object, no list'),
    'a probability of two': ('[{"text": "一", "probability": 2}]', 1, 'not from 0 to 1'),
    'a probability without end': ('[{"text": "一", "avg_logprob": -Infinity}]', 1, 'not from 0 to 1'),
    'a probability as a string': ('[{"text": "一", "score": "high"}]', 1, 'no number'),
    'a speaker that is a number': ('[{"text": "一", "speaker": 3}]', 1, 'no name'),
    'a NUL': ('[{"text": "一\\u0000"}]', 1, 'NUL'),
    'half a surrogate pair': ('[{"text": "一\\ud83d"}]', 1, 'surrogate'),
    'a duration that is none': ('{"duration": "long", "segments": []}', 1, "the audio has for its end 'long'"),
    'a hundred thousand brackets': ('{"segments":\n' + '[' * 100_000, 2, 'nested too deep'),
    'a deep nest inside': ('[{"text": "一",\n"tokens": ' + '[' * 100_000 + ']' * 100_000 + '}]', 1, 'nested too deep'),
}


@pytest.mark.parametrize('page, line, what', HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_transcript_is_said_with_its_line(page: str, line: int, what: str) -> None:
    with pytest.raises(FileError) as caught:
        parsed(page, 'json', 'talk.json')
    assert what in str(caught.value) and str(caught.value).startswith(f'talk.json:{line}:')
    assert caught.value.cure and len(str(caught.value)) < 300


def test_a_probability_that_is_no_number_says_nothing() -> None:
    assert read(one(avg_logprob=float('nan'))).cues[0].probability is None
    assert read(one(avg_logprob=.0001)).cues[0].probability == 1


def test_a_segment_of_silence_says_nothing() -> None:
    assert read({'segments': [{'start': 0, 'end': 1, 'text': ' '}, {'start': 1, 'end': 2, 'text': '好'}]}).text == '好'


def test_cleaned_words_keep_their_times() -> None:
    said = [('嗯', 1, 1.2), ('先', 1.2, 1.5), ('指', 1.5, 1.9), ('營', 1.9, 2.2), ('再', 2.2, 2.4), ('卖出', 2.4, 3)]
    words = [{'word': word, 'start': start, 'end': end, 'probability': .5} for word, start, end in said]
    cleaned = clean(read(one(text=''.join(word for word, *_ in said), words=words)))
    segment = json.loads(written(cleaned))['segments'][0]
    assert segment['text'] == cleaned.text == ''.join(word['word'] for word in segment['words'])
    assert [(word['word'].rstrip('。'), word['start'], word['end']) for word in segment['words']] == [
        ('先', 1.2, 1.5), ('止盈', 1.5, 2.2), ('再', 2.2, 2.4), ('卖出', 2.4, 3)]
    assert (segment['start'], segment['end'], segment['probability']) == (1.2, 3, .5)


def test_each_segment_has_a_line_that_can_be_asked_for() -> None:
    lines = laid_out(read(OPENAI), 'json', Settings())
    assert [(line.start, line.end) for line in lines] == [(-1, -1), (0, 3), (4, 11), (-1, -1)]
    assert lines[1].out.startswith('{"id": 0, "start": 0.000, "end": 1.500, "text": "大家好", "probability": 0.905}')


def test_a_doubt_is_written_and_read() -> None:
    transcript = Transcript(Revision('谢谢观看'), (Cue(0, 4, 0, 900, .25, 'credits unsure'),))
    again = parsed(written(transcript), 'json')
    assert again.cues == transcript.cues


@given(transcripts())
def test_what_is_written_reads_the_same_however_often(transcript: Transcript) -> None:
    once = parsed(written(transcript), 'json')
    twice = parsed(written(once), 'json')
    assert twice[:4] == once[:4]
    assert written(twice) == written(once)


@given(transcripts())
def test_cleaned_words_are_written_whole(transcript: Transcript) -> None:
    cleaned = clean(transcript)
    data = json.loads(written(cleaned))
    assert [' '.join(segment['text'].split()) for segment in data['segments']] == [
        ' '.join(line.split()) for line in cleaned.text.split('\n') if line.strip()]
    begins = [segment['start'] for segment in data['segments'] if 'start' in segment]
    assert begins == sorted(begins)
    for segment in data['segments']:
        words = segment.get('words', [])
        assert ''.join(word['word'] for word in words) in ('', segment['text'])
        times = [word['start'] for word in words]
        assert times == sorted(times)


numbers = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.sampled_from([0, 1, 1.5, 2]), st.text(max_size=3))
pieces = st.fixed_dictionaries({}, optional={
    **dict.fromkeys(('start', 'end', 'probability', 'avg_logprob'), numbers),
    'text': st.text(max_size=5), 'word': st.text(max_size=3), 'timestamp': st.lists(numbers, max_size=2),
    'speaker': st.text(max_size=3), 'offsets': st.dictionaries(st.sampled_from(['from', 'to']), numbers)})
segments = st.builds(lambda piece, words: {**piece, 'words': words}, pieces, st.lists(pieces, max_size=3))


@given(st.dictionaries(st.sampled_from(['segments', 'chunks', 'text', 'duration', 'language']),
                       st.one_of(st.lists(segments, max_size=3), numbers)))
def test_anything_in_reads_and_can_be_written_or_is_refused(data: dict[str, object]) -> None:
    try:
        transcript = parsed(json.dumps(data), 'json', 'x')
    except FileError as error:
        assert str(error).startswith('x:')
    else:
        again = parsed(written(transcript), 'json')
        assert again.text == transcript.text and len(again.cues) <= len(transcript.cues)


def test_a_folder_goes_on_past_what_is_no_transcript(shell: Shell) -> None:
    shell.put('talks/a.json', json.dumps(OPENAI))
    shell.put('talks/package.json', '{"name": "x"}')
    shell.put('talks/talk.info.json', '{"id": "x"}')
    assert shell('clean', 'talks', '-o', 'out', '--to', 'json,srt') == 3
    assert 'talks/package.json:1: no transcript' in shell.err
    assert 'left alone: 1 file of other kinds (1 .json)' in shell.err
    assert shell.tree('out') == ['a.json', 'a.srt']
    assert shell('why', 'out/a.json:2') == 0
    assert shell.out.startswith('a.json:2: {"id": 0')
