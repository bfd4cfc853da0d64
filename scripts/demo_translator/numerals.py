"""Numbers as a talk says them, and their English: counts, years, percentages, sums of money."""
from __future__ import annotations

from collections.abc import Callable
from random import Random

Both = tuple[str, str]
ONES = '零一二三四五六七八九'


def small(draw: Random) -> Both:
    """Two digits mostly, one or three now and then; never 1, after which a noun is no plural."""
    number = draw.choice((draw.randint(2, 9), draw.randint(2, 9), draw.randint(10, 99), draw.randint(10, 99),
                          draw.randint(10, 99), draw.randint(100, 999)))
    return str(number), str(number)


def large(draw: Random) -> Both:
    """Three or four digits, of which the last are often 00; five now and then. English parts the thousands."""
    number = draw.randint(*draw.choice(((100, 999), (100, 999), (1000, 9999), (1000, 9999), (1000, 9999),
                                        (10000, 99999))))
    if draw.random() < .4:
        number -= number % 100
    return str(number) if draw.random() < .85 else f'{number:,}', f'{number:,}'


def year(draw: Random) -> Both:
    return (str(draw.randint(1960, 2039)),) * 2


def percent(draw: Random) -> Both:
    """`35%`, `3.5%`, `百分之三十五`: in digits either way."""
    number = draw.randint(1, 99)
    if draw.random() < .25:
        return f'百分之{spoken(number)}', f'{number}%'
    text = f'{number}%' if draw.random() < .7 else f'{draw.randint(0, 29)}.{draw.randint(1, 9)}%'
    return text, text


def money(draw: Random) -> Both:
    """Sums: 万 is ten thousand and 亿 a hundred million, so that English moves the point."""
    unit, english = draw.choice((('元', 'yuan'), ('元', 'yuan'), ('美元', 'dollars')))
    number = draw.randint(2, 99)
    tens, rest = draw.randint(1, 9), draw.randint(1, 9)
    chinese, amount = draw.choice((
        large(draw), large(draw), small(draw), (f'{number}万', f'{number}0,000'), (f'{number}万', f'{number}0,000'),
        (f'{tens}00万', f'{tens} million'), (f'{tens}{rest}00万', f'{tens}{rest} million'),
        (f'{tens}亿', f'{tens}00 million'), (f'{number}0亿', f'{number} billion')))
    return f'{chinese}{unit}', f'{amount} {english}'


def hour(draw: Random) -> Both:
    return (str(draw.randint(1, 11)),) * 2


def day(draw: Random) -> Both:
    number = draw.randint(1, 28)
    return f'{number}日', str(number)


def spoken(number: int) -> str:
    """A number below a hundred in words.

    >>> spoken(35), spoken(10), spoken(12), spoken(60)
    ('三十五', '十', '十二', '六十')
    """
    tens, ones = divmod(number, 10)
    head = '' if not tens else '十' if tens == 1 else f'{ONES[tens]}十'
    return head + (ONES[ones] if ones or not tens else '')


DRAWN: dict[str, Callable[[Random], Both]] = {
    'n': small, 'n4': large, 'year': year, 'percent': percent, 'money': money, 'hour': hour, 'day': day}
