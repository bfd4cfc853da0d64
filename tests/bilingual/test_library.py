"""The library's calls for two languages: typed, small, predictable."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import qinggao
from qinggao.bilingual.translate.translator import Direction, Translated

from .translate.wired import marian


class Parrot:
    name = 'parrot'

    def translate(self, sentences: Sequence[str], way: Direction) -> Iterator[tuple[int, Translated]]:
        for number, sentence in enumerate(sentences):
            yield number, Translated(f'The parrot said {len(sentence)}.', (), self.name)


def test_a_transcript_is_translated_by_any_translator() -> None:
    both = qinggao.translate(qinggao.clean('今天开船。明天停航。'), 'en', translator=Parrot())
    assert both.languages == ('zh-Hans', 'en')
    assert both.second.text == 'The parrot said 5. The parrot said 5.'


def test_a_model_is_named_by_its_folder_and_remembers(tmp_path: Path) -> None:
    model, memory = marian(tmp_path / 'opus-mt-zh-en'), tmp_path / 'memory.sqlite'
    both = qinggao.translate('我找猫。', 'en', model=model, memory=memory, beam=1)
    assert both.second.text == 'I seeks cat.'
    again = qinggao.translate('我找猫。', 'en', model=model, memory=memory, beam=1)
    assert again.second.text == both.second.text and memory.is_file()


def test_a_page_is_published_and_read_back(tmp_path: Path) -> None:
    both = qinggao.translate('今天开船。', 'en', translator=Parrot())
    page, = qinggao.publish(both, tmp_path / 'talk.md', fields={'title': '开船'})
    again = qinggao.read_talk(page)
    assert isinstance(again, qinggao.Bitext)
    assert (again.first.text.strip(), again.second.text) == (both.first.text, both.second.text)
    assert '\ntitle: 开船\n' in page.read_text('utf-8')


def test_a_pair_of_pages_has_two_paths(tmp_path: Path) -> None:
    both = qinggao.translate('今天开船。', 'en', translator=Parrot())
    paths = qinggao.publish(both, tmp_path / 'talk.md', layout='pair')
    assert sorted(path.relative_to(tmp_path).as_posix() for path in paths) == ['en/talk.md', 'zh/talk.md']


def test_what_cannot_be_is_said(tmp_path: Path) -> None:
    both = qinggao.translate('今天开船。', 'en', translator=Parrot())
    with pytest.raises(qinggao.FileError, match='no times are known'):
        qinggao.publish(both, tmp_path / 'talk.srt')
    with pytest.raises(qinggao.UsageError, match='unknown layout'):
        qinggao.publish(both, tmp_path / 'talk.md', layout='fold')
    with pytest.raises(qinggao.UsageError, match='unknown language'):
        qinggao.translate('今天', 'fr', translator=Parrot())
    with pytest.raises(qinggao.UsageError, match='it is in zh-Hans already'):
        qinggao.translate('今天', 'zh', translator=Parrot())
    with pytest.raises(qinggao.UsageError, match='of your own'):
        qinggao.translate('今天', 'en', translator=Parrot(), model='x')
    for talk in (both, both.first):
        with pytest.raises(qinggao.FileError, match='docx'):
            qinggao.publish(talk, tmp_path / 'talk.docx')
        with pytest.raises(qinggao.FileError, match="cannot write 'talk'; known: md"):
            qinggao.publish(talk, tmp_path / 'talk')
