"""Notes on official figures: what the source prints that cannot be right, said beside the figure.

Every rule is pure and looks at one round alone. The figure itself stays as printed. The numbers
in the comments are the rounds that a rule meets, of the 448 up to October 2026.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.utils.functional import lazy
from django.utils.translation import gettext, gettext_noop

from draws.records import BANDS, SUMS, TOTAL_FIELD, RoundLike, serial_of
from publish.formats import day, figure, moment, span

# Counts are mostly of the days before the draw, 8 days at most (371), but for three rounds.
STALE_DAYS = 14
# The first round with a pool count, of 19 January 2022. All later ones have it, but for four.
FIRST_WITH_POOL = serial_of("214")

_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_WHOLE_BANDS = {band.field: (band.low, band.high) for band in BANDS}


class PrintedRound(RoundLike, Protocol):
    """With the printed words and the pool count; `pool` has the fields of PoolRecord or is None."""

    @property
    def tie_break_text(self) -> str: ...
    @property
    def pool_as_of(self) -> dt.date | None: ...
    @property
    def pool(self) -> Any: ...


@dataclass(frozen=True, slots=True)
class Note:
    """One doubt about a printed figure. `code` is stable; `text` is lazy: in the language, and
    with figures in the form, that are active when it is shown."""

    code: str
    text: str


# What a rule finds: a sentence, and the values to put into it.
Value = int | dt.date | dt.datetime | tuple[int, int]
Finding = tuple[str, Mapping[str, Value]]


def notes_for(draw: PrintedRound) -> tuple[Note, ...]:
    """What to say beside the official figures of a round, in the order of its page."""
    return tuple(
        Note(code, _said(sentence, values))
        for code, rule in RULES
        for sentence, values in rule(draw)
    )


def _in_words(sentence: str, values: Mapping[str, Value]) -> str:
    return gettext(sentence) % {name: _in_form(value) for name, value in values.items()}


_said = lazy(_in_words, str)


def _in_form(value: Value) -> str:
    if isinstance(value, tuple):
        return span(*value)
    if isinstance(value, dt.datetime):  # before date: a datetime is a date as well
        return moment(value)
    return day(value) if isinstance(value, dt.date) else figure(value)


def _time_against_date(draw: PrintedRound) -> Iterator[Finding]:
    """357. Ten others run past midnight UTC (7, 8, 9, 11, 13, 104, 108, 139, 146, 148)."""
    if draw.held_at and not _on_or_past_midnight(draw.held_at, draw.date):
        yield (
            gettext_noop(
                "IRCC prints %(moment)s as the time of this draw, but %(day)s as its date."
                " We show both as printed."
            ),
            {"moment": draw.held_at, "day": draw.date},
        )


def _tie_break_without_year(draw: PrintedRound) -> Iterator[Finding]:
    """208."""
    text, at = draw.tie_break_text, draw.tie_break_at
    if at and text and not _YEAR.search(text):
        yield (
            gettext_noop(
                "IRCC prints this tie-break without a year. We read it as %(moment)s,"
                " the last such moment before the draw."
            ),
            {"moment": at},
        )


def _tie_break_after_draw(draw: PrintedRound) -> Iterator[Finding]:
    """None today; 335 as first printed, with a tie-break nine months after the draw."""
    at = draw.tie_break_at
    if at and at > _moment_of(draw):
        yield (
            gettext_noop(
                "IRCC prints %(moment)s as the tie-break, a moment after the draw itself."
                " We show it as printed."
            ),
            {"moment": at},
        )


def _tie_break_is_draw_time(draw: PrintedRound) -> Iterator[Finding]:
    """139."""
    at = draw.tie_break_at
    if at and at == draw.held_at:
        yield (
            gettext_noop(
                "IRCC prints the same moment, %(moment)s, for this draw and for its tie-break."
            ),
            {"moment": at},
        )


def _band_sum(draw: PrintedRound) -> Iterator[Finding]:
    """247. Bands that are not known to us (445 to 447) say nothing about a sum."""
    if draw.pool is None:
        return
    for whole, parts in SUMS:
        printed = getattr(draw.pool, whole)
        figures = [getattr(draw.pool, part) for part in parts]
        if printed is not None and None not in figures and printed != sum(figures):
            yield _wrong_sum(whole, printed, sum(figures))


def _wrong_sum(whole: str, printed: int, added: int) -> Finding:
    if whole == TOTAL_FIELD:
        sentence = gettext_noop(
            "IRCC prints a total of %(printed)s candidates. Its own bands add up to %(added)s."
            " We show the printed figure."
        )
        return sentence, {"printed": printed, "added": added}
    sentence = gettext_noop(
        "IRCC prints %(printed)s candidates from %(band)s. Its own ten-point bands add up to"
        " %(added)s. We show the printed figure."
    )
    return sentence, {"printed": printed, "added": added, "band": _WHOLE_BANDS[whole]}


def _stale_pool(draw: PrintedRound) -> Iterator[Finding]:
    """298 (20 days), 409 and 416 (15)."""
    if draw.pool is None or draw.pool_as_of is None:
        return
    days = (draw.date - draw.pool_as_of).days
    if days > STALE_DAYS:
        yield (
            gettext_noop(
                "The pool count that IRCC prints with this draw is from %(as_of)s,"
                " %(days)s days before the draw."
            ),
            {"as_of": draw.pool_as_of, "days": days},
        )


def _pool_after_draw(draw: PrintedRound) -> Iterator[Finding]:
    """226, which prints that date and no count."""
    if draw.pool_as_of and draw.pool_as_of > draw.date:
        yield (
            gettext_noop(
                "IRCC prints %(as_of)s as the date of the pool count,"
                " which is after the draw of %(day)s."
            ),
            {"as_of": draw.pool_as_of, "day": draw.date},
        )


def _pool_not_published(draw: PrintedRound) -> Iterator[Finding]:
    """223, 224, 226, 227."""
    if draw.pool is None and serial_of(draw.number) >= FIRST_WITH_POOL:
        yield (
            gettext_noop(
                "IRCC prints no pool count with this draw. It has printed one with nearly"
                " every draw since draw 214."
            ),
            {},
        )


def _on_or_past_midnight(at: dt.datetime, date: dt.date) -> bool:
    """Whether a UTC moment is on the day, or in the night that follows it."""
    return (at.astimezone(dt.UTC).date() - date).days in (0, 1)


def _moment_of(draw: PrintedRound) -> dt.datetime:
    """When the draw was held; the end of the next UTC day where no such time is known."""
    if draw.held_at and _on_or_past_midnight(draw.held_at, draw.date):
        return draw.held_at
    return dt.datetime.combine(draw.date + dt.timedelta(days=2), dt.time(), dt.UTC)


# In the order of the page of a draw: time, tie-break, pool.
RULES: tuple[tuple[str, Callable[[PrintedRound], Iterator[Finding]]], ...] = (
    ("time-against-date", _time_against_date),
    ("tie-break-without-year", _tie_break_without_year),
    ("tie-break-after-draw", _tie_break_after_draw),
    ("tie-break-is-draw-time", _tie_break_is_draw_time),
    ("band-sum", _band_sum),
    ("stale-pool", _stale_pool),
    ("pool-after-draw", _pool_after_draw),
    ("pool-not-published", _pool_not_published),
)
