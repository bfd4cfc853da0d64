"""What every layout is given, and what it gives."""
from __future__ import annotations

from typing import NamedTuple

from ...formats.page import Line
from ...settings import Settings
from ...site.profile import Profile


class Style(NamedTuple):
    """How pages are written. ``slug``: the name of the talk's files, for links between them; ``hugo``: two files are
    slug.zh.md and slug.en.md in one folder, not zh/slug.md and en/slug.md."""

    settings: Settings
    profile: Profile
    slug: str = ''
    hugo: bool = False


class Page(NamedTuple):
    """``name``: the language of a page that is one of two, `zh` or `en`; empty for the only one."""

    name: str
    lines: list[Line]
