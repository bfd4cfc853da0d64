"""Run one stage over one text, for the tables of what it changes and what it leaves alone."""
from __future__ import annotations

from qinggao.pipeline import run
from qinggao.rulebook.shipped import shipped
from qinggao.settings import Settings
from qinggao.transcript import Transcript


def cleaned(text: str, *stages: str, **settings: object) -> str:
    """The text after these stages alone; what it was cleaned to must then ask for nothing."""
    chosen = Settings.of(only=stages, **settings)
    once = run(Transcript.plain(text), chosen, shipped())
    again = run(Transcript.plain(once.text), chosen, shipped())
    assert again.text == once.text, 'cleaning the cleaned text changed it again'
    return once.text
