"""Where Chinese words begin and end: 阿里 is none in 阿里山, 利率 none in 毛利率."""
from __future__ import annotations

from ..patterns import HAN, lazy

_RUN = lazy(f'[{HAN}]+')


def word_edges(text: str) -> set[int]:
    """The offsets of the edges, by the dictionary and its guesses at names; only those inside and around Han."""
    import rjieba
    edges = set[int]()
    for run in _RUN.finditer(text):
        at = run.start()
        edges.add(at)
        for word in rjieba.cut(run[0]):
            at += len(word)
            edges.add(at)
    return edges
