"""Sentences out of what a model wrote. Timid: a line is believed by its number alone, and all must be there.

The numbers are looked for where lines begin. In a talk they may stand anywhere else (`[[5]] 见 [[3]]`), and so they do
in a translation of it.
"""
from __future__ import annotations

from collections.abc import Sequence

from ....patterns import lazy
from .batches import has_words

_LINE = lazy(r'[ \t]*\[\[[ ]?(\d{1,6})[ ]?\]\][ \t]*[:：]?(.*)')
_MARKER = lazy(r'\[\[[ ]?\d{1,6}[ ]?\]\]')
_CONTROL = lazy(r'[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]')      # but not what is white space
_BREAK = lazy(r'\r\n?|\n')
_FENCE = lazy(r'[ \t]*(?:```|~~~)[\w+-]*[ \t]*')
_THOUGHT = lazy(r'\A\s*<(think|thinking)>.*?(?:</\1>|\Z)', 16)      # re.DOTALL
_END_OF_THOUGHT = lazy(r'\A.*</think(?:ing)?>', 16)


class Unfit(Exception):
    """An answer that is no translation of the lines that were asked; ``str()`` says why, for the model to read."""


class Withheld(Unfit):
    """No answer for reasons of the text: too long for the model, or filtered. To ask for the same again is no use."""


def read(answer: str, sentences: Sequence[str]) -> list[str]:
    """The translations of these sentences, asked for as lines from 1. Raises `Unfit`.

    >>> read('Sure:\\n```\\n[[1]] Good.\\n[[2]] Bad.\\n```', ['好。', '坏。'])
    ['Good.', 'Bad.']
    """
    found: dict[int, str] = {}
    closed = True       # whether a line without a number may stand here: before the first, behind the last
    for line in _BREAK.split(_without_thoughts(answer, sentences)):
        if numbered := _LINE.fullmatch(line):
            number = int(numbered[1])
            if not 1 <= number <= len(sentences):
                raise Unfit(f'there is no line {number}')
            if number in found:
                raise Unfit(f'line {number} came twice')
            found[number] = _checked(number, numbered[2], sentences[number - 1])
            closed = False
        elif not line.strip() or _FENCE.fullmatch(line):
            closed = True
        elif not closed:
            raise Unfit('a line went on without a number')
        elif found and len(found) < len(sentences):
            raise Unfit('something without a number stood between the lines')
    lost = [number for number in range(1, len(sentences) + 1) if number not in found]
    if lost:
        raise Unfit(f'line {lost[0]} was missing')
    return [found[number] for number in range(1, len(sentences) + 1)]


def _checked(number: int, text: str, sentence: str) -> str:
    """A translation as one line of text that any file can hold."""
    text = ' '.join(_writable(text).split())
    if not has_words(text):
        raise Unfit(f'line {number} was empty')
    if set(_MARKER.findall(text)) - set(_MARKER.findall(sentence)):
        raise Unfit(f'line {number} held another')
    return text


def _writable(text: str) -> str:
    """Without halves of characters (JSON's `\\ud800`) and what is no character, which no file of ours may hold."""
    if text.isprintable():
        return text
    text = text.encode('utf-8', 'ignore').decode('utf-8')
    return _CONTROL.sub('', text)


def _without_thoughts(answer: str, sentences: Sequence[str]) -> str:
    """Without what a reasoning model thought before; some servers drop the tag that opens it. In a talk about such
    models the tag is a word: then only thoughts that are opened go."""
    answer = _THOUGHT.sub('', answer, count=1)
    if any('</think' in sentence for sentence in sentences):
        return answer
    return _END_OF_THOUGHT.sub('', answer, count=1)
