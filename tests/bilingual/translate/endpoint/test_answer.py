"""What a server's answer means, and how long to wait for the next."""
from __future__ import annotations

import pytest
from qinggao.bilingual.translate.endpoint.answer import Passing, wait_before, words
from qinggao.bilingual.translate.endpoint.reply import Withheld
from qinggao.bilingual.translate.endpoint.settings import Endpoint
from qinggao.errors import FileError, UsageError

KEY = 'sk-abcdefghijklmnop'
ENDPOINT = Endpoint.of(base_url='http://localhost/v1', model='small', key=KEY)


@pytest.mark.parametrize(('content', 'text'), [
    ('"[[1]] Yes"', '[[1]] Yes'), ('null', ''), ('7', ''), ('{"a": 1}', ''),
    ('[{"type": "thinking", "text": "hm"}, {"type": "text", "text": "[[1]] Yes"}, 3, {"type": "text"}]', '[[1]] Yes')])
def test_the_words_of_a_message(content: str, text: str) -> None:
    assert words(ENDPOINT, 200, {}, f'{{"choices": [{{"message": {{"content": {content}}}}}]}}'.encode()) == text


@pytest.mark.parametrize('body', [
    b'', b'<html>Sign in</html>', b'\xff\xfe\x00', b'[' * 100_000, b'{"choices": []}', b'{"choices": {}}', b'null', b'[]',
    b'3', b'{"choices": [7]}', b'{"choices": [{"message": null}]}', b'{"error": {"message": "overloaded"}}',
    b'data: {"choices"', b'{"choices": [{"message": {"content": ' + b'9' * 1_000_000 + b'}'])
def test_a_body_of_no_use_may_be_better_next_time(body: bytes) -> None:
    with pytest.raises(Passing):
        words(ENDPOINT, 200, {'content-type': 'text/html'}, body)


@pytest.mark.parametrize(('status', 'body', 'kind', 'word'), [
    (401, b'', UsageError, 'QINGGAO_API_KEY'), (403, b'', UsageError, 'QINGGAO_API_KEY'),
    (404, b'{"error": {"message": "no such model"}}', UsageError, 'no such model'), (405, b'', UsageError, '/v1'),
    (301, b'', UsageError, 'moved'), (308, b'', UsageError, 'moved'), (402, b'', FileError, 'quota'),
    (429, b'{"error": {"code": "insufficient_quota"}}', FileError, 'quota'),
    (400, b'{"detail": "temperature is fixed"}', UsageError, 'temperature is fixed'), (418, b'\xff', UsageError, '418'),
    (400, b'{"error": {"message": "This model\'s maximum context length is 9"}}', Withheld, 'much'),
    (413, b'', Withheld, 'much'), (400, b'{"error": {"code": "content_filter"}}', Withheld, 'much'),
    (429, b'', Passing, '429'), (500, b'', Passing, '500'), (503, b'<html>', Passing, '503'), (599, b'', Passing, '599')])
def test_a_status_says_whether_to_try_again(status: int, body: bytes, kind: type[Exception], word: str) -> None:
    with pytest.raises(kind, match=word):
        words(ENDPOINT, status, {}, body)


@pytest.mark.parametrize('said', [KEY, f'wrong key {KEY[:9]}***', 'x' * 5000 + KEY])
@pytest.mark.parametrize('status', [200, 400, 401, 404])
def test_a_server_that_quotes_the_key_is_not_quoted(said: str, status: int) -> None:
    with pytest.raises((UsageError, Passing)) as told:
        words(ENDPOINT, status, {}, f'{{"error": {{"message": "{said}"}}}}'.encode())
    assert KEY[:9] not in str(told.value) and len(str(told.value)) < 400


@pytest.mark.parametrize(('attempt', 'after', 'seconds'), [
    (1, '', 1.0), (2, '', 2.0), (4, '', 8.0), (20, '', 60.0), (1, '7', 7.0), (3, '0', 0.0), (1, '1.5', 1.5),
    (1, '99999', 60.0), (1, '9' * 5000, 1.0), (2, '-3', 2.0), (2, 'soon', 2.0), (2, 'nan', 2.0), (2, '１', 2.0),
    (1, 'Thu, 01 Jan 1970 00:16:50 GMT', 10.0), (1, 'Thu, 01 Jan 1970 00:00:01 GMT', 0.0),
    (1, 'Thu, 01 Jan 2970 00:00:01 GMT', 60.0), (2, 'Thu, 99 Jan 1970 00:00:01 GMT', 2.0)])
def test_the_wait_is_what_the_server_asks_for_within_bounds(attempt: int, after: str, seconds: float) -> None:
    assert wait_before(ENDPOINT, attempt, after, now=1000.0) == seconds
