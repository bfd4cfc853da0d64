"""What is likely and no more: 他 for a company, 做为 for 作为. Reported only: speech does not tell who is meant."""
from __future__ import annotations

from ...patterns import lazy
from .pattern import Pattern

_OWNED = '股价|市值|市盈率|市占率|估值|营收|毛利|净利润|财报|护城河|股息率|派息'

PATTERNS = (
    Pattern('ta-company', '他', '它', lazy(f'他(?<!其他)(?=的(?:{_OWNED}))'),
            'what only a company or a share has', sure=False),
    Pattern('zuo-as', '做', '作', lazy('做(?<![当叫看变]做)(?=为一[个名位家种])'),
            '作为 before what somebody is', sure=False),
)
