"""The tables of the memory, and what is asked of them."""
from __future__ import annotations

MARK = 0x71674D31       # `qgM1`: our file, not that of another program that may be given by mistake
VERSION = 1
COLUMNS = 'source_language, target_language, source, target, origin, doubts, score, confirmed, context'
_FIELDS = ('source_language text not null, target_language text not null, key text not null, source text not null,'
           ' target text not null, origin text not null, doubts text not null, score real, confirmed integer not null,'
           ' context text not null')
_ONE = 'source_language, target_language, key, origin'     # what a unit is known by
# `number` grows with everything that is kept or changed: the largest is the newest.
TABLES = (
    f'create table units (number integer primary key, {_FIELDS}, unique ({_ONE}))',
    f'pragma application_id={MARK}',
    f'pragma user_version={VERSION}',
)

# Units on their way in lie in a table of this process alone, so that a slow file holds up no other.
INCOMING = f'create temp table if not exists incoming ({_FIELDS})'
TAKE = 'insert into incoming values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'
GIVEN = f'select (select count(*) from incoming), (select count(*) from (select distinct {_ONE} from incoming))'
MET = f'select count(*) from (select distinct {_ONE} from incoming) join units using ({_ONE})'
KEEP = f"""
insert into units ({_ONE}, source, target, doubts, score, confirmed, context)
select {_ONE}, source, target, doubts, score, confirmed, context from incoming
where rowid in (select max(rowid) from incoming group by {_ONE}) order by rowid
on conflict ({_ONE}) do update set number=(select max(number)+1 from units), source=excluded.source,
target=excluded.target, doubts=excluded.doubts, score=excluded.score, confirmed=excluded.confirmed,
context=excluded.context
where excluded.confirmed>=confirmed and (excluded.target<>target or excluded.doubts<>doubts
or excluded.score is not score or excluded.confirmed<>confirmed)
"""

_WAY = 'source_language=? and target_language=?'
EXACT = (f'select key, {COLUMNS} from units where {_WAY} and key in ({{}}) and (confirmed or origin=?)'
         ' order by confirmed, number')
KNOWN = f'select {COLUMNS} from units where {_WAY} and key=? order by number'
LAST = 'select coalesce(max(number), 0) from units'
# By number, not by the index of sentences: all but the last of them have been seen.
CONFIRMED = f'select key from units not indexed where number>? and number<=? and confirmed and {_WAY}'
WAYS = 'select distinct source_language, target_language from units order by source_language, target_language'

# That of all for a sentence which is reused: no other is a person's before it, or newer.
_SAME = """from units as other where other.source_language=one.source_language
and other.target_language=one.target_language and other.key=one.key"""
_REUSED = f"""not exists (select 1 {_SAME} and (other.confirmed>one.confirmed
or (other.confirmed=one.confirmed and other.number>one.number)))"""
COUNT = f"""
select source_language, target_language, count(distinct key), sum(confirmed), sum(not confirmed),
sum(doubts<>'' and {_REUSED}) from units as one group by source_language, target_language
order by source_language, target_language
"""


def units(one_way: bool, doubtful: bool, every: bool, by_context: bool) -> str:
    """What asks for units, in an order that does not depend on when they came, but for those of one sentence: they
    stay together, the newest last, so that who reads them in has the same one newest."""
    wanted = [*([_WAY] if one_way else []), *(["doubts<>''"] if doubtful else []), *([] if every else [_REUSED])]
    place = f'(select min(other.context) {_SAME}), ' if by_context else ''
    return (f'select {COLUMNS} from units as one where {" and ".join(wanted) or "true"}'
            f' order by source_language, target_language, {place}key, number')
