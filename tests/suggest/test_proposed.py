"""From swaps to rules."""
from __future__ import annotations

from qinggao.rulebook import Rulebook
from qinggao.suggest.aligned import aligned
from qinggao.suggest.proposed import proposed
from qinggao.suggest.swap import Swap

from .talks import FRAME

ONE, OTHER = Swap('克里门托', '克里蒙托'), Swap('可力梦陀', '克力梦托')    # both right forms are read ke li meng tuo

# The names stand among other words each time: what always stands beside one is a part of it.
HEARD = [('去年{}下了一个月的雨', '后来{}写信来要搬家'), ('我想去{}看一看', '小时候{}画过一座桥'),
         ('他在{}港口修船', '大家都说{}的鱼汤很好')]
TALKS = [tuple('\n'.join((*FRAME[:3], one.format(names[0]), other.format(names[1]), *FRAME[3:])) for names in zip(ONE, OTHER))
         for one, other in HEARD]


def test_what_is_proposed_does_not_depend_on_the_order_of_the_swaps() -> None:
    talks, book = [aligned(*told) for told in TALKS], Rulebook([])
    rules = proposed([[ONE, OTHER]] * 3, talks, book).rules
    assert {rule.right for rule in rules} == {ONE.right, OTHER.right}
    assert proposed([[OTHER, ONE]] * 3, talks, book).rules == rules
