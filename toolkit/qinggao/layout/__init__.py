"""How a text stands on a page: sentences, paragraphs, subtitle lines. Offsets only, never edits."""
from __future__ import annotations

from .joining import joined
from .paragraphs import Paragraph, paragraphs
from .sentences import sentences
from .subtitles import Subtitle, SubtitleLine, subtitles

__all__ = ['Paragraph', 'Subtitle', 'SubtitleLine', 'joined', 'paragraphs', 'sentences', 'subtitles']
