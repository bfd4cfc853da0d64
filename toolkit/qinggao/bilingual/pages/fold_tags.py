"""The tags of folds in a stretch of Markdown, as the gate finds them: mistyped ones too, none inside code."""
from __future__ import annotations

from ...gate.page import Page
from ...gate.settings import Gate
from ...lints.bilingual.folds import Fold, Folds, folds, label_of
from ...patterns import lazy
from ...site.profile import Profile

_OPEN = '<details>\n<summary>English</summary>\n\n'
_OLDER = lazy(r'\s*<p\b[^<>\n]*english-text')


def page_of(body: str, profile: Profile | None = None) -> Page:
    """A page's body as the gate's lints see it; offsets are one more than the body's."""
    gate = Gate()
    if profile:
        gate.profile = profile
    return Page('page.md', '\n' + body, gate)   # so that no rule at its top is front matter


def tags(markdown: str) -> list[int]:
    """Where tags of folds begin, were the stretch in a fold: there the gate takes more for a tag."""
    if '<' not in markdown:
        return []
    found = folds(page_of(_OPEN + markdown)).tags
    return [at for tag in found if (at := tag.start - 1 - len(_OPEN)) >= 0]


def is_older_shape(markdown: str) -> bool:
    """Whether a fold that begins so would be taken for one of the older shape."""
    return _OLDER.match(markdown) is not None


def lent_tags(markdown: str, labels: frozenset[str]) -> list[int]:
    """Where the tags begin of the folds that are whole, in order, and under none of the labels."""
    if '<' not in markdown:
        return []
    page = page_of(markdown)
    found = folds(page)
    mixed_up = {fold.open.start for both in found.nested for fold in both}
    return [tag.start - 1 for fold in found.closed
            if is_whole(fold) and fold.open.start not in mixed_up and label_of(page, fold) not in labels
            for tag in (fold.open, fold.summary, fold.closer, fold.close) if tag]


def is_whole(fold: Fold) -> bool:
    """Whether a fold has all four tags, rightly typed."""
    return all(tag is not None and not tag.right for tag in (fold.open, fold.summary, fold.closer, fold.close))


def first_fault(found: Folds) -> tuple[int, str] | None:
    """Where the first fold is that is no fold, and what is wrong with it."""
    faults = [(tag.start - 1, f'mistyped tag: {tag.right} is meant') for tag in found.tags if tag.right]
    faults += [(tag.start - 1, '</details> closes nothing') for tag, _ in found.stray]
    faults += [(fold.open.start - 1, 'this fold is never closed') for fold in found.unclosed]
    faults += [(inner.open.start - 1, 'a fold inside a fold') for inner, _ in found.nested]
    return min(faults, default=None)
