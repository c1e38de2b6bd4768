"""How far back each copy of the record lies.

Four spans of twelve years, one before the other, each of them as dense: a hundred times the record
is twenty-five times as much a week, four times as long.
"""

import datetime as dt
from typing import Any

SPANS = 4
# Whole weeks, near to twelve years: a copy stands on the same day of the week.
SPAN = dt.timedelta(weeks=626)
# The copies of one span lie this far apart.
APART = dt.timedelta(weeks=1)


def back(turn: int) -> dt.timedelta:
    """How long before the rows themselves the copies of a turn are; nothing for turn 0."""
    return (turn % SPANS) * SPAN + (turn // SPANS) * APART


def move(row: Any, turn: int, *names: str) -> None:
    """Take days or moments of a row back, where it has them."""
    for name in names:
        value = getattr(row, name)
        if value is not None:
            setattr(row, name, value - back(turn))


class FreeDays:
    """Days that nothing is on yet, for what there is once a day in one place."""

    def __init__(self) -> None:
        self._before: dict[tuple[str, dt.date], dt.date] = {}

    def take(self, place: str, day: dt.date) -> dt.date:
        """The day, or the nearest free one before it; it is taken from now on."""
        passed = []
        while (place, day) in self._before:
            passed.append((place, day))
            day = self._before[place, day]
        earlier = day - dt.timedelta(days=1)
        # Whoever comes by the same way goes straight to its end.
        self._before.update(dict.fromkeys([*passed, (place, day)], earlier))
        return day
