"""The pool: how many candidates in a band or in all, as on a date."""

import datetime as dt
import re
from collections.abc import Iterator

from articles.claims import wording
from articles.claims.approximate import agrees
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.poolbounds import is_bound_of_score, is_lowest, limit_of
from articles.claims.poolchanges import change_of
from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.tokens import Token
from draws.records import BANDS, PoolRecord

# No band ever held so many.
MOST_IN_BAND = 120_000
TOTAL = re.compile(r"\b(?:total|all|ensemble|tous|toutes)\b")


def check(sentence: Sentence, roles: dict[int, Role], context: Context) -> Iterator[Claim]:
    """The figures of the pool that a sentence states."""
    if sentence.present & {"PROV"} or not _speaks_of_pool(sentence, context):
        return
    for token in sentence.tokens:
        if token.sign == "N" and _is_count(sentence, token, roles):
            yield from _judge(sentence, token, context)


def of_cell(
    row: Sentence, token: Token, band: Token | None, day: dt.date | None, context: Context
) -> Iterator[Claim]:
    """A count in a table: of the band of its row, and of the day above its column."""
    known = context.record.counts
    if band is None:
        is_total = TOTAL.search(row.low, row.start, row.end) and token.number > 50_000
        fields: tuple[str, ...] = ("total",) if is_total else ()
    else:
        fields = tuple(b.field for b in BANDS if (b.low, b.high) == band.value)
    of_head = [day] if day is not None and day in known else []
    days = of_head or [d for d, _pool in _counts(row, token, context)]
    values = [(d, v) for d in days if (v := _sum(known[d], fields)) is not None]
    if not fields or not values:
        return
    right = any(value == token.number for _day, value in values)
    told = next(((d, v) for d, v in values if v == token.number), values[0])
    yield claim(
        row,
        token,
        Kind.POOL,
        True if token.address else right,
        expected=wording.number(told[1], context.language),
        source="/draws/pool/",
        figure=_address(told[0], fields),
    )


def _speaks_of_pool(sentence: Sentence, context: Context) -> bool:
    if sentence.present & {"POOL", "BAND"}:
        return True
    return context.about_pool and bool(sentence.present & {"PPL", "CRS", "COUNTED"})


def _is_count(sentence: Sentence, token: Token, roles: dict[int, Role]) -> bool:
    """Whether a number counts candidates rather than scores, invitations or draws."""
    if token.pos in sentence.moot or token.pos in sentence.judged:
        return False
    if token.address:
        return token.address.startswith("pool/")
    if is_bound_of_score(sentence, token):
        return False
    role = roles.get(token.pos)
    if role is not None and role.what in ("crs", "points", "span", "draws", "more"):
        return False
    clause = {sentence.tokens[at].sign for at in sentence.clause_of(token.pos)}
    if role is not None and role.what == "invitations":
        return False
    if "ISS" in clause and not clause & {"BAND", "POOL"}:
        return False
    return role is not None or token.number > 1200 or bool(sentence.present & {"COUNTED", "BAND"})


def _judge(sentence: Sentence, token: Token, context: Context) -> Iterator[Claim]:
    fields = _fields(sentence, token)
    change = change_of(sentence, token)
    if not fields and change is None:
        return
    counts = list(_counts(sentence, token, context))
    values = [(day, value) for day, pool in counts if (value := _sum(pool, fields)) is not None]
    verdicts = [
        agrees(sentence.low, token.start, token.number, value, context.language)
        for _day, value in values
    ]
    right: bool | None = True in verdicts
    if not right:
        right = _elsewhere(sentence, token, fields, counts, change, context)
    if right is False and (
        (not values and change is None) or None in verdicts or not _is_plain(sentence, token)
    ):
        right = None
    if token.address and right is False and not _dates(sentence, context):
        right = True
    yield from _off_date(sentence, values, verdicts, context)
    day = values[verdicts.index(True)][0] if True in verdicts else values[0][0] if values else None
    value = dict(values).get(day) if day else None
    is_count = change is None and value is not None
    yield claim(
        sentence,
        token,
        Kind.POOL,
        right,
        expected=wording.number(value, context.language) if is_count and value else "",
        source="/draws/pool/",
        figure=_address(day, fields) if day and is_count else "",
    )


def _elsewhere(
    sentence: Sentence,
    token: Token,
    fields: tuple[str, ...],
    counts: list[tuple[dt.date, PoolRecord]],
    change: int | None,
    context: Context,
) -> bool:
    """Whether it is the count of another band or day that is spoken of, or a change."""
    known = context.record.counts
    bands = {tuple(_fields_of_band(t)) for t in sentence.tokens if t.sign == "BAND"}
    limit = limit_of(sentence)
    above = _above(limit) if limit is not None else ()
    every = [*dict.fromkeys((fields, *bands, above, ("total",)))]
    days = [day for day, _pool in counts]
    named = [day for day in _dates(sentence, context) if day in known]
    if change is None:
        wide = [*days, *(() if named else _told(context))]
        pairs = [(day, some) for day in wide for some in every if some]
        return any(_sum(known[day], some) == token.number for day, some in pairs)
    lately = [day for day in known if day <= context.as_of.date()][-14:]
    days = [*dict.fromkeys([*days, *_told(context), *lately])]
    for some in filter(None, every):
        of_days = [(day, value) for day in days if (value := _sum(known[day], some)) is not None]
        for later, new in of_days:
            for earlier, old in of_days:
                real = new - old
                if earlier < later and real * (change or (1 if real > 0 else -1)) >= 0:
                    written = token.number
                    if agrees(sentence.low, token.start, written, abs(real), context.language):
                        return True
    return False


def _fields_of_band(token: Token) -> Iterator[str]:
    return (band.field for band in BANDS if (band.low, band.high) == token.value)


def _told(context: Context) -> list[dt.date]:
    """The days that the article names anywhere, and on which the pool was counted."""
    return sorted((day for day in context.told_days if day in context.record.counts), reverse=True)


def _off_date(
    sentence: Sentence,
    values: list[tuple[dt.date, int]],
    verdicts: list[bool | None],
    context: Context,
) -> Iterator[Claim]:
    """A count that is right, under a day on which nothing was counted."""
    tokens = [t for t in sentence.tokens if t.sign == "DATE" and not t.address]
    if True not in verdicts or len(tokens) != 1 or tokens[0].pos in sentence.judged:
        return
    token, real = tokens[0], values[verdicts.index(True)][0]
    before = sentence.signs[max(token.pos - 2, 0) : token.pos]
    if not set(before) & {"AS", "DATE-WORD", "ON"} or sentence.present & {"DR", "DRAW"}:
        return
    if any(day in context.record.counts for day in _days(token, context)):
        return
    yield claim(
        sentence,
        token,
        Kind.POOL,
        False,
        expected=wording.day(real, context.language),
        source="/draws/pool/",
    )


def _is_plain(sentence: Sentence, token: Token) -> bool:
    """Whether it states a count or a change, and not a share of several things."""
    return not sentence.present & {"OTHER", "EACH"}


def _fields(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """The bands that are meant, added up; the total without one; nothing if unclear."""
    if token.number > MOST_IN_BAND:
        return ("total",)
    bands = [other for other in sentence.tokens if other.sign == "BAND"]
    if bands:
        clause = sentence.clause_of(token.pos)
        own = [band for band in bands if band.pos in clause]
        counts = [at for at in clause if sentence.tokens[at].sign == "N"]
        chosen = own[0] if len(own) == 1 and len(counts) == 1 else _nearest(sentence, token, bands)
        span = chosen.value
        return tuple(b.field for b in BANDS if (b.low, b.high) == span)
    above = limit_of(sentence)
    if above is not None:
        return _above(above)
    if is_lowest(sentence):
        return ("b0_300",)
    return ("total",) if token.number > 50_000 else ()


def _nearest(sentence: Sentence, token: Token, bands: list[Token]) -> Token:
    """The band of a count: "13,504 from 491 to 500", or "501 to 600: 16,559"."""
    counts = [t for t in sentence.tokens if t.sign == "N"]
    first_is_band = bands[0].pos < min((c.pos for c in counts), default=0)
    if first_is_band:
        before = [band for band in bands if band.pos < token.pos]
        return before[-1] if before else bands[0]
    after = [band for band in bands if band.pos > token.pos]
    return after[0] if after else bands[-1]


def _above(limit: int) -> tuple[str, ...]:
    """The wide bands from a score up, where one begins there: above 600, 501 or more."""
    wide = [band for band in BANDS if band.part_of is None]
    if limit not in {band.low for band in wide} | {600, 500, 450, 400}:
        return ()
    return tuple(band.field for band in wide if band.low >= limit)


def _sum(pool: PoolRecord, fields: tuple[str, ...]) -> int | None:
    values: list[int | None] = [getattr(pool, field) for field in fields]
    return None if None in values else sum(value for value in values if value is not None)


def _dates(sentence: Sentence, context: Context) -> list[dt.date]:
    """The days that a sentence names."""
    tokens = [token for token in sentence.tokens if token.sign == "DATE"]
    return [day for token in tokens for day in _days(token, context)]


def _days(token: Token, context: Context) -> list[dt.date]:
    """The day that is written; without a year, the likeliest first, then any that has a count."""
    day = context.whole(token.day)
    found = [day] if day else []
    if not token.day.year:
        found += [each for each in reversed(context.record.counts) if token.day.fits(each)]
    return found


def _counts(
    sentence: Sentence, token: Token, context: Context
) -> Iterator[tuple[dt.date, PoolRecord]]:
    """The counts that may be meant, the likeliest first; only that of a day named here."""
    named = [day for day in _dates(sentence, context) if day in context.record.counts]
    numbers = [t.name for t in sentence.tokens if t.sign == "DR"]
    if named:
        near = _by_distance(sentence, token, context)
        days = [day for day in near if day in named]
    else:
        days = [*reversed(context.days), *((context.pool_day and [context.pool_day]) or [])]
        drawn = [context.record.by_number.get(number) for number in numbers]
        for draw in (*drawn, context.current, context.heading, context.main):
            if draw is not None and draw.pool_as_of:
                days.append(draw.pool_as_of)
        days += _told(context)
        if not days and context.known:
            days += [d.pool_as_of for d in context.known[-4:][::-1] if d.pool_as_of]
    for day in dict.fromkeys(days):
        pool = context.record.counts.get(day)
        if pool is not None:
            yield day, pool


def _by_distance(sentence: Sentence, token: Token, context: Context) -> list[dt.date]:
    tokens = [t for t in sentence.tokens if t.sign == "DATE"]
    tokens.sort(key=lambda t: abs(t.pos - token.pos))
    return [day for t in tokens for day in _days(t, context)]


def _address(day: dt.date, fields: tuple[str, ...]) -> str:
    if len(fields) != 1:
        return ""
    if fields[0] == "total":
        return f"pool/{day.isoformat()}/total"
    band = next(band for band in BANDS if band.field == fields[0])
    return f"pool/{day.isoformat()}/{band.low}-{band.high}"
