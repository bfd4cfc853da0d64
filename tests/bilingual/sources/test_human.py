"""A person's translation is found by its name, and refused where it is of another talk."""
from __future__ import annotations

from pathlib import Path

import pytest
import qinggao
from qinggao.bilingual.sources.human import Human
from qinggao.errors import FileError

FERRY = Path(__file__).parents[3] / 'samples' / 'bilingual'
TALK = qinggao.clean(qinggao.read(FERRY / 'ferry.srt'))
ENGLISH = (FERRY / 'ferry.en.txt').read_text('utf-8')


@pytest.mark.parametrize('name', ['ferry.txt', 'ferry.en.txt', 'ferry.en-GB.txt', 'ferry.EN.txt'])
def test_a_file_of_the_talks_name_is_found(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(ENGLISH, 'utf-8')
    (tmp_path / 'ferries.txt').write_text('Something else.', 'utf-8')
    (tmp_path / 'ferry.png').write_bytes(b'\0')
    assert Human(tmp_path).beside(TALK, Path('talks/ferry.srt')).languages == ('zh-Hans', 'en')


@pytest.mark.parametrize('names', [[], ['ferry.draft.txt'], ['harbour.txt'], ['ferry.txt', 'ferry.en.txt']])
def test_none_or_more_than_one_is_an_error(names: list[str], tmp_path: Path) -> None:
    for name in names:
        (tmp_path / name).write_text(ENGLISH, 'utf-8')
    with pytest.raises(FileError, match=r'no translation of that name|2 files may be'):
        Human(tmp_path).beside(TALK, Path('talks/ferry.srt'))


def test_a_translation_of_another_talk_is_an_error_unless_forced(tmp_path: Path) -> None:
    other = tmp_path / 'ferry.txt'
    other.write_text('The price of gold fell.\n\nNobody bought it.\n\nThe bank was closed.\n\n' * 8, 'utf-8')
    with pytest.raises(FileError, match='--force') as error:
        Human(other).beside(TALK, Path('ferry.srt'))
    assert error.value.path == str(other)
    assert Human(other, force=True).beside(TALK, Path('ferry.srt')).pairs


@pytest.mark.parametrize(('talk', 'translation'), [
    ('ferry.zh.srt', 'ferry.en.txt'), ('ferry.zh-Hans.srt', 'ferry.txt'), ('ferry.en.srt', 'ferry.zh.txt'),
])
def test_a_talk_with_its_language_in_its_name_has_its_translation_beside_it(talk: str, translation: str,
                                                                            tmp_path: Path) -> None:
    (tmp_path / talk).write_text((FERRY / 'ferry.srt').read_text('utf-8'), 'utf-8')
    (tmp_path / translation).write_text(ENGLISH, 'utf-8')
    assert Human(tmp_path).made_from(tmp_path / talk) == tmp_path / translation
    assert Human(tmp_path).beside(TALK, tmp_path / talk).languages == ('zh-Hans', 'en')


def test_a_talk_is_not_its_own_translation(tmp_path: Path) -> None:
    talk = tmp_path / 'ferry.en.srt'
    talk.write_text((FERRY / 'ferry.srt').read_text('utf-8'), 'utf-8')
    with pytest.raises(FileError, match='no translation of that name'):
        Human(tmp_path).beside(TALK, talk)
    with pytest.raises(FileError, match='its own translation'):
        Human(talk, force=True).beside(TALK, talk)


def test_a_translation_in_the_language_of_the_talk_is_an_error_unless_forced(tmp_path: Path) -> None:
    copy = tmp_path / 'copy.srt'
    copy.write_text((FERRY / 'ferry.srt').read_text('utf-8'), 'utf-8')
    with pytest.raises(FileError, match='as the talk is'):
        Human(copy).beside(TALK, Path('ferry.srt'))
    assert Human(copy, force=True).beside(TALK, Path('ferry.srt')).languages == ('zh-Hans', 'zh-Hans')
