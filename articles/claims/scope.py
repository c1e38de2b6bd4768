"""A time over which a sentence counts or compares."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from articles.claims.tokens import Day, Token
from draws.records import RoundRecord

NO_DAY = Day(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Scope:
    """A time. `what`: since, ever, period (a year, a month), week, or span (so many days).

    `day` is what is written, `years` those that a bare month may lie in, `tokens` its words;
    `last` is the month with which a stretch of several ends.
    """

    what: str
    day: Day = NO_DAY
    years: tuple[int, ...] = ()
    days: float = 0
    unit: float = 0
    tokens: tuple[Token, ...] = ()
    beginning: bool = False
    last: Day = NO_DAY

    def holds(self, date: dt.date) -> bool:
        """Whether a day lies in a period."""
        if self.what == "week":
            return False
        if self.last.month:
            first = (self.day.year, self.day.month)
            return first <= (date.year, date.month) <= (self.last.year, self.last.month)
        return any(
            Day(year, self.day.month, self.day.day).fits(date) for year in self.years or (0,)
        )

    def chosen(
        self, draws: Sequence[RoundRecord], subject: RoundRecord | None
    ) -> list[RoundRecord]:
        """The draws of a period, of the week of a draw, of all time."""
        if self.what == "ever":
            return list(draws)
        if self.what == "week" and subject is not None:
            week = subject.date.isocalendar()[:2]
            return [draw for draw in draws if draw.date.isocalendar()[:2] == week]
        return [draw for draw in draws if self.holds(draw.date)]
