"""Fields that the talk itself can say: whom it names, its tags, with `--propose` a title and a summary."""
from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..layout.joining import has_han
from ..rulebook.lexicon import entities
from . import proposal
from .mentions import fields as named
from .mentions import mentions
from .profile import Profile
from .tags import shipped_tags, tags_of

_TAGS = 5       # where the profile does not say how many
_PROPOSED = ('title', 'summary')


def filled(meta: Mapping[str, object], texts: Sequence[str], profile: Profile, propose: bool = False,
           ) -> dict[str, object]:
    """The meta of a page with the fields that texts of the talk, in one language or two, can say: in the language of
    the first of them.

    What a person has said stays: a field that is not empty, and, on a page that came with front matter, an empty one
    too. A title and a summary are only proposed, and named in the field `proposed` until a person takes them out of
    it: then they are his.
    """
    head = meta.get('front_matter') is not None
    said = _said(meta)
    new: dict[str, object] = {} if head or meta.get('format') == 'md' else _found(texts, profile)
    if propose:
        new.update(_proposals(said, texts[0], profile))
    new = {key: value for key, value in new.items() if key in profile.fields
           and (not said.get(key) or key in (*_proposed(said), proposal.FIELD))}
    if not new:
        return dict(meta)
    where = 'set' if head else 'fields'
    before = meta.get(where)
    return {**meta, where: {**(before if isinstance(before, dict) else {}), **new}}


def _said(meta: Mapping[str, object]) -> dict[str, object]:
    """What is known of the page by its head, its sidecar and the command."""
    parts = [meta.get(key) for key in ('fields', 'set')]
    return {key: value for part in parts if isinstance(part, dict) for key, value in part.items()}


def _found(texts: Sequence[str], profile: Profile) -> dict[str, object]:
    rule = profile.fields.get('tags')
    tags = tags_of(texts, shipped_tags(), rule.most if rule and rule.most else _TAGS)
    return {**({'tags': tags} if tags else {}), **named(mentions(texts, entities(), english=not has_han(texts[0])))}


def _proposals(said: Mapping[str, object], text: str, profile: Profile) -> dict[str, object]:
    """A title and a summary where there is none, and where the one that is there is a proposal itself."""
    rule = profile.fields.get('summary')
    found = proposal.proposal(text, rule.least if rule else 0, rule.most if rule else 0)
    open_ones = [key for key in _PROPOSED if key in profile.fields and (not said.get(key) or key in _proposed(said))]
    new: dict[str, object] = {key: value for key, value in found._asdict().items() if value and key in open_ones}
    if new:
        new[proposal.FIELD] = list(new)
    return new


def _proposed(said: Mapping[str, object]) -> tuple[str, ...]:
    names = said.get(proposal.FIELD)
    return tuple(map(str, names)) if isinstance(names, (list, tuple)) else ()
