"""Axes: from dates and values to percentages of a plot, and the ticks on the way."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from publish import formats

# Room left of the first mark for the labels of the value axis, and right of the last, in shares
# of the width.
LEFT, RIGHT = 0.10, 0.02
SHORTEST_SPAN = 90
# Room above the highest mark, in shares of the range.
ABOVE = 0.05
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000)


def percent(share: float) -> str:
    """0.1267 -> "12.67%": an SVG length. Text, so that no language puts a comma into it."""
    return f"{100 * share:.2f}%"


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick of the time axis. `phone` False: the label is hidden on phones, never the tick."""

    at: str
    label_at: str
    label: str
    phone: bool


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days from `start` to `end`, with room for labels before the first mark."""

    start: date
    end: date

    @classmethod
    def around(cls, first: date, last: date) -> "TimeAxis":
        """An axis on which marks from `first` to `last` have their room on both sides."""
        days = max((last - first).days, SHORTEST_SPAN) / (1 - LEFT - RIGHT)
        start = first - timedelta(days=round(days * LEFT))
        return cls(start, start + timedelta(days=round(days)))

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    def x(self, day: date) -> int:
        return (day - self.start).days

    def share(self, day: date) -> float:
        return self.x(day) / self.days

    def ticks(self) -> tuple[Tick, ...]:
        """Years on a long axis, quarters on one of a few years, months on a short one."""
        months = 1 if self.days < 330 else 3 if self.days < 1_300 else 12
        starts = [day for day in self._month_starts() if (day.month - 1) % months == 0]
        return tuple(
            Tick(
                at=percent(self.share(day)),
                label_at=percent(self.share(day) + 0.003),
                label=self._label(day, months, first=index == 0),
                phone=_on_phones(day, months),
            )
            for index, day in enumerate(starts)
        )

    def _month_starts(self) -> Iterator[date]:
        day = date(self.start.year, self.start.month, 1)
        while day <= self.end:
            # No tick under the labels of the value axis, none after the last mark.
            if LEFT / 2 < self.share(day) < 1 - RIGHT + 0.005:
                yield day
            day = (day + timedelta(days=32)).replace(day=1)

    @staticmethod
    def _label(day: date, months: int, *, first: bool) -> str:
        if months == 12:
            return str(day.year)
        return formats.short_month(day, year=first or day.month == 1)


def _on_phones(day: date, months: int) -> bool:
    if months == 12:
        return day.year % 3 == 0
    return day.month == 1 if months == 3 else day.month in (1, 4, 7, 10)


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """Values from `low` at the foot to `high` at the top, with a line at each `step`."""

    low: int
    high: int
    step: int

    @classmethod
    def around(cls, lowest: int, highest: int, *, lines: float) -> "ValueAxis":
        """An axis of at most about `lines` lines, a little room above, a round number below."""
        room = max(highest - lowest, 20)
        step = next((step for step in STEPS if room / step <= lines), STEPS[-1])
        fifth = max(step // 5, 1)
        low = int(max(lowest - 0.03 * room, 0) // step * step)
        return cls(low, ceil((highest + ABOVE * room) / fifth) * fifth, step)

    @property
    def height(self) -> int:
        return self.high - self.low

    def y(self, value: int) -> int:
        return self.high - value

    def share(self, value: float) -> float:
        return (self.high - value) / self.height

    def at(self, value: float) -> str:
        return percent(self.share(value))

    def lines(self) -> range:
        return range(self.low + self.step, self.high, self.step)
