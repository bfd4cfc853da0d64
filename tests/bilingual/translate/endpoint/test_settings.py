"""Where an endpoint is; and that its key is never shown."""
from __future__ import annotations

import pytest
from qinggao.bilingual.translate.endpoint import Endpoint, EndpointTranslator
from qinggao.errors import UsageError

GOOD = {'base_url': 'http://localhost:8000/v1', 'model': 'small'}
SECRET = 'sk-nobody-may-read-this'


@pytest.mark.parametrize(('base_url', 'url', 'host'), [
    ('http://localhost:8000/v1', 'http://localhost:8000/v1/chat/completions', 'localhost:8000'),
    (' https://API.example.org/v1/ ', 'https://API.example.org/v1/chat/completions', 'api.example.org'),
    ('https://example.org/chat/completions', 'https://example.org/chat/completions', 'example.org'),
    ('http://[::1]:80/v1', 'http://[::1]:80/v1/chat/completions', '[::1]:80')])
def test_requests_go_where_the_address_says(base_url: str, url: str, host: str) -> None:
    endpoint = Endpoint.of(base_url=base_url, model='small')
    assert (endpoint.url, endpoint.host) == (url, host)


@pytest.mark.parametrize('base_url', [
    'localhost:8000', 'ftp://localhost', 'http://', 'http://a b/v1', 'http://localhost:99999', 'http://[::1/v1',
    'http://x\n/v1', f'http://me:{SECRET}@localhost/v1', f'https://localhost/v1?key={SECRET}', 'file:///etc'])
def test_an_address_that_is_none_or_holds_a_secret_is_refused_and_not_repeated(base_url: str) -> None:
    with pytest.raises(UsageError) as told:
        Endpoint.of(base_url=base_url, model='small')
    assert SECRET not in str(told.value)
    with pytest.raises(UsageError):
        EndpointTranslator(Endpoint(base_url, 'small'))


@pytest.mark.parametrize(('values', 'word'), [
    ({'modle': 'x'}, "'model'"), ({'batch': 0}, 'from 1'), ({'batch': '3'}, 'number'), ({'lanes': 1.5}, 'number'),
    ({'lanes': True}, 'number'), ({'temperature': 3}, 'from 0'), ({'model': 3}, 'string'), ({'model': ''}, 'missing'),
    ({'timeout': float('nan')}, 'out of range')])
def test_a_wrong_setting_is_told_with_its_cure(values: dict[str, object], word: str) -> None:
    with pytest.raises(UsageError, match=word):
        Endpoint.of(**{**GOOD, **values})


def test_the_key_comes_from_the_environment_and_our_own_variable_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Endpoint.of(**GOOD).key == ''
    monkeypatch.setenv('OPENAI_API_KEY', 'theirs')
    assert Endpoint.of(**GOOD).key == 'theirs'
    monkeypatch.setenv('QINGGAO_API_KEY', ' ours\n')
    assert Endpoint.of(**GOOD).key == 'ours'


@pytest.mark.parametrize('key', [f'{SECRET}\nX-Forged: 1', f'“{SECRET}”', f'{SECRET} x'])
def test_a_key_that_fits_no_header_is_refused_and_not_repeated(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv('QINGGAO_API_KEY', key)
    with pytest.raises(UsageError, match='QINGGAO_API_KEY') as told:
        Endpoint.of(**GOOD)
    assert SECRET not in str(told.value)
    with pytest.raises(UsageError) as told:
        EndpointTranslator(Endpoint('http://localhost/v1', 'small', key))
    assert SECRET not in str(told.value)


def test_the_key_is_in_no_name_and_no_repr() -> None:
    endpoint = Endpoint.of(**GOOD, key=SECRET)
    assert SECRET not in repr(endpoint) + str(endpoint) + f'{endpoint}' + EndpointTranslator(endpoint).name


def test_the_name_says_what_the_words_depend_on() -> None:
    assert EndpointTranslator(Endpoint.of(**GOOD)).name == 'endpoint:localhost:8000/small@1'
    warm = Endpoint.of(**GOOD, temperature=0.7, seed=3)
    assert EndpointTranslator(warm).name == 'endpoint:localhost:8000/small@1+temperature=0.7+seed=3'
