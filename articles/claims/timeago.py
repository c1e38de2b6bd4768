"""Times told from where a text stands: this year, last month, the past two weeks."""

import datetime as dt
import re
from collections.abc import Iterator

from articles.claims.context import Context
from articles.claims.mention import Days, Mention
from articles.claims.timewords import (
    BEGIN,
    base_of,
    day_of,
    group_of,
    last_of,
    last_told,
    made,
    month_of,
    number_of,
    safe_day,
    today_of,
    years_of,
)

_YEAR = re.compile(r"\b20[12]\d\b")
UNITS = {
    **dict.fromkeys(("day", "days", "jour", "jours"), 1.0),
    **dict.fromkeys(("week", "weeks", "semaine", "semaines"), 7.0),
    **dict.fromkeys(("month", "months", "mois"), 30.44),
    **dict.fromkeys(("year", "years", "an", "ans", "années"), 365.25),
}
# A span may end with any of so many of the newest draws.
LATEST = 6
# The first and the last month of a season; a winter ends in the next year.
SEASONS = {
    **dict.fromkeys(("spring", "printemps"), ((3, 5), (4, 6))),
    **dict.fromkeys(("summer", "été"), ((6, 8), (7, 9), (7, 8), (6, 9))),
    **dict.fromkeys(("fall", "autumn", "automne"), ((9, 11), (10, 12))),
}


def this_year(match: re.Match[str], context: Context) -> Mention | None:
    years = dict.fromkeys((base_of(context).year, *told_years(match, context)))
    today = today_of(context)
    found = [(dt.date(y, 1, 1), min(dt.date(y, 12, 31), today)) for y in years]
    if match[0] in ("so far", "jusqu'ici", "jusqu'à maintenant"):
        found.append((BEGIN, today))
    return made(match, found)


def told_years(match: re.Match[str], context: Context) -> Iterator[int]:
    """That year: the one that was spoken of."""
    if "this" in match[0] or "cette année" in match[0]:
        return
    yield from context.told.years[:1]


def last_year(match: re.Match[str], context: Context) -> Mention | None:
    named = [
        int(year) for year in _YEAR.findall(match.string, max(match.start() - 90, 0), match.start())
    ]
    bases = (base_of(context).year, today_of(context).year, *named[-1:], *context.told.years[:2])
    years = dict.fromkeys(year - 1 for year in bases)
    return made(match, [(dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in years])


def same_period(match: re.Match[str], context: Context) -> Mention | None:
    """The same period of last year: up to the same day."""
    base = base_of(context)
    written = group_of(match, "y")
    year = int(written) if written else base.year - 1
    ends = [base, today_of(context)]
    ends += [m.days[0][1] for m in last_told(context) if m.days[0][1].year == base.year]
    found = [
        (dt.date(year, 1, 1), end) for e in ends if (end := safe_day(year, e.month, min(e.day, 28)))
    ]
    found += [(dt.date(year, 1, 1), end) for e in ends if (end := safe_day(year, e.month, e.day))]
    found += [
        (first, last)
        for m in last_told(context)
        if (first := safe_day(year, m.days[0][0].month, m.days[0][0].day))
        and (last := safe_day(year, m.days[0][1].month, m.days[0][1].day))
    ]
    return made(match, found)


def this_month(match: re.Match[str], context: Context) -> Mention | None:
    base, today = base_of(context), today_of(context)
    days = [(day.replace(day=1), last_of(day.year, day.month)) for day in (base, today)]
    if not ("this" in match[0] or match[0].startswith("ce")):
        told = [m.days[0] for m in last_told(context) if is_month(m.days[0])]
        days = [*told, *days]
    return made(match, days)


def is_month(days: Days) -> bool:
    first, last = days
    return first.day == 1 and (first.year, first.month) == (last.year, last.month)


def last_month(match: re.Match[str], context: Context) -> Mention | None:
    found = []
    for day in (today_of(context), base_of(context)):
        end = day.replace(day=1) - dt.timedelta(days=1)
        found.append((end.replace(day=1), end))
    return made(match, found)


def week_of_day(day: dt.date) -> Days:
    monday = day - dt.timedelta(days=day.weekday())
    return monday, monday + dt.timedelta(days=6)


def this_week(match: re.Match[str], context: Context) -> Mention | None:
    days = [base_of(context), today_of(context), *reversed(context.days)]
    return made(match, [week_of_day(day) for day in days])


def last_week(match: re.Match[str], context: Context) -> Mention | None:
    back = dt.timedelta(days=7)
    days = [today_of(context) - back, base_of(context) - back, base_of(context)]
    return made(match, [week_of_day(day) for day in days])


def week_of(match: re.Match[str], context: Context) -> Mention | None:
    """The week of September 14, la semaine du 14 septembre."""
    month = month_of(match, "month", context)
    found = []
    for year in years_of(month, group_of(match, "y"), context):
        day = safe_day(year, month, day_of(match["d"]))
        if day:
            found += [week_of_day(day), (day, day + dt.timedelta(days=6))]
    return made(match, found)


def week_of_month(match: re.Match[str], context: Context) -> Mention | None:
    """The first week of September."""
    month = month_of(match, "month", context)
    last = match["o"] in ("last", "final", "dernière")
    which = 0 if last else number_of(match["o"], context)
    found: list[Days] = []
    for year in years_of(month, group_of(match, "y"), context):
        if last:
            end = last_of(year, month)
            found += [week_of_day(end), (end - dt.timedelta(days=6), end)]
            found.append(week_of_day(end - dt.timedelta(days=7)))
            continue
        first = dt.date(year, month, 1)
        monday = week_of_day(first)[0] + dt.timedelta(days=7 * (which - 1))
        for start in (monday, monday + dt.timedelta(days=7), first + dt.timedelta(7 * which - 7)):
            found.append((start, start + dt.timedelta(days=6)))
    return made(match, found)


def span_back(match: re.Match[str], context: Context) -> Mention | None:
    """Over the past two weeks, en trois jours: back from the draw, or from today."""
    size = number_of(match["n"], context) * UNITS[match["unit"]]
    if not 1 <= size <= 4000:
        return None
    ends = [base_of(context), today_of(context), *reversed(context.days[-2:])]
    ends = [*dict.fromkeys([*ends, *(draw.date for draw in context.known[-LATEST:])])]
    exact = [round(size), round(size) - 1, round(size) + 1]
    lengths = dict.fromkeys([*exact, *(round(size * share) for share in (0.87, 0.93, 1.07, 1.13))])
    found = [(end - dt.timedelta(days=n), end) for end in ends for n in lengths]
    if match["unit"] in ("week", "weeks", "semaine", "semaines"):
        weeks = dt.timedelta(days=7 * (number_of(match["n"], context) - 1))
        found += [(week_of_day(end)[0] - weeks, week_of_day(end)[1]) for end in ends]
    return made(match, found)


def season_of(match: re.Match[str], context: Context) -> Mention | None:
    written = group_of(match, "y")
    year = int(written) if written else base_of(context).year
    months = SEASONS[match["season"]]
    return made(match, [(dt.date(year, a, 1), last_of(year, b)) for a, b in months])


def all_time(match: re.Match[str], context: Context) -> Mention | None:
    return made(match, [(BEGIN, today_of(context))], ever=True)


def no_days(match: re.Match[str], context: Context) -> Mention | None:
    return Mention(match.start(), match.end(), (), vague=True)
