"""Names, folders, the cache: where a model is found, and what is said where it is not."""
from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from qinggao import UsageError
from qinggao.asr.model_check import check
from qinggao.asr.models import ALSO, BEST, NAMES, cached, demo_model, find, missing, repository_of

constants = pytest.importorskip('huggingface_hub.constants')

WHOLE = ('model.bin', 'config.json', 'tokenizer.json', 'vocabulary.json')


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, laid out as Hugging Face does."""
    monkeypatch.setattr(constants, 'HF_HUB_CACHE', str(tmp_path))
    return tmp_path


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """A copy of the demo model."""
    folder = demo_model()
    if folder is None:
        pytest.skip('no demo model in this checkout')
    return Path(shutil.copytree(folder, tmp_path / 'demo'))


def put(cache: Path, repository: str, files: tuple[str, ...] = WHOLE) -> Path:
    place = cache / f'models--{repository.replace("/", "--")}'
    folder = place / 'snapshots' / ('b' * 40)
    folder.mkdir(parents=True)
    for name in files:
        (folder / name).write_text('{}')
    (place / 'refs').mkdir()
    (place / 'refs' / 'main').write_text('b' * 40)
    return folder


def test_the_names_are_those_of_faster_whisper() -> None:
    utils = pytest.importorskip('faster_whisper.utils')
    ours = {**{name: known.repository for name, known in NAMES.items()},
            **{name: NAMES[same].repository for name, same in ALSO.items()}}
    assert ours == utils._MODELS
    assert set(BEST) <= set(NAMES)


def test_a_folder_is_itself(tmp_path: Path) -> None:
    for name in WHOLE:
        (tmp_path / name).write_text('{}')
    assert find(tmp_path) == tmp_path
    (tmp_path / 'vocabulary.json').rename(tmp_path / 'vocabulary.txt')
    assert find(str(tmp_path)) == tmp_path
    (tmp_path / 'tokenizer.json').unlink()
    with pytest.raises(UsageError, match=r'lacks tokenizer\.json'):
        find(tmp_path)


def test_a_name_is_found_in_the_cache(cache: Path) -> None:
    folder = put(cache, NAMES['large-v3'].repository)
    assert find('large-v3') == find('large') == find(NAMES['large-v3'].repository) == folder


def test_without_a_name_the_best_that_is_whole_is_taken(cache: Path) -> None:
    put(cache, NAMES['large-v3-turbo'].repository, WHOLE[1:])
    put(cache, NAMES['medium.en'].repository)
    if demo_model():
        assert find() == demo_model()
    folder = put(cache, NAMES['small'].repository)
    put(cache, NAMES['tiny'].repository)
    assert find() == folder


def test_half_a_download_says_how_to_go_on(cache: Path) -> None:
    put(cache, NAMES['tiny'].repository, ('config.json',))
    with pytest.raises(UsageError, match=r'lacks model\.bin.*qinggao models fetch tiny goes on'):
        find('tiny')


@pytest.mark.parametrize('name, said', [
    ('tiny', 'not on this machine; qinggao models fetch tiny'),
    ('someone/model', 'not on this machine; qinggao models fetch someone/model'),
    ('large-v4', 'unknown model'),
    ('a/b/c', 'no such folder'),
    ('./model', 'no such folder'),
    ('~/model', 'no such folder'),
    ('C:\\model', 'no such folder'),
    ('tests/none', 'no such folder'),
    ('..', 'lacks model.bin'),
])
def test_what_is_not_here_is_said(name: str, said: str, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    with pytest.raises(UsageError, match=said):
        find(name)


def test_no_name_leaves_the_cache(cache: Path) -> None:
    assert cached('../../etc') is None and cached('a//b') is None
    with pytest.raises(UsageError):
        repository_of('../x')


def test_a_folder_that_lacks_files_is_not_loaded(tmp_path: Path) -> None:
    (tmp_path / 'model.bin').write_bytes(b'junk')
    assert check(tmp_path).problems == ('config.json is missing', 'tokenizer.json is missing', 'vocabulary.json is missing')
    assert check(tmp_path / 'none').problems == ('no such folder',)


def test_a_model_of_something_else_is_told(tmp_path: Path) -> None:
    for name in WHOLE:
        (tmp_path / name).write_text('{}')
    problems = check(tmp_path).problems
    assert len(problems) == 2 and problems[0].startswith('tokenizer.json cannot be read')
    assert problems[1].startswith('CTranslate2 cannot load it as Whisper')


def test_the_demo_model_is_examined(demo: Path) -> None:
    assert missing(demo) == ()
    health = check(demo)
    assert health.problems == () and health.facts['multilingual'] is True and health.facts['mels'] == 80
    said = check(demo, lambda folder: '好').facts['hears']
    assert said == '好'
    assert check(demo, lambda folder: ' ').problems == ('it hears nothing in a clip of speech',)


def test_other_mels_than_the_model_wants_are_told(demo: Path) -> None:
    (demo / 'preprocessor_config.json').write_text(json.dumps({'feature_size': 128}))
    assert check(demo).problems == ('preprocessor_config.json says 128 mels, the model wants 80',)
    (demo / 'preprocessor_config.json').write_text('[')
    assert 'cannot be read' in check(demo).problems[0]
    (demo / 'preprocessor_config.json').unlink()
    assert check(demo).problems == ()
