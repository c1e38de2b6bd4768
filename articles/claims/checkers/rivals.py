"""Superlatives of times and families: December was the busiest month, the PNP had the most."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from articles.claims.context import Context
from articles.claims.extremes import BUSY, SIZE, Called
from articles.claims.mention import Days, Mention
from articles.claims.readings import Families, draws_in, known_by
from articles.claims.sentence import Sentence
from articles.claims.times import mentions
from articles.claims.timewords import BEGIN, last_of
from draws.records import RoundRecord

_OF_DRAW = re.compile(r" (?:[\w-]+ )?(?:draw|round|ronde|tirage)\b")
# Of the year, the year's: the time within which a draw is compared.
_WITHIN = re.compile(
    r"\b(?:(?:of|in) (?:the|that|this|all) (?:year|month|week|quarter)|(?:de l'|de cette |l')année"
    r"|du mois|de la semaine|du trimestre|(?:year|month|week|quarter)'s)"
)
SIZES = ("month", "quarter", "week", "year")
_SINCE = re.compile(r"\b(?:since|depuis)\b")
_UNIT = re.compile(
    r"\b(?P<unit>months?|mois|years?|années?|quarters?|trimestres?|weeks?"
    r"|semaines?)\b"
)
_OF_DRAWS = re.compile(
    r"\b(?:draws?|rounds?|rondes?|tirages?|actifs?|actives?|active|busiest"
    r"|quietest|tranquille)\b"
)


# The PNP has had the most rounds, the CEC leads by volume, c'est le français qui domine.
_MOST = re.compile(
    r"\b(?:(?P<way>most|fewest) (?P<what>draws|rounds|invitations|itas)|leads? (?:by"
    r"|in) (?P<by>volume|invitations"
    r"|rounds|draws|number of (?:draws|rounds|invitations))|(?:le plus|le moins) (?:de "
    r"|d')(?P<de>rondes|tirages"
    r"|invitations))\b"
)


def of_families(sentence: Sentence, context: Context) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether it is right) of what calls a family the first of all."""
    for match in _MOST.finditer(sentence.low, sentence.start, sentence.end):
        before = [t for t in sentence.tokens if t.sign == "FAM" and t.start < match.start()]
        if not before:
            continue
        what = match["what"] or match["by"] or match["de"] or ""
        count = "round" in what or "draw" in what or "rond" in what or "tirage" in what
        least = match["way"] == "fewest" or "moins" in match[0]
        found = [m for m in mentions(sentence, context) if not m.vague] or [*context.told]
        days = [d for m in found for d in m.days] or [_year(context)]
        days.append(_year(context))
        right = any(
            _leads(before[-1].name, stretch, context, count=count, least=least) for stretch in days
        )
        yield match.start(), match.end(), right


def _year(context: Context) -> Days:
    base = context.horizon.date if context.horizon else context.as_of.date()
    return base.replace(month=1, day=1), context.as_of.date()


def _leads(family: str, days: Days, context: Context, *, count: bool, least: bool) -> bool:
    draws = draws_in(context.known, days)
    measured = {
        name: _measure([d for d in draws if d.family == name], count=count)
        for name in {d.family for d in draws}
    }
    if family not in measured:
        return False
    best = min(measured.values()) if least else max(measured.values())
    return measured[family] == best


def is_of_time(sentence: Sentence, each: Called, context: Context) -> bool:
    """Whether it is a time that is called so, not a draw."""
    if _OF_DRAW.match(sentence.low, each.end, sentence.end):
        return False
    if each.kind == BUSY:
        return True
    return each.kind == SIZE and _unit(sentence, each) is not None


def _unit(sentence: Sentence, each: Called) -> str | None:
    near = sentence.low[max(each.start - 14, sentence.start) : min(each.end + 14, sentence.end)]
    unit = _UNIT.search(_WITHIN.sub("", near))
    return unit["unit"] if unit else None


def judge(sentence: Sentence, each: Called, context: Context) -> bool | None:
    """Whether a time is rightly called so; None where it is not known which."""
    tried = [m for m in mentions(sentence, context) if not m.vague]
    since = _SINCE.search(sentence.low, each.end, min(each.end + 30, sentence.end))
    if since and not any(m.ever and m.start <= since.start() < m.end for m in tried):
        return None
    unit = _unit(sentence, each)
    size = _size(unit) if unit else _size_of(tried)
    subjects = _subjects(tried, size, each, context)
    if not subjects:
        return None
    named = {t.name for t in sentence.tokens if t.sign == "FAM"}
    families: list[Families] = [frozenset(named), None] if named else [None]
    counts = _counts(sentence, each)
    return any(
        _holds(days, container, size, known, some, each, counts)
        for days in subjects
        for known in known_by(context)
        for some in families
        for container in _containers(tried, subjects, size, context)
    )


def _subjects(found: Sequence[Mention], size: str, each: Called, context: Context) -> list[Days]:
    """The times that may be called so: the nearest here, else those told before."""
    ordered = sorted(found, key=lambda m: min(abs(m.start - each.end), abs(each.start - m.end)))
    fitting = [m for m in ordered if any(_fits(days, size) for days in m.days)][:1]
    return [days for m in fitting or context.told for days in m.days if _fits(days, size)]


def _counts(sentence: Sentence, each: Called) -> tuple[bool, ...]:
    """Whether draws are counted (active, busy) or invitations added up (generous)."""
    if each.kind == SIZE:
        return (False,)
    draws, invited = "DRAW" in sentence.present, "INV" in sentence.present
    if draws and not invited:
        return (True,)
    return (False, True) if invited and not draws else (True, False)


def _size_of(found: Sequence[Mention]) -> str:
    """A month where months are named, a year where years are."""
    days = [days for mention in found for days in mention.days]
    return next((size for size in SIZES if any(_fits(each, size) for each in days)), "month")


def _size(unit: str) -> str:
    for size, words in (("year", ("year", "anné")), ("quarter", ("quarter", "trimestre"))):
        if unit.startswith(words):
            return size
    return "week" if unit.startswith(("week", "semaine")) else "month"


def _fits(days: Days, size: str) -> bool:
    length = (days[1] - days[0]).days
    return {
        "week": length < 8,
        "month": 26 < length < 32,
        "quarter": 85 < length < 95,
        "year": length > 200 and days[0].day == days[0].month == 1,
    }[size]


def _containers(
    found: Sequence[Mention], subjects: Sequence[Days], size: str, context: Context
) -> Iterator[Days]:
    """What a time may be compared within: its year, all years, a time that is named."""
    today = context.as_of.date()
    for mention in found:
        for days in mention.days:
            if not _fits(days, size) and not mention.ever:
                yield days
    if size == "year" or any(mention.ever for mention in found):
        yield BEGIN, today
        return
    for first, _last in subjects[:3]:
        yield dt.date(first.year, 1, 1), dt.date(first.year, 12, 31)


def _holds(
    days: Days,
    container: Days,
    size: str,
    known: Sequence[RoundRecord],
    families: Families,
    each: Called,
    counts: tuple[bool, ...],
) -> bool:
    others = [other for other in _units(container, size, known) if other[0] != days[0]]
    sign = 1 if each.least else -1
    for count in counts:
        mine = sign * _measure(draws_in(known, days, families), count=count)
        values = [sign * _measure(draws_in(known, o, families), count=count) for o in others]
        best = len({value for value in values if value < mine}) + 1
        if others and best <= each.rank <= sum(value <= mine for value in values) + 1:
            return True
    return False


def _units(container: Days, size: str, known: Sequence[RoundRecord]) -> Iterator[Days]:
    """The months, quarters, weeks or years of a longer time that have passed."""
    first = container[0]
    last = min(container[1], known[-1].date) if known else container[1]
    if size == "week":
        start = first - dt.timedelta(days=first.weekday())
        while start <= last:
            yield start, start + dt.timedelta(days=6)
            start += dt.timedelta(days=7)
        return
    step = {"month": 1, "quarter": 3, "year": 12}[size]
    for year in range(first.year, last.year + 1):
        for month in range(1, 13, step):
            begin = dt.date(year, month, 1)
            if first <= begin <= last:
                yield begin, last_of(year, month + step - 1)


def _measure(draws: Sequence[RoundRecord], *, count: bool) -> int:
    return len(draws) if count else sum(draw.invitations for draw in draws)
