"""Ranks of a province's draws: its largest of the year, the eighth of a stream, 14 more than in
August.

What is said is right if it holds of the province as a whole, or of any stream, program or target.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.claims import wording
from articles.claims.checkers.places import OTHER_THINGS
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.extremes import BUSY, Called, called
from articles.claims.mention import Days
from articles.claims.provincial import Event, events_of
from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.times import mentions
from articles.claims.timewords import BEGIN
from articles.claims.tokens import Token
from pnp.records import Counted, RowRecord

PARTS = ("stream", "program", "target")
UPWARD = frozenset({"MORE", "UP", "PLUS", "HIGH"})
DOWNWARD = frozenset({"FEWER", "DOWN", "MOINS", "LOW"})
COMPARING = frozenset({"THAN", "COMPARED", "FROM", "SINCE"})
# Among fewer, everything is a first or a last.
FEWEST = 3
# Places that are further off than this count something else.
FAR = 4


# The days of a year back; a smaller number is no count that tells which draw is meant.
MEMORY, LEAST = 400, 10
# A day and what was done on it.
Pair = tuple[dt.date, int]


@dataclass(frozen=True, slots=True)
class Series:
    """One measure over time: what a province, a stream, a program did on each of its days."""

    values: tuple[Pair, ...]
    name: str = ""  # the slug of a stream

    def within(self, days: Days) -> list[Pair]:
        return [pair for pair in self.values if days[0] <= pair[0] <= days[1]]


def check(sentence: Sentence, roles: dict[int, Role], context: Context) -> Iterator[Claim]:
    """The ranks and differences that a sentence about a province states."""
    code = context.province or context.home
    several = len({t.name for t in sentence.tokens if t.sign == "PROV"}) > 1
    if not code or several or sentence.is_question or sentence.supposed:
        return
    events = events_of(context.record, code, context.as_of.date())
    if len(events) < FEWEST:
        return
    for each in called(sentence, context.language):
        yield from _superlative(sentence, each, events, context)
    for token in sentence.tokens:
        if token.pos in sentence.moot or token.pos in sentence.judged:
            continue
        if token.sign == "ORD" and _counts(sentence, token):
            yield from _place(sentence, token, events, context)
        elif token.sign in ("N", "NW") and _is_difference(roles.get(token.pos)):
            yield from _difference(sentence, token, events, context)


def _superlative(
    sentence: Sentence, each: Called, events: Sequence[Event], context: Context
) -> Iterator[Claim]:
    words = [t for t in sentence.tokens if each.start < t.end and t.start < each.end]
    if not words or each.so or words[0].pos in sentence.moot:
        return
    times, said = _times(sentence, context)
    right, opposed = False, False
    every = _told_of(sentence, _series(events, sums=each.kind == BUSY))
    clause = [sentence.tokens[at] for at in sentence.clause_of(words[0].pos)]
    alone = len(called(sentence, context.language)) == 1
    for series, holder in _holders(sentence.tokens if alone else clause, sentence, every, context):
        for days in times:
            values = [value for day, value in series.within(days) if day != holder[0]]
            if not days[0] <= holder[0] <= days[1] or len(values) + 1 < FEWEST:
                continue
            right = right or _ranks(holder[1], values, each.rank, least=each.least)
            opposed = opposed or any(
                _ranks(holder[1], values, 1, least=least) for least in (True, False)
            )
    if right or (opposed and said):
        yield claim(sentence, [words[0], words[-1]], Kind.SUPERLATIVE, right, source="/pnp/")


def _ranks(mine: int, others: Sequence[int], rank: int, *, least: bool) -> bool:
    sign = 1 if least else -1
    better = len({value for value in others if sign * value < sign * mine})
    level = sum(sign * value <= sign * mine for value in others)
    return better + 1 <= rank <= level + 1


def _counts(sentence: Sentence, token: Token) -> bool:
    """Whether an ordinal counts draws: the eighth Innovate draw, la septième de 2026."""
    if OTHER_THINGS.match(sentence.low, token.end, sentence.end):
        return False
    after = sentence.signs[token.pos + 1 : token.pos + 5]
    return "DRAW" in after or (after[:1] in (["OF"], ["IN"]) and bool({"YEAR", "MON"} & set(after)))


def _place(
    sentence: Sentence, token: Token, events: Sequence[Event], context: Context
) -> Iterator[Claim]:
    times, said = _times(sentence, context)
    every = _told_of(sentence, _series(events, sums=False))
    places = [
        sum(days[0] <= day <= holder[0] for day, _value in series.values)
        for series, holder in _holders(sentence.tokens, sentence, every, context)
        for days in times
        if days[0] <= holder[0] <= days[1]
    ]
    right = token.number in places
    near = [place for place in places if abs(place - token.number) < FAR]
    if right or (said and near):
        expected = "" if right else wording.ordinal(near[0], context.language)
        kind = Kind.FIRST if token.number == 1 else Kind.COUNT
        yield claim(sentence, token, kind, right, expected=expected, source="/pnp/")


def _is_difference(role: Role | None) -> bool:
    return role is not None and role.what in ("more", "points")


def _difference(
    sentence: Sentence, token: Token, events: Sequence[Event], context: Context
) -> Iterator[Claim]:
    """14 more than in August: of any two days, one of which is named after "than"."""
    after = sentence.tokens[token.pos + 1 : token.pos + 9]
    signs = {t.sign for t in after} | set(sentence.signs[max(token.pos - 2, 0) : token.pos])
    ways = [1] * bool(signs & UPWARD) + [-1] * bool(signs & DOWNWARD)
    named = [d for m in mentions(sentence, context) if m.start > token.end for d in m.days]
    named += [(d, d) for t in after if t.sign == "DATE" and (d := context.whole(t.day))]
    named = [days for days in named if (days[1] - days[0]).days < 32]
    compared = signs & COMPARING or any(t.name in ("qu", "que") for t in after)
    if len(ways) != 1 or not named or not compared:
        return
    today = context.as_of.date()
    found = [
        new - old
        for series in _series(events, sums=False)
        for day, new in series.values
        if (today - day).days < 100
        for before, old in series.values
        if before < day and any(first <= before <= last for first, last in named)
    ]
    right = ways[0] * token.number in found
    if found:
        yield claim(sentence, token, Kind.CHANGE, right, source="/pnp/")


def _times(sentence: Sentence, context: Context) -> tuple[list[Days], bool]:
    """The times to compare over, and whether the sentence says which."""
    today = context.as_of.date()
    found = [d for m in mentions(sentence, context) if not m.vague for d in m.days]
    year = (today.replace(month=1, day=1), today)
    before = today.replace(year=today.year - 1, month=1, day=1), today.replace(month=1, day=1)
    long = [days for days in found if (days[1] - days[0]).days > 25]
    return long or [*found, year, before, (BEGIN, today)], bool(long)


def _told_of(sentence: Sentence, every: list[Series]) -> list[Series]:
    """Those of the stream that a sentence names: the eighth Innovate draw."""
    words = {t.name for t in sentence.tokens if t.sign == "w"}
    own = [each for each in every if each.name and set(each.name.split("-")[1:]) <= words]
    return own or every


_CARRIED = re.compile(r"(?:it|this|that|it's|that's|c'est|c'était|il s'agit|ce fut)\b")


def _is_carried(sentence: Sentence) -> bool:
    """Whether what it says is said of the draw that was spoken of before, or that is news."""
    if sentence.part.where in ("headline", "standfirst"):
        return True
    return _CARRIED.match(sentence.low, sentence.start, sentence.end) is not None


def _holders(
    tokens: Sequence[Token], sentence: Sentence, every: Iterable[Series], context: Context
) -> list[tuple[Series, Pair]]:
    """What may be meant: by its number, else by its day, else the newest of each series."""
    today = context.as_of.date()
    numbers = {t.number for t in tokens if t.sign in ("N", "NW") and t.number >= LEAST}
    days = {context.whole(t.day) for t in tokens if t.sign == "DATE"}
    begin, end = tokens[0].start, tokens[-1].end
    inside = [m for m in mentions(sentence, context) if begin <= m.start < end]
    short = [d for m in inside for d in m.days if (d[1] - d[0]).days < 32]
    pairs = [(series, pair) for series in every for pair in series.values]
    fresh = [both for both in pairs if (today - both[1][0]).days < MEMORY]
    for found in (
        [both for both in fresh if both[1][1] in numbers and both[1][0] in days],
        [both for both in fresh if both[1][1] in numbers],
        [both for both in pairs if both[1][0] in days],
        [both for both in pairs if any(a <= both[1][0] <= b for a, b in short)],
    ):
        if found:
            return found
    if len(tokens) < len(sentence.tokens) or not _is_carried(sentence):
        return []
    spoken = [both for both in pairs if both[1][0] == context.province_day]
    if spoken:
        return spoken
    return [
        both for both in fresh if both[1] == both[0].values[-1] and (today - both[1][0]).days < 45
    ]


def _series(events: Sequence[Event], *, sums: bool) -> list[Series]:
    """What may be compared; `sums`: of months. Counts that are not exact are left out."""
    found: defaultdict[tuple[str, str], dict[dt.date, int]] = defaultdict(dict)
    for event in events:
        if event.is_exact:
            found["", ""][event.day] = event.total
        for part in PARTS:
            for row in event.rows:
                _add(found, part, row)
    series = [
        Series(tuple(values.items()), name if part.startswith("stream") else "")
        for (part, name), values in found.items()
    ]
    if sums:
        series += [_of_months(each) for each in series]
    return series


def _add(
    found: defaultdict[tuple[str, str], dict[dt.date, int]], part: str, row: RowRecord
) -> None:
    counts, scores = found[part, getattr(row, part)], found[f"{part} score", getattr(row, part)]
    if row.count.kind is Counted.EXACT:
        counts[row.date] = counts.get(row.date, 0) + row.count.low
    if row.score.low is not None:
        scores[row.date] = min(scores.get(row.date, row.score.low), row.score.low)


def _of_months(series: Series) -> Series:
    months: defaultdict[dt.date, int] = defaultdict(int)
    for day, value in series.values:
        months[day.replace(day=1)] += value
    return Series(tuple(months.items()), series.name)
