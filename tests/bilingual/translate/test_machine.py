"""Models on CTranslate2, each family of them a real one, wired by hand: steering, batches, order, what is refused."""
from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from qinggao.bilingual.translate.machine import Machine
from qinggao.bilingual.translate.models import find
from qinggao.bilingual.translate.settings import Translating
from qinggao.bilingual.translate.translator import Direction, Translated
from qinggao.errors import FileError, UsageError

from . import wired

pytest.importorskip('ctranslate2')
ZH_EN, EN_ZH, EN_HANT = Direction('zh-Hans', 'en'), Direction('en', 'zh-Hans'), Direction('en', 'zh-Hant')
BACK = {english: chinese for chinese, english in wired.TABLE.items() if chinese != '、'}
FAMILIES = ('opus', 'opus-eos', 'nllb', 'nllb-json', 'm2m')


@pytest.fixture(scope='module')
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp('models')
    return {'opus': wired.marian(root / 'opus'), 'opus-eos': wired.marian(root / 'opus-eos', eos=True),
            'nllb': wired.nllb(root / 'nllb'), 'nllb-json': wired.nllb(root / 'json', 'tokenizer.json'),
            'm2m': wired.m2m(root / 'm2m'),
            'many': wired.marian(root / 'many', ('cmn_Hans', 'cmn_Hant', 'fra'), table=BACK)}


def machine(folder: Path, **settings: object) -> Machine:
    return Machine(find(folder), Translating.of(device='cpu', **{'threads': 1, **settings}))


def said(one: Machine, sentences: Sequence[str], way: Direction = ZH_EN) -> list[Translated]:
    found = list(one.translate(sentences, way))
    assert sorted(number for number, _ in found) == list(range(len(sentences)))
    return [translated for _, translated in sorted(found)]


@pytest.mark.parametrize('family', FAMILIES)
def test_each_family_is_told_what_to_translate(family: str, folders: dict[str, Path]) -> None:
    sentences = wired.sentences(40)
    found = said(machine(folders[family]), sentences)
    assert [one.text for one in found] == [wired.said(sentence) for sentence in sentences]
    assert {one.doubts for one in found} == {()}
    assert all(one.score and one.score > 0.9 for one in found)


@pytest.mark.parametrize('family', ['nllb', 'm2m'])
def test_the_other_way_is_steered_otherwise(family: str, tmp_path: Path) -> None:
    # A wired model says token for token what it was given: the first of its answer is the target's own token.
    from ctranslate2 import Translator
    folder = wired.nllb(tmp_path / 'm') if family == 'nllb' else wired.m2m(tmp_path / 'm')
    model = machine(folder)._model
    for way, source, target in ((ZH_EN, 'zho_Hans', 'eng_Latn'), (EN_ZH, 'eng_Latn', 'zho_Hans')):
        names = {'eng_Latn': '__en__', 'zho_Hans': '__zh__'} if family == 'm2m' else {}
        steering = model.steering(way)
        assert tuple(steering) == ((names.get(source, source),), ('</s>',), (names.get(target, target),))
        tokens = [*steering.before, '猫', *steering.behind]
        found = Translator(str(folder)).translate_batch([tokens], [list(steering.target)])[0].hypotheses[0]
        assert found == [*steering.target, '▁cat']


def test_a_model_of_several_targets_is_told_which(folders: dict[str, Path]) -> None:
    one = machine(folders['many'])
    assert one._model.steering(EN_ZH).before == ('>>cmn_Hans<<',)
    assert one._model.steering(EN_HANT).before == ('>>cmn_Hant<<',)
    # A wired model repeats what it is told; its translation does not.
    assert said(one, ['cat sees dog.'], EN_ZH)[0].text == '猫看狗。'
    assert said(one, ['cat sees dog.'], EN_HANT)[0].text == '貓看狗。'
    with pytest.raises(UsageError, match='does not translate into en; it knows cmn_Hans, cmn_Hant, fra'):
        one.translate(['猫'], ZH_EN)


def test_a_model_without_scripts_is_mended_to_the_one_that_is_asked_for(tmp_path: Path) -> None:
    one = machine(wired.marian(tmp_path / 'opus-mt-en-zh', table=BACK))
    assert said(one, ['bird sees fish'], EN_ZH)[0].text == '鸟看鱼'
    assert said(one, ['bird sees fish'], EN_HANT)[0].text == '鳥看魚'


def test_a_model_that_adds_its_own_end_gets_one_only(folders: dict[str, Path]) -> None:
    assert machine(folders['opus-eos'])._model.steering(ZH_EN).behind == ()
    assert machine(folders['opus'])._model.steering(ZH_EN).behind == ('</s>',)


def test_vocabularies_of_older_converters_are_read(tmp_path: Path) -> None:
    folder = wired.marian(tmp_path / 'old')
    shared = folder / 'shared_vocabulary.json'
    text = '\n'.join(json.loads(shared.read_text('utf-8'))) + '\n'
    for side in ('source', 'target'):
        (folder / f'{side}_vocabulary.txt').write_text(text, 'utf-8')
    shared.unlink()
    assert said(machine(folder), ['猫看狗。'])[0].text == 'cat sees dog.'


@pytest.mark.parametrize('settings', [{'batch_tokens': 1}, {'batch_tokens': 64}, {'batch_tokens': 10_000}, {'threads': 2},
                                      {'threads': 4, 'batch_tokens': 100}, {'beam': 1}, {'compute_type': 'float32'}])
def test_batches_and_threads_change_no_word(settings: dict[str, object], folders: dict[str, Path]) -> None:
    sentences = wired.sentences(60, seed=3)
    assert [one.text for one in said(machine(folders['opus'], **settings), sentences)] \
        == [wired.said(sentence) for sentence in sentences]


def test_equal_sentences_are_equal_in_every_place(folders: dict[str, Path]) -> None:
    sentences = ['猫看狗。', '鸟找鱼。', '猫看狗。', '', '猫看\n狗。']
    assert [one.text for one in said(machine(folders['opus']), sentences)] \
        == ['cat sees dog.', 'bird seeks fish.', 'cat sees dog.', '', 'cat sees dog.']


def test_what_has_no_words_is_not_asked_for(folders: dict[str, Path]) -> None:
    found = said(machine(folders['opus']), ['', '  ', '……', '？', '♪♪'])
    assert [one.text for one in found] == ['', '', '……', '?', '♪♪'] and not any(one.doubts for one in found)
    assert list(machine(folders['opus']).translate([], ZH_EN)) == []


def test_done_batches_come_before_all_is_done(folders: dict[str, Path]) -> None:
    done = machine(folders['opus'], batch_tokens=40).translate(wired.sentences(200), ZH_EN)
    number, first = next(done)
    assert len(wired.sentences(200)[number]) >= 25 and first.text     # the longest first


def test_a_sentence_that_is_too_long_is_cut_at_its_clauses(folders: dict[str, Path]) -> None:
    clause = '大猫和小狗看红鱼，'
    sentence = clause * 12 + '我走。'
    found = said(machine(folders['opus']), [sentence, '猫。'])
    assert found[0].text.replace(' ', '') == wired.said(sentence).replace(' ', '') and found[0].doubts == ('cut',)
    assert found[1].doubts == ()
    short = said(machine(folders['nllb'], longest=12), ['猫看狗，鸟找鱼，我走。'])[0]
    assert short.text == 'cat sees dog, bird seeks fish, I walks.' and short.doubts == ()
    assert said(machine(folders['nllb'], longest=8), ['猫看狗，鸟找鱼，我走。'])[0].doubts == ('cut',)


def test_even_a_sentence_without_any_mark_fits(folders: dict[str, Path]) -> None:
    sentence = ''.join(wired.sentences(1, seed=9)) .replace('。', '') * 40
    found = said(machine(folders['m2m']), [sentence])[0]
    assert found.text.replace(' ', '') == wired.said(sentence).replace(' ', '') and found.doubts == ('cut',)


@pytest.mark.parametrize('family', FAMILIES)
def test_a_word_that_the_model_lacks_is_doubtful(family: str, folders: dict[str, Path]) -> None:
    found = said(machine(folders[family]), ['猫看火。'])[0]
    assert found.doubts == ('unknown',) and found.text.startswith('cat sees')


def test_a_mark_that_the_model_lacks_is_said_with_another(folders: dict[str, Path]) -> None:
    found = said(machine(folders['nllb']), ['猫看狗；鸟（找）鱼！'])[0]     # the table has ； but no brackets
    assert 'cat sees dog; bird' in found.text
    assert said(machine(folders['nllb']), ['猫看狗：'])[0].doubts == ('unknown',)     # nor any colon


@pytest.mark.parametrize('family', FAMILIES)
@pytest.mark.parametrize('mean', ['猫</s>看', '<s>猫', '>>cmn_Hant<<猫', '__zh__猫', 'eng_Latn猫', '<unk>', '\u2581\u2581', '\x00猫\x1b[31m',
                                  '⁇', '猫' * 5000, '\ufeff猫', '🐈‍⬛'])
def test_no_text_steers_the_model_or_breaks_it(family: str, mean: str, folders: dict[str, Path]) -> None:
    found = said(machine(folders[family]), [mean, '猫看狗。'])
    assert found[1].text == 'cat sees dog.' and found[0].text


def test_the_wider_way_says_no_unknown_word(folders: dict[str, Path]) -> None:
    one = machine(folders['opus'])
    found = said(one.wider(), ['猫看火。', '猫看狗。'])
    assert '⁇' not in found[0].text and found[1].text == 'cat sees dog.'
    assert one.wider().name != one.name


def test_the_name_tells_the_model_and_what_changes_words(folders: dict[str, Path], tmp_path: Path) -> None:
    one = machine(folders['opus'])
    copy = Path(shutil.copytree(folders['opus'], tmp_path / 'opus'))
    assert one.name == machine(copy, batch_tokens=7, threads=2).name
    assert one.name.startswith('opus@') and one.name.endswith('+int8+beam=4')
    others = [machine(folders['opus'], beam=2).name, machine(folders['opus'], longest=20).name,
              machine(folders['opus'], compute_type='float32').name]
    (copy / 'source.spm').write_bytes((copy / 'source.spm').read_bytes() + b'\x00')
    assert len({one.name, *others, machine(copy).name}) == 5


@pytest.mark.parametrize('name', ['model.bin', 'config.json', 'shared_vocabulary.json', 'source.spm'])
@pytest.mark.parametrize('damage', ['cut', 'empty', 'junk'])
def test_a_damaged_model_is_an_error_of_ours(name: str, damage: str, folders: dict[str, Path], tmp_path: Path) -> None:
    folder = Path(shutil.copytree(folders['opus'], tmp_path / 'm'))
    data = (folder / name).read_bytes()
    (folder / name).write_bytes({'cut': data[:len(data) // 2], 'empty': b'', 'junk': b'\xff\x00junk' * 50}[damage])
    with pytest.raises((FileError, UsageError)) as caught:
        said(machine(folder), ['猫看狗。'])
    assert str(tmp_path) in str(caught.value)


def test_weights_and_vocabulary_of_two_models_are_an_error(folders: dict[str, Path], tmp_path: Path) -> None:
    folder = Path(shutil.copytree(folders['opus'], tmp_path / 'm'))
    (folder / 'shared_vocabulary.json').write_text('["</s>", "<unk>", "▁cat"]', 'utf-8')
    with pytest.raises(FileError, match='the vocabulary of another model: 3 tokens, the weights are of'):
        said(machine(folder), ['猫看狗。'])
