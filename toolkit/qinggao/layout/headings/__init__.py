"""Headings where the topic turns, proposed: where by the words in common, each title by words that were said there.

`proposed.headings` makes them. Only what one is stands here: every writer's lines may have one, and few do.
"""
from __future__ import annotations

from .heading import Heading

__all__ = ['Heading']
