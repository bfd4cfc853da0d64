"""Where a translator is found, and what is said of what is none."""
from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from qinggao.bilingual.translate import models
from qinggao.bilingual.translate.machine import Machine
from qinggao.bilingual.translate.model_check import check, is_translator
from qinggao.bilingual.translate.models import DEMO, NAMES, demo_model, find, missing, repository_of
from qinggao.bilingual.translate.pairs import pair_of
from qinggao.bilingual.translate.settings import Translating
from qinggao.bilingual.translate.translator import Direction
from qinggao.errors import FileError, UsageError

from . import wired

pytest.importorskip('ctranslate2')
constants = pytest.importorskip('huggingface_hub.constants')
ZH_EN, EN_ZH = Direction('zh-Hans', 'en'), Direction('en', 'zh-Hans')


@pytest.fixture(scope='module')
def opus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wired.marian(tmp_path_factory.mktemp('m') / 'tea')


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, laid out as Hugging Face does."""
    monkeypatch.setattr(constants, 'HF_HUB_CACHE', str(tmp_path))
    return tmp_path


def put(cache: Path, repository: str, model: Path) -> Path:
    place = cache / f'models--{repository.replace("/", "--")}'
    folder = place / 'snapshots' / ('b' * 40)
    shutil.copytree(model, folder)
    (place / 'refs').mkdir()
    (place / 'refs' / 'main').write_text('b' * 40)
    return folder


def refused(folder: Path, way: Direction = ZH_EN) -> str:
    with pytest.raises((UsageError, FileError)) as caught:
        list(Machine(find(folder), Translating.of(device='cpu')).translate(['猫'], way))
    return str(caught.value)


def test_a_folder_is_itself(opus: Path) -> None:
    assert find(opus) == find(str(opus)) == opus and missing(opus) == ()


def test_a_name_is_found_in_the_cache(opus: Path, cache: Path) -> None:
    folder = put(cache, NAMES['opus-mt-zh-en'].repository, opus)
    assert find('opus-mt-zh-en') == find(NAMES['opus-mt-zh-en'].repository) == folder
    assert Machine(folder).name.startswith('gaudi/opus-mt-zh-en-ctranslate2@')


def test_without_a_name_one_that_goes_the_way_is_taken(opus: Path, cache: Path) -> None:
    with pytest.raises(UsageError, match=r'no model that translates.*qinggao models fetch opus-mt-zh-en \(161 MB\)'):
        find('', ZH_EN)
    folder = put(cache, NAMES['opus-mt-zh-en'].repository, opus)
    assert find('', ZH_EN) == folder
    with pytest.raises(UsageError, match='qinggao models fetch opus-mt-en-zh'):
        find('', EN_ZH)
    both = put(cache, NAMES['m2m100-418M'].repository, opus)
    assert find('', EN_ZH) == find() == both and find('', ZH_EN) == folder


@pytest.mark.parametrize(('name', 'said'), [
    ('opus-mt-zh-en', 'not on this machine; qinggao models fetch opus-mt-zh-en'),
    ('someone/model', 'not on this machine; qinggao models fetch someone/model'),
    ('opus-mt-zh-em', "unknown translator 'opus-mt-zh-em'; did you mean 'opus-mt-zh-en'"),
    ('large-v3', 'unknown translator'), ('a/b/c', 'no such folder'), ('./model', 'no such folder'),
    ('~/model', 'no such folder'), ('C:\\model', 'no such folder'), ('tests/none', 'no such folder'), ('..', 'lacks model.bin'),
])
def test_what_is_not_here_is_said(name: str, said: str, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[3])
    with pytest.raises(UsageError, match=said):
        find(name)


def test_the_demo_model_has_a_name() -> None:
    demo = demo_model()
    if demo is None:
        with pytest.raises(UsageError, match='unknown translator'):
            repository_of(DEMO)
    else:
        assert find(DEMO) == demo


def test_half_a_download_says_how_to_go_on(opus: Path, cache: Path) -> None:
    folder = put(cache, 'someone/model', opus)
    (folder / 'model.bin').unlink()
    with pytest.raises(UsageError, match=r'lacks model\.bin.*qinggao models fetch someone/model goes on'):
        find('someone/model')


def test_a_recogniser_is_none(tmp_path: Path) -> None:
    from random_whisper import Shape, write
    write(tmp_path / 'w', Shape(16, 1, 1, 1, 80, 60), 'int8')
    assert 'a model that hears (Whisper), none that translates' in refused(tmp_path / 'w')
    assert Path(models.__file__).parents[2].joinpath('asr').is_dir()


def test_a_model_of_pytorch_is_none(tmp_path: Path) -> None:
    (tmp_path / 'model.safetensors').write_bytes(b'x')
    said = refused(tmp_path)
    assert 'a model of PyTorch, not of CTranslate2' in said and f'ct2-transformers-converter --model {tmp_path}' in said


def test_a_model_without_its_tokeniser_says_which_file_it_needs(opus: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(opus, tmp_path / 'a'))
    (folder / 'target.spm').unlink()
    assert 'no tokenizer in it: OPUS-MT needs source.spm and target.spm; copy from the model it was converted from ' \
           '(ct2-transformers-converter --copy_files source.spm target.spm)' in refused(folder)
    folder = wired.nllb(tmp_path / 'b')
    (folder / 'sentencepiece.bpe.model').unlink()
    assert 'NLLB-200 needs sentencepiece.bpe.model' in refused(folder)


def test_a_model_of_another_family_is_refused_for_its_tokeniser(opus: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(opus, tmp_path / 'a'))
    (folder / 'source.spm').write_bytes(b'')
    assert 'cannot be read as a tokenizer: an empty file' in refused(folder)


def test_a_multilingual_model_without_a_language_says_so(tmp_path: Path) -> None:
    folder = wired.nllb(tmp_path / 'n', languages=('zho_Hans', 'fra_Latn'))
    assert 'this NLLB-200 knows no en' in refused(folder)
    folder = wired.m2m(tmp_path / 'm', languages=('__en__', '__fr__'))
    assert 'this M2M-100 knows no zh-Hans' in refused(folder)


@pytest.mark.parametrize('name', ['opus-mt-en-de', 'opus-mt-de-en-int8', 'ct2-opus-mt-en-zh', 'opus-mt-tc-big-en-fr', 'opus-mt-en-ROMANCE'])
def test_a_model_of_another_pair_is_told_by_its_name(name: str, opus: Path, tmp_path: Path) -> None:
    assert 'the model translates from ' in refused(Path(shutil.copytree(opus, tmp_path / name)))


@pytest.mark.parametrize('name', ['opus-mt-zh-en', 'opus-mt-mul-en', 'opus-mt-tc-big-zh-en', 'OPUS-MT_zh-en', 'opus-mt-zho-eng_2020', 'tea'])
def test_a_model_of_this_pair_is_told_as_well(name: str, opus: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(opus, tmp_path / name))
    assert [one.text for _, one in Machine(folder, Translating.of(device='cpu')).translate(['猫看狗。'], ZH_EN)] == ['cat sees dog.']


def test_what_its_tokeniser_says_goes_before_its_name(tmp_path: Path) -> None:
    folder = wired.marian(tmp_path / 'opus-mt-de-fr', config={'source_lang': 'zho', 'target_lang': 'eng'})
    assert pair_of(folder) == ('zho', 'eng') and find(folder)
    assert 'from zho into eng, not from en into zh-Hans' in refused(folder, EN_ZH)
    (folder / 'tokenizer_config.json').write_text('{"source_lang": ["zh"], "target_lang": null}')
    assert pair_of(folder) == ('de', 'fr')


def test_a_card_tells_the_pair_of_a_folder_that_does_not(opus: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(opus, tmp_path / 'a'))
    assert pair_of(folder) is None
    (folder / 'README.md').write_text('---\nlanguage: [de, en]\n---\n\n### deu-eng\n\nA model.\n')
    assert 'from deu into eng' in refused(folder)
    (folder / 'README.md').write_bytes(b'\xff\xfe### ' * 9)
    assert pair_of(folder) is None


@pytest.mark.parametrize('text', ['[]', '{', '"x"', '[' * 99_999, json.dumps([1, 2])])
def test_a_vocabulary_that_is_none_is_an_error(text: str, opus: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(opus, tmp_path / 'a'))
    (folder / 'shared_vocabulary.json').write_text(text)
    assert 'vocabulary' in refused(folder)
    shutil.copy(opus / 'shared_vocabulary.json', folder)
    (folder / 'config.json').write_text(text)
    assert 'not the JSON that a converter writes' in refused(folder)


def test_a_check_says_what_a_model_is_and_what_it_says(opus: Path, tmp_path: Path) -> None:
    health = check(opus)
    assert health.problems == () and health.facts['family'] == 'OPUS-MT' and health.facts['pair'] == 'not said'
    assert 'home' in str(health.facts['into en'])
    assert check(wired.nllb(tmp_path / 'n')).facts.keys() >= {'into en', 'into zh-Hans'}
    assert is_translator(opus) and not is_translator(tmp_path)


def test_a_check_says_what_is_wrong(opus: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(opus, tmp_path / 'opus-mt-de-en'))
    assert check(folder).problems[0].startswith('the model translates from de into en')
    (folder / 'model.bin').write_bytes(b'junk')
    assert check(folder).problems[0].startswith('no whole model of CTranslate2')
    assert check(tmp_path / 'none').problems == ('no such folder; check its name, or say the name of a model',)
