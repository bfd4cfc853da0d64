"""The lints by code; each is a module of its own with what it is about and a function `findings`.

A new lint: one module, one line in LINTS, one file of cases in tests/cases, and `make lints` for docs/lints.md.
The module's docstring is its explanation: a first line that names what is wrong, then why it matters and what to do.
The module has

    CODE, NAME                          the code of its line below, and a name that says it
    SEVERITY                            error, warning or info
    MENDS                               'always', 'sometimes', 'unsure' (only with --unsure) or 'never'
    WRONG, RIGHT                        an example, and as it should be; a MENDS of always turns one into the other
    findings(page) -> Iterator[Finding] what is wrong, in offsets of page.text

Families: FM front matter, BI bilingual blocks, MD Markdown that renders wrong, SP speakers, LE leftovers, TX text,
GL glossary and names, TR transcripts, QG what is said to qinggao itself.
"""
from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

PAGES, TRANSCRIPTS = ('page',), ('text', 'subtitles')
ALL = (*PAGES, *TRANSCRIPTS)


class Entry(NamedTuple):
    """Where a lint stands, which kinds of file it reads, and the signs without one of which nothing can be wrong.

    A lint is not even imported for a text that holds none of its signs; ``in_head``: for one whose front matter,
    or where there is none whose beginning, holds none.
    """

    module: str
    kinds: tuple[str, ...] = PAGES
    signs: tuple[str, ...] = ()
    in_head: bool = False


# Signs that many lints share.
_FOLD = ('<details', '</details', '<summary', '</summary')
_SPEAKS = ('**', ': ', '：')

LINTS: dict[str, Entry] = {
    'FM001': Entry('front_matter.missing'),
    'FM002': Entry('front_matter.broken'),
    'FM003': Entry('front_matter.long_fence', PAGES, ('----',), True),
    'FM004': Entry('front_matter.key_twice'),
    'FM005': Entry('front_matter.unknown_key'),
    'FM006': Entry('front_matter.missing_field'),
    'FM007': Entry('front_matter.field_order'),
    'FM008': Entry('front_matter.list_as_text', PAGES, ("'[", '"['), True),
    'FM009': Entry('front_matter.wrong_shape'),
    'FM010': Entry('front_matter.quoted_item', PAGES, ("- '", '- "'), True),
    'FM011': Entry('front_matter.curly_quotes', PAGES, (': “', ': ‘', '- “', '- ‘'), True),
    'FM012': Entry('front_matter.flag_as_text'),
    'FM013': Entry('front_matter.typed_date'),
    'FM014': Entry('front_matter.no_date'),
    'FM015': Entry('front_matter.unknown_value'),
    'FM016': Entry('front_matter.stray_escape', PAGES, ('\\"', "\\'"), True),
    'FM017': Entry('front_matter.empty_field'),
    'FM018': Entry('front_matter.text_length'),
    'FM019': Entry('front_matter.no_slug'),
    'FM020': Entry('front_matter.item_count'),
    'FM021': Entry('front_matter.no_url'),
    'FM022': Entry('front_matter.file_name'),
    'FM023': Entry('front_matter.second_block', PAGES, ('\n---', '\n```y', '[AI_META_START]')),
    'FM024': Entry('front_matter.item_twice'),
    'BI001': Entry('bilingual.details_glued', PAGES, ('<details',)),
    'BI002': Entry('bilingual.text_after_details', PAGES, ('</details',)),
    'BI003': Entry('bilingual.unbalanced', PAGES, _FOLD),
    'BI004': Entry('bilingual.mistyped_tag', PAGES, ('<',)),
    'BI005': Entry('bilingual.nested', PAGES, ('<details',)),
    'BI006': Entry('bilingual.empty_fold', PAGES, ('<details',)),
    'BI007': Entry('bilingual.summary_closed_wrong', PAGES, ('<summary',)),
    'BI008': Entry('bilingual.doubled_label', PAGES, ('Original Original', 'English English')),
    'BI009': Entry('bilingual.mixed_labels', PAGES, ('<summary',)),
    'BI010': Entry('bilingual.older_shape', PAGES, ('english-text',)),
    'BI011': Entry('bilingual.summary_glued', PAGES, ('</summary',)),
    'BI012': Entry('bilingual.closing_glued', PAGES, ('</details',)),
    'BI013': Entry('bilingual.no_summary', PAGES, ('<details',)),
    'BI014': Entry('bilingual.untranslated', PAGES),
    'BI015': Entry('bilingual.chinese_inside', PAGES, ('<details',)),
    'BI016': Entry('bilingual.missing_original', PAGES, ('<details',)),
    'BI017': Entry('bilingual.fold_without_paragraph', PAGES, ('<details',)),
    'MD001': Entry('markdown.literal_strong', PAGES, ('**',)),
    'MD002': Entry('markdown.unclosed_fence', PAGES, ('```', '~~~')),
    'MD003': Entry('markdown.no_heading'),
    'MD004': Entry('markdown.heading_space', PAGES, ('#',)),
    'MD005': Entry('markdown.conflict', ALL, ('<<<<<<<', '>>>>>>>')),
    'MD006': Entry('markdown.unbalanced_html', PAGES, ('</', '<p', '<div')),
    'MD007': Entry('markdown.template_marks', PAGES, ('{', '}')),
    'MD008': Entry('markdown.indented_prose', PAGES, ('    ', '\t')),
    'MD009': Entry('markdown.unpaired_strong', PAGES, ('**',)),
    'SP001': Entry('speakers.label_style', PAGES, _SPEAKS),
    'SP002': Entry('speakers.mixed_styles', PAGES, _SPEAKS),
    'SP003': Entry('speakers.numbered', PAGES, ('Speaker', 'SPEAKER', '说话人', '发言人', '說話人', '發言人')),
    'SP004': Entry('speakers.two_spellings', PAGES, ('**: ',)),
    'SP005': Entry('speakers.empty_turn', PAGES, ('**:', '**：')),
    'SP006': Entry('speakers.vanishing_label', PAGES, (']:',)),
    'LE001': Entry('leftovers.chunk_mark', PAGES, ('hunk', 'HUNK')),
    'LE002': Entry('leftovers.prompt_marker', PAGES, ('_START]', '_END]')),
    'LE003': Entry('leftovers.padding', PAGES, ('padding', 'Padding', 'psum', '填充')),
    'LE004': Entry('leftovers.placeholder', PAGES, (
        '这里', 'here', '待', '译', '此处', '略', '请补充', '请填写', '缺', 'TODO', 'TBD', 'FIXME', 'Here', 'HERE',
        'mitted', 'ending', 'o be ', 'laceholder', 'ranslation', 'est of ', 'emainder of ')),
    'LE005': Entry('leftovers.sound_mark', PAGES, ('[', '（', '(', '♪', '♫')),
    'LE006': Entry('leftovers.speaker_arrows', PAGES, ('>>',)),
    'LE007': Entry('leftovers.bleep', PAGES, ('__',)),
    'LE008': Entry('leftovers.model_talk'),
    'TX001': Entry('text.traditional'),
    'TX002': Entry('text.narrow_mark', PAGES, (',', '?', '!', ';', ':', '.')),
    'TX003': Entry('text.straight_quotes', PAGES, ('"',)),
    'TX004': Entry('text.narrow_dots', PAGES, ('...',)),
    'TX005': Entry('text.doubled_mark', PAGES, tuple('，。！？；：、')),
    'TX006': Entry('text.space_between_han', PAGES, (' ',)),
    'TX007': Entry('text.duplicate_paragraph'),
    'TX008': Entry('text.loop', ALL),
    'TX009': Entry('text.credit', ALL),
    'TX010': Entry('text.no_final_mark'),
    'TX011': Entry('text.invisible', ALL),
    'TX012': Entry('text.odd_space', ALL),
    'TX013': Entry('text.bidi', ALL),
    'TX014': Entry('text.control', ALL),
    'TX015': Entry('text.wide_letter'),
    'TX016': Entry('text.replacement', ALL),
    'TX017': Entry('text.traditional_page'),
    'GL001': Entry('names.misheard'),
    'GL002': Entry('names.glossed_again', PAGES, ('**（',)),
    'GL003': Entry('names.gloss_shape', PAGES, ('**（', '**(', '** (', '** （')),
    'TR001': Entry('transcripts.encoding', ALL),
    'TR002': Entry('transcripts.binary', ALL, ('\0',)),
    'TR003': Entry('transcripts.mixed_shapes', ('text',)),
    'TR004': Entry('transcripts.unreadable_cues', ('subtitles',)),
    'TR005': Entry('transcripts.cue_times', ('subtitles',)),
    'TR006': Entry('transcripts.no_words', ALL),
    'TR007': Entry('transcripts.mixed_script', TRANSCRIPTS),
    'TR008': Entry('transcripts.endless_line', ('text',)),
    'QG001': Entry('suppressions.unused', ALL, ('qinggao:',)),
    'QG002': Entry('suppressions.unknown_code', ALL, ('inggao', 'INGGAO')),
}

CODES = tuple(LINTS)
FAMILIES = {
    'FM': 'Front matter', 'BI': 'Bilingual blocks', 'MD': 'Markdown that renders wrong', 'SP': 'Speakers',
    'LE': 'Leftovers', 'TX': 'Text', 'GL': 'Glossary and names', 'TR': 'Transcripts', 'QG': 'Said to qinggao',
}


def codes_of(given: str) -> tuple[str, ...]:
    """The codes that a code or a family's letters stand for; none for anything else."""
    return tuple(code for code in LINTS if given in (code, code[:2]))


@lru_cache(None)
def lint(code: str) -> ModuleType:
    """The module of a lint."""
    return import_module(f'{__name__}.{LINTS[code].module}')
