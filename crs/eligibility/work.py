"""Hours of work: at most 30 a week count, in however many jobs at once."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise

from crs.eligibility.inputs import Job

MOST_A_WEEK = 30
DAYS = 7
# A full year at 30 hours is a little over this; it is the official figure.
YEAR = 1560


def window(on: dt.date, years: int) -> dt.date:
    """The first day of the last `years` years."""
    try:
        return on.replace(year=on.year - years)
    except ValueError:  # 29 February
        return on.replace(year=on.year - years, day=28)


def hours(jobs: Iterable[Job], since: dt.date, until: dt.date) -> int:
    """Completed hours between two days, both included."""
    return int(sum(counted for _, _, counted in _stretches(jobs, since, until)))


def unbroken_hours(jobs: Iterable[Job], since: dt.date, until: dt.date) -> int:
    """The hours of the longest time without a day between jobs."""
    longest = running = 0.0
    last_end: dt.date | None = None
    for starts, ends, counted in _stretches(jobs, since, until):
        running = running + counted if last_end == starts else counted
        longest, last_end = max(longest, running), ends
    return int(longest)


def _stretches(
    jobs: Iterable[Job], since: dt.date, until: dt.date
) -> Iterator[tuple[dt.date, dt.date, float]]:
    """(first day, day after the last, hours) for each time in which the same jobs were held."""
    spans = []
    for job in jobs:
        starts, end = max(job.starts, since), min(job.ends, until)
        if starts <= end:
            spans.append((starts, end + dt.timedelta(days=1), job.hours_per_week))
    edges = sorted({edge for starts, end, _ in spans for edge in (starts, end)})
    for starts, end in pairwise(edges):
        weekly = sum(each for first, past, each in spans if first <= starts and end <= past)
        if weekly:
            yield starts, end, min(weekly, MOST_A_WEEK) * (end - starts).days / DAYS
