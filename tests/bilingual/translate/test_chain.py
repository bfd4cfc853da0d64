"""A model with all that stands around it, from a folder to sentences that were checked."""
from __future__ import annotations

from pathlib import Path

import pytest
from qinggao.bilingual.translate.chain import translator
from qinggao.bilingual.translate.models import DEMO, demo_model
from qinggao.bilingual.translate.settings import Translating
from qinggao.bilingual.translate.translator import DOUBTS, Direction
from qinggao.errors import UsageError
from qinggao.rulebook.lexicon import Entity, Term

from . import wired

pytest.importorskip('ctranslate2')
ZH_EN = Direction('zh-Hans', 'en')
CPU = Translating.of(device='cpu')


@pytest.fixture(scope='module')
def opus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wired.marian(tmp_path_factory.mktemp('m') / 'tea')


def test_terms_go_through_a_real_model_and_come_out_right(opus: Path) -> None:
    terms, names = [Term('河灯', 'river lantern', '灯')], [Entity('ann', '李安宁', 'Ann Lee', 'person')]
    sentences = ['李安宁看河灯。', '猫看狗。', '河灯、河灯和李安宁。']
    found = dict(translator(opus, CPU, terms, names).translate(sentences, ZH_EN))
    assert [found[number].text for number in range(3)] \
        == ['Ann Lee sees river lantern.', 'cat sees dog.', 'River lantern, river lantern and Ann Lee.']
    assert not any(one.doubts for one in found.values())


def test_a_placeholder_that_the_model_does_not_know_is_no_loss(opus: Path) -> None:
    """The wired model knows XQ1 to XQ3; the fourth comes back as <unk>."""
    terms = [Term(f'{char}{char}', f'big {name}', 'x') for char, name in zip('猫狗鸟鱼', ('cat', 'dog', 'bird', 'fish'))]
    found = dict(translator(opus, CPU, terms).translate(['猫猫看狗狗看鸟鸟看鱼鱼。'], ZH_EN))[0]
    assert found.text == 'cat cat sees dog dog sees bird bird sees fish fish.' and found.doubts == ('term',)


def test_a_suspect_is_asked_for_again_in_the_wider_way(opus: Path) -> None:
    once = dict(translator(opus, CPU._replace(retry=False)).translate(['猫看火。'], ZH_EN))[0]
    twice = dict(translator(opus, CPU).translate(['猫看火。'], ZH_EN))[0]
    assert '⁇' in once.text and once.doubts == ('unknown',)
    assert '⁇' not in twice.text and twice.doubts == ('unknown',) and twice.origin.endswith('+wider')


def test_a_long_sentence_keeps_its_doubt(opus: Path) -> None:
    found = dict(translator(opus, CPU).translate(['大猫看小狗，' * 12, '猫。'], ZH_EN))
    assert 'cut' in found[0].doubts and found[1].doubts == ()


def test_the_name_needs_no_weights(opus: Path) -> None:
    names = [translator(opus, how, terms).name for how in (CPU, CPU._replace(beam=1), CPU._replace(retry=False))
             for terms in ((), [Term('河灯', 'river lantern', '灯')])]
    assert len(set(names)) == 6


def test_a_wrong_setting_is_named() -> None:
    with pytest.raises(UsageError, match="unknown setting 'beems'; did you mean 'beam'"):
        Translating.of(beems=3)
    with pytest.raises(UsageError, match='beam must be a whole number'):
        Translating.of(beam='4')
    with pytest.raises(UsageError, match='beam 0 is out of range; from 1 to 32'):
        Translating.of(beam=0)


def test_a_device_that_is_not_there_is_named(opus: Path) -> None:
    with pytest.raises(UsageError, match='unknown device'):
        list(translator(opus, Translating.of(device='gpu')).translate(['猫'], ZH_EN))
    with pytest.raises(UsageError, match='cannot compute in'):
        list(translator(opus, Translating.of(device='cpu', compute_type='float8')).translate(['猫'], ZH_EN))


@pytest.mark.skipif(demo_model() is None, reason='no demo model in this checkout')
class TestDemo:
    SENTENCES = ('你好。', '谢谢大家。', '我们今天讲讲茶。')

    def test_it_translates(self) -> None:
        found = dict(translator(DEMO, CPU).translate(self.SENTENCES, ZH_EN))
        for one in found.values():
            assert one.text.isascii() and any(map(str.isalpha, one.text))
            assert set(one.doubts) <= DOUBTS.keys()

    def test_batches_and_threads_change_no_word(self) -> None:
        sentences = list(self.SENTENCES) * 3 + [''.join(self.SENTENCES)]
        said = [sorted(translator(DEMO, Translating.of(device='cpu', threads=threads, batch_tokens=tokens))
                       .translate(sentences, ZH_EN)) for threads, tokens in ((1, 1), (1, 4000), (2, 50))]
        texts = [[one.text for _, one in found] for found in said]
        assert texts[0] == texts[1] == texts[2]

    def test_it_is_of_one_direction(self) -> None:
        with pytest.raises(UsageError, match='translates from'):
            translator(DEMO, CPU).translate(['so'], Direction('en', 'zh-Hans'))
