"""Days of the provinces with their rows, and months, many times."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.db.models import Count

from config.growth.copying import Copier
from config.growth.times import FreeDays, back, move
from pnp.models import Event, PeriodTotal, Row

# The subject of a day or a row as it was, and the turn -> that of its copy.
Subjects = Mapping[tuple[int, str], str]


def copy_provinces(copier: Copier, turns: range) -> dict[tuple[int, str], str]:
    """The days with their rows, and the months; returns the subject of the copy of each day."""
    free, subjects = FreeDays(), {}
    for place, day in Event.every.values_list("province", "date"):
        free.take(place, day)

    def vary(event: Any, turn: int) -> None:
        told = event.subject
        move(event, turn, "first_seen_at", "withdrawn_at")
        event.date = free.take(event.province, event.date - back(turn))
        subjects[turn, told] = event.subject

    copier.copy(Event, turns, vary)
    copier.copy(Row, turns, _vary_row)
    months = PeriodTotal.objects.values("program").annotate(months=Count("pk"))
    copier.copy(
        PeriodTotal,
        turns,
        partial(_vary_month, months={line["program"]: line["months"] for line in months}),
    )
    return subjects


def _vary_row(row: Any, turn: int) -> None:
    # A row that took several days says so in words that are of other days now.
    row.date_from, row.date_text = None, ""
    move(row, turn, "profiles_from", "profiles_to", "first_seen_at", "withdrawn_at")


def _vary_month(total: Any, turn: int, *, months: Mapping[str, int]) -> None:
    """So much earlier that no month of a program is there twice."""
    earlier = turn * months[total.program]
    year, month = divmod(total.month.year * 12 + total.month.month - 1 - earlier, 12)
    total.month = total.month.replace(year=year, month=month + 1)
    move(total, turn, "first_seen_at")
