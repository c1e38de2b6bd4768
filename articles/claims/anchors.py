"""Words that name draws by a number or a time: draw 396, on 7 January, on Tuesday, a week later."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.claims.context import Context
from articles.claims.groups import is_no_day_of_draw
from articles.claims.lexicon import LEXICONS
from articles.claims.scopes import SPANS
from articles.claims.sentence import Sentence
from articles.claims.tokens import Token
from draws.records import RoundRecord

# How long before its moment an article may speak of a draw without saying when it was.
NEAR = dt.timedelta(days=45)
WEEK = dt.timedelta(days=7)
# Back from the day of a draw or of the article, in days, and how roughly it is meant.
ROUGHLY = {1.0: 1, 7.0: 4, 30.44: 20, 365.25: 50}
# What makes "two weeks" a time of its own: ago, earlier, il y a.
AWAY = frozenset(
    "ago earlier later before after last next following previous prior same y tôt tard avant après"
    " suivant suivante précédent précédente dernier dernière auparavant passé passée même".split()
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words that name draws by number or by time. `exact`: one day or one number.

    `draws` are empty where none was held then.
    """

    token: Token
    exact: bool
    draws: tuple[RoundRecord, ...]


def anchors_of(sentence: Sentence, context: Context) -> list[Anchor]:
    """What names draws in a sentence, in its order."""
    return [
        anchor
        for token in sentence.tokens
        for anchor in _anchor(token, sentence, context)
        if not (anchor.exact and token.sign == "DATE" and is_no_day_of_draw(token, sentence))
    ]


def _anchor(token: Token, sentence: Sentence, context: Context) -> Iterator[Anchor]:
    if token.sign == "DR":
        draw = context.record.by_number.get(token.name)
        yield Anchor(token, True, (draw,) if draw else ())
    elif token.sign == "DATE":
        if day := context.whole(token.day):
            yield Anchor(token, True, tuple(context.record.by_date.get(day, ())))
    else:
        draws = _roughly(token, sentence, context)
        if draws is not None:
            yield Anchor(token, False, tuple(draws))


def _roughly(token: Token, sentence: Sentence, context: Context) -> Iterable[RoundRecord] | None:
    """The draws of a time that is no whole day; None where it is no time."""
    words = LEXICONS[context.language]
    if token.sign in ("MON", "YEAR"):
        return _in_month(token, context)
    if token.sign == "CALENDAR":
        return list(_away(token, sentence, context)) or None
    if token.sign in ("ORD", "N"):
        alone = _is_day_alone(token, sentence)
        return _on_day(token, context) if alone else None
    if token.name in words.next_days:
        return _next_to(context)
    if token.name in words.days_ago:
        day = context.as_of.date() - dt.timedelta(days=words.days_ago[token.name])
        return between(day - dt.timedelta(days=1), day, context)
    return _on_weekday(token, context) if token.name in words.weekdays else None


def bases(context: Context) -> list[dt.date]:
    """The days that "two weeks earlier" or "on Tuesday" may be told from."""
    draws = [draw.date for draw in (context.current, context.main, context.heading) if draw]
    return list(dict.fromkeys([*draws, *context.days[-2:], context.as_of.date()]))


def between(first: dt.date, last: dt.date, context: Context) -> Sequence[RoundRecord]:
    """The known draws from one day to another."""
    known = context.known
    begin = bisect_left(known, first, key=lambda draw: draw.date)
    return known[begin : bisect_right(known, last, key=lambda draw: draw.date)]


def _in_month(token: Token, context: Context) -> Iterator[RoundRecord]:
    """In a month without a year: those of the last year, and of the year that is spoken of."""
    day = token.day
    years = {day.year} if day.year else {_year_of(day.month, base) for base in bases(context)}
    for year in sorted(years):
        first = dt.date(year, day.month or 1, 1)
        last = dt.date(year, day.month or 12, 28) + dt.timedelta(days=4)
        for draw in between(first, last, context):
            if day.fits(draw.date) or (not day.year and day.month == draw.date.month):
                yield draw


def _year_of(month: int, base: dt.date) -> int:
    """The year of the last such month."""
    return base.year if month <= base.month else base.year - 1


def _is_day_alone(token: Token, sentence: Sentence) -> bool:
    """On the 6th, le 6: a day of a month that was named before."""
    if not 1 <= token.number <= 31 or not sentence.low[token.start].isdigit():
        return False
    before = sentence.tokens[max(token.pos - 1, 0) : token.pos]
    after = sentence.signs[token.pos + 1 : token.pos + 2]
    led = bool(before) and before[0].name in ("le", "the")
    return led and not set(after) & {"DRAW", "FAM", "INV", "PPL", "w", "CALENDAR", "MON"}


def _on_day(token: Token, context: Context) -> Iterator[RoundRecord]:
    for base in bases(context):
        for draw in between(base - NEAR, base + NEAR, context):
            if draw.date.day == token.number:
                yield draw
    yield from (draw for draw in context.mentioned if draw.date.day == token.number)


def _on_weekday(token: Token, context: Context) -> Iterator[RoundRecord]:
    wanted = LEXICONS[context.language].weekdays[token.name]
    for base in bases(context):
        for draw in between(base - 2 * WEEK, base + WEEK, context):
            if draw.date.weekday() == wanted:
                yield draw


def _next_to(context: Context) -> Iterator[RoundRecord]:
    """La veille, le lendemain: a day before or after."""
    for base in bases(context):
        yield from between(base - dt.timedelta(days=3), base + dt.timedelta(days=3), context)


def _away(token: Token, sentence: Sentence, context: Context) -> Iterator[RoundRecord]:
    """Two weeks earlier, the next day, il y a un mois, la semaine dernière."""
    unit = SPANS.get(token.name)
    if unit is None:
        return
    beside = sentence.tokens[max(token.pos - 3, 0) : token.pos + 4]
    if not any(other.name in AWAY for other in beside):
        return
    before = sentence.tokens[max(token.pos - 2, 0) : token.pos]
    size = next((other.number for other in before if other.sign in ("N", "NW")), 1)
    if size > 60:
        return
    far = round(size * unit)
    for base in bases(context):
        for away in (-far, far):
            middle = base + dt.timedelta(days=away)
            rough = dt.timedelta(days=ROUGHLY[unit])
            yield from between(middle - rough, middle + rough, context)
