"""The tracks of a page with folded originals: what is folded, and the rest."""
from __future__ import annotations

from collections.abc import Iterator

from ...errors import FileError
from ...gate.page import Page
from ...lints.bilingual.doubled_label import TWICE
from ...lints.bilingual.folds import Fold, Folds, folds, is_older, label_of
from ...lints.bilingual.rooms import is_in_cell_or_quote
from ...site.profile import Profile
from ..languages import language_of
from .fold_tags import first_fault, page_of
from .labels import labels_over_originals, languages_under
from .older import lines_of_html
from .reel import Numbered
from .spread import Body, Part, Spread

CURE = 'mend it with qinggao check --fix, or by hand'


def unfolded(body: Body, path: str, profile: Profile) -> Spread | None:
    """The parts of a page; None where nothing is folded under a label of originals. Raises `FileError` for a fold that
    is broken, and for one in a table or a quotation, where it has no lines of its own."""
    if '<' not in body.text:
        return None
    page = page_of(body.text, profile)
    found = folds(page)
    own = [fold for fold in found.closed if _is_original(page, fold)]
    if not own and not any(_is_original(page, fold) for fold in found.unclosed):
        return None
    _check(page, found, own, body, path)
    own = sorted((fold for fold in own if not _is_in_comment(page, fold)), key=lambda fold: fold.open.start)
    labels = [_label(page, fold) for fold in own]
    parts = list(_parts(page, own, body))
    words = '\n'.join(line for part in parts if part.track == 0 for line, _ in part.lines)
    label = labels[0] if labels else profile.summary
    return Spread(parts, languages_under(label, language_of(words)), _is_translation(labels, profile))


def _label(page: Page, fold: Fold) -> str:
    """A label with no word said twice: the gate mends that, and it changes nothing for a reader."""
    return TWICE.sub(r'\1', label_of(page, fold))


def _is_original(page: Page, fold: Fold) -> bool:
    return _label(page, fold) in labels_over_originals(page.profile) or is_older(page, fold)


def _is_translation(labels: list[str], profile: Profile) -> bool:
    return profile.translation in labels and profile.translation not in (profile.summary, *profile.labels)


def _check(page: Page, found: Folds, own: list[Fold], body: Body, path: str) -> None:
    fault = first_fault(found)
    if fault is None:
        fault = next(((fold.open.start - 1, 'the label of this fold is not closed') for fold in own
                      if fold.closer is None), None)
    if fault:
        raise FileError(fault[1], path=path, line=body.number(fault[0]), cure=CURE)
    for fold in own:
        if is_in_cell_or_quote(page, fold.open):
            raise FileError('a fold inside a table or a quotation', path=path, line=body.number(fold.open.start - 1),
                            cure='put it on lines of its own')


def _is_in_comment(page: Page, fold: Fold) -> bool:
    block = page.block_at(fold.open.start)
    return block is not None and page.text[block.start:block.end].lstrip().startswith('<!--') \
        and page.text.find('-->', block.start, fold.open.start) < 0


def _parts(page: Page, own: list[Fold], body: Body) -> Iterator[Part]:
    at = 0
    for fold in own:
        yield Part(0, body.between(at, fold.open.start - 1))
        at = fold.end - 1
        yield Part(1, _inside(page, fold, body))
    yield Part(0, body.between(at, len(body.text)))


def _inside(page: Page, fold: Fold, body: Body) -> list[Numbered]:
    """The lines of an original as Markdown, what stands before its label included."""
    before = body.between(fold.open.end - 1, fold.summary.start - 1) if fold.summary else []
    if is_older(page, fold):
        html = page.text[fold.inside:fold.stop]
        return [*before, *lines_of_html(html, body.number(fold.inside - 1))]
    line = page.text.rfind('\n', 0, fold.open.start) + 1
    margin = page.text[line:fold.open.start]
    lines = _said(body.between(fold.inside - 1, fold.stop - 1))
    if margin and not margin.strip():       # in an item of a list
        lines = [(words.removeprefix(margin), number) for words, number in lines]
    return [*before, *lines]


def _said(lines: list[Numbered]) -> list[Numbered]:
    """The lines of a fold. Before a blank line Markdown is not read, and `>> So` is how captions say that another
    speaks: behind one it would be a quotation."""
    glued = next((at for at, (line, _) in enumerate(lines) if at and not line.strip()), len(lines))
    return [(f'\\{line}' if at < glued and line.startswith('>') else line, number)
            for at, (line, number) in enumerate(lines)]
