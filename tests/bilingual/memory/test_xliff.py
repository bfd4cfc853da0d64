"""XLIFF to a person and back: what the person did is told from what the machine said."""
from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from qinggao import FileError
from qinggao.bilingual.memory import Memory, Unit, bring_in, hand_out

from .given import ZH_EN, everything, human, opened, unit

CORE = '{urn:oasis:names:tc:xliff:document:2.0}'


def new(folder: Path, units: str, attributes: str = 'version="2.1" srcLang="zh-CN" trgLang="en-US"') -> Path:
    path = folder / 'in.xlf'
    path.write_text(f'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" {attributes}><file id="f" original="talk.md">'
                    f'{units}</file></xliff>', 'utf-8')
    return path


def old(folder: Path, units: str) -> Path:
    path = folder / 'in.xliff'
    path.write_text('<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="talk.md" datatype="x"'
                    f' source-language="zh-CN" target-language="en"><header/><body><group>{units}</group></body></file></xliff>', 'utf-8')
    return path


def segment(target: str, state: str = '') -> str:
    return f'<unit id="1"><segment {state and f"state={state!r}"}><source>今天下雨。</source><target>{target}</target></segment></unit>'


def after(memory: Memory, path: Path) -> Unit:
    bring_in(memory, path)
    return everything(memory)[-1]


@pytest.mark.parametrize('state, confirmed', [('', False), ('initial', False), ('translated', True), ('reviewed', True), ('final', True), ('odd', False)])
def test_what_comes_from_elsewhere_is_a_persons_unless_it_is_a_beginning(tmp_path: Path, state: str, confirmed: bool) -> None:
    with opened(tmp_path) as memory:
        assert after(memory, new(tmp_path, segment('It rains.', state))) == unit(
            target='It rains.', origin='in.xlf', confirmed=confirmed, context='talk.md')


@pytest.mark.parametrize('state, confirmed', [('initial', False), ('translated', False), ('reviewed', True), ('final', True)])
def test_where_our_mark_was_lost_the_memory_knows_what_the_machine_said(tmp_path: Path, state: str, confirmed: bool) -> None:
    with opened(tmp_path) as memory:
        memory.keep([unit(doubts=('length',))])
        bring_in(memory, new(tmp_path, segment('It rains today.', state)))
        assert bool(memory.exact(['今天下雨。'], ZH_EN)) == confirmed
        bring_in(memory, new(tmp_path, segment('It is raining.', 'initial')))
        assert memory.exact(['今天下雨。'], ZH_EN)['今天下雨。'].target == 'It is raining.'


@pytest.mark.parametrize('state', ['reviewed', 'final'])
def test_what_a_person_agrees_to_is_no_longer_doubted(tmp_path: Path, state: str) -> None:
    with opened(tmp_path) as memory:
        memory.keep([unit(doubts=('length',), score=.5)])
        hand_out(memory, tmp_path / 'out.xlf')
        text = (tmp_path / 'out.xlf').read_text('utf-8')
        (tmp_path / 'out.xlf').write_text(text.replace('state="initial"', f'state="{state}"'), 'utf-8')
        assert bring_in(memory, tmp_path / 'out.xlf').people == 1
        assert everything(memory) == [unit(confirmed=True)]
        assert memory.exact(['今天下雨。'], ZH_EN, 'another')['今天下雨。'].confirmed


def test_a_person_who_only_looks_at_it_has_not_agreed(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        memory.keep([unit(doubts=('length',)), unit('好', 'Good')])
        before = everything(memory)
        hand_out(memory, tmp_path / 'out.xlf')
        assert bring_in(memory, tmp_path / 'out.xlf').people == 0
        assert everything(memory) == before


def test_a_unit_that_a_tool_cut_is_joined_again_and_one_that_was_changed_too_is_a_persons(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        memory.keep([unit('一。二。', 'One. Two.')])
        hand_out(memory, tmp_path / 'out.xlf')
        text = (tmp_path / 'out.xlf').read_text('utf-8')
        at, end = text.index('<segment'), text.index('</unit>')
        cut = ('<segment state="translated"><source>一。</source><target>One.</target></segment>'
               '<ignorable><source></source><target> </target></ignorable>'
               '<segment state="translated"><source>二。</source><target>Two.</target></segment>')
        path = tmp_path / 'cut.xlf'
        path.write_text(text[:at] + cut + text[end:], 'utf-8')
        assert bring_in(memory, path).kept.same == 1 and len(everything(memory)) == 1
        path.write_text(text[:at] + cut.replace('Two', '2') + text[end:], 'utf-8')
        assert bring_in(memory, path).people == 2
        assert sorted((one.source, one.target) for one in everything(memory)) == [('一。', 'One.'), ('一。二。', 'One. Two.'), ('二。', '2.')]


def test_inline_elements_are_flattened_and_candidates_are_no_translations(tmp_path: Path) -> None:
    words = 'a <pc id="1">b</pc><ph id="2" equiv="x"/> <mrk id="m" type="term">c</mrk><sc id="3"/>d<ec startRef="3"/><cp hex="000B"/>e'
    path = new(tmp_path, f'<unit id="1"><m:matches xmlns:m="urn:m"><m:match><source>别的</source><target>other</target></m:match></m:matches>'
                         f'<segment state="final"><source>好</source><target>{words}</target></segment></unit>')
    with opened(tmp_path) as memory:
        bring_in(memory, path)
        assert [one.target for one in everything(memory)] == ['a b cd\x0be']


def test_what_is_not_to_be_translated_or_is_not_yet_is_left_out(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        done = bring_in(memory, new(tmp_path, '<unit id="1" translate="no"><segment><source>a</source><target>a</target></segment></unit>'
                                              '<unit id="2"><segment><source>b</source></segment></unit>'))
        assert done.left_out == {'not to be translated': 1, 'without a translation': 1}
        assert bring_in(memory, new(tmp_path, segment('Salut'), 'version="2.0" srcLang="zh" trgLang="fr"')).left_out == {'in fr': 1}
        with pytest.raises(FileError, match='no trgLang'):
            bring_in(memory, new(tmp_path, segment('Hello'), 'version="2.0" srcLang="zh"'))


def test_a_person_sees_why_to_look_in_the_order_of_the_talk(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        memory.keep([unit('一', 'One', doubts=('numbers', 'length'), context='b.md#00010'), unit('二', 'Two', context='b.md#00009'),
                     human('三', 'Three', context='a & "b".md#00001')])
        hand_out(memory, tmp_path / 'out.xlf')
    root = etree.parse(str(tmp_path / 'out.xlf')).getroot()
    assert dict(root.attrib) == {'version': '2.1', 'srcLang': 'zh-Hans', 'trgLang': 'en'}
    assert [one.get('original') for one in root] == ['a & "b".md', 'b.md']
    units = list(root.iter(f'{CORE}unit'))
    assert [one.findtext(f'.//{CORE}source') for one in units] == ['三', '二', '一']
    assert [one[-1].get('state') for one in units] == ['final', 'translated', 'initial']
    assert [note.text for note in units[2].iter(f'{CORE}note')] == [
        'length: much shorter or longer than such sentences are', 'numbers: a number was lost, or came from nowhere']
    assert len({one.get('id') for one in units}) == 3 == len({one.get('id') for one in root} | {1})


@pytest.mark.parametrize('attributes, target, confirmed', [
    ('approved="yes"', '<target>It rains.</target>', True),
    ('', '<target state="final">It rains.</target>', True),
    ('', '<target state="signed-off">It rains.</target>', True),
    ('', '<target state="translated">It rains.</target>', True),
    ('', '<target>It rains.</target>', True),
    ('', '<target state="needs-review-translation">It rains.</target>', False),
    ('', '<target state="new">It rains.</target>', False),
    ('', '<target state="translated" state-qualifier="mt-suggestion">It rains.</target>', False),
])
def test_the_older_version_is_read_too(tmp_path: Path, attributes: str, target: str, confirmed: bool) -> None:
    with opened(tmp_path) as memory:
        path = old(tmp_path, f'<trans-unit id="1" {attributes}><source>今天<g id="1">下雨</g>。<x id="2"/></source>{target}'
                             '<alt-trans><source>今天</source><target>today</target></alt-trans></trans-unit>')
        assert after(memory, path) == unit(target='It rains.', origin='in.xliff', confirmed=confirmed, context='talk.md')


def test_segments_of_the_older_version_are_paired(tmp_path: Path) -> None:
    def cut(one: str, two: str) -> str:
        return f'<mrk mtype="seg" mid="1">{one}</mrk> <mrk mtype="seg" mid="2">{two}</mrk>'

    with opened(tmp_path) as memory:
        bring_in(memory, old(tmp_path, f'<trans-unit id="1"><source>一。二。</source><seg-source>{cut("一。", "二。")}</seg-source>'
                                       f'<target>{cut("One.", "Two.")}</target></trans-unit><trans-unit id="2"><source>无</source></trans-unit>'))
        assert [(one.source, one.target) for one in everything(memory)] == [('一。', 'One.'), ('二。', 'Two.')]
