"""Times of the calendar as they are written: from 14 to 29 September, the third quarter."""

import calendar
import datetime as dt
import re
from collections.abc import Iterable

from articles.claims.context import Context
from articles.claims.lexicon import LEXICONS
from articles.claims.mention import Days, Mention

# The system began with 2015.
BEGIN = dt.date(2015, 1, 1)
PARTS = {
    **dict.fromkeys(("half", "semestre", "moitié"), 6),
    **dict.fromkeys(("quarter", "trimestre"), 3),
}


def month_of(match: re.Match[str], group: str, context: Context) -> int:
    word = (match[group] or "").rstrip(".")
    months = LEXICONS[context.language].months
    return months.get(word) or months.get(word + ".") or 0


def number_of(word: str, context: Context) -> int:
    if word.isdigit():
        return int(word)
    words = LEXICONS[context.language]
    if word in words.numbers:
        return words.numbers[word]
    return words.ordinals.get(word) or int(re.sub(r"\D", "", word) or 0)


def day_of(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def last_of(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def year_of(day: dt.date) -> Days:
    return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)


def base_of(context: Context) -> dt.date:
    return context.horizon.date if context.horizon else context.as_of.date()


def today_of(context: Context) -> dt.date:
    return min(context.as_of.date(), dt.date.max)


def years_of(month: int, written: str | None, context: Context) -> list[int]:
    """The years that a month may lie in, the likeliest first."""
    if written:
        return [int(written)]
    today = today_of(context)
    likely = today.year if month <= today.month else today.year - 1
    told = context.told.years
    bases = [base_of(context).year, likely, *told]
    found = [year for year in bases if dt.date(year, month, 1) <= today]
    return list(dict.fromkeys([likely, *found]))


def last_told(context: Context) -> list[Mention]:
    return [mention for mention in context.told if not mention.vague][:2]


def safe_day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def made(
    match: re.Match[str], days: Iterable[Days], *, ever: bool = False, is_open: bool = False
) -> Mention | None:
    kept = tuple(dict.fromkeys((a, b) for a, b in days if a <= b))
    if not kept:
        return None
    return Mention(match.start(), match.end(), kept, open=is_open, ever=ever)


def group_of(match: re.Match[str], name: str) -> str | None:
    return match[name] if name in match.re.groupindex else None


def day_range(match: re.Match[str], context: Context) -> Mention | None:
    """From September 14 to 29; du 14 au 29 septembre 2026."""
    later = month_of(match, "m2", context) if match["m2"] else 0
    first = month_of(match, "m1", context) if match["m1"] else later
    later = later or first
    found = []
    for year in years_of(later, match["y2"], context):
        begin = int(match["y1"]) if match["y1"] else year - (first > later)
        start, end = (
            safe_day(begin, first, day_of(match["d1"])),
            safe_day(year, later, day_of(match["d2"])),
        )
        if start and end:
            found.append((start, end))
    return made(match, found)


def month_range(match: re.Match[str], context: Context) -> Mention | None:
    """From January to June 2026."""
    first, later = month_of(match, "m1", context), month_of(match, "m2", context)
    found = []
    for year in years_of(later, match["y2"], context):
        begin = int(match["y1"]) if match["y1"] else year - (first > later)
        found.append((dt.date(begin, first, 1), last_of(year, later)))
    return made(match, found)


def year_range(match: re.Match[str], context: Context) -> Mention | None:
    first, last = int(match["y1"]), int(match["y2"])
    return made(match, [(dt.date(first, 1, 1), dt.date(last, 12, 31))])


def part_of(match: re.Match[str], context: Context) -> Mention | None:
    """The third quarter, la seconde moitié de septembre, the first nine months of 2026."""
    which = number_of(match["o"], context) if group_of(match, "o") else int(match["q"])
    name = group_of(match, "part") or ("quarter" if group_of(match, "q") else "")
    size = PARTS.get(name, 3)
    if group_of(match, "month"):
        return half_of_month(match, which, context)
    if name in ("half", "semestre", "moitié") and which > 2:
        return None
    if which * size > 12:
        return None
    years = years_of_part(match, which * size, context)
    return made(
        match,
        [(dt.date(y, (which - 1) * size + 1, 1), last_of(y, which * size)) for y in years],
    )


def years_of_part(match: re.Match[str], month: int, context: Context) -> list[int]:
    written = group_of(match, "y")
    if written:
        return [int(written)]
    today = today_of(context)
    years = [base_of(context).year, *context.told.years]
    if "last" in match[0] or "dernier" in match[0] or "passé" in match[0]:
        years = [today.year - 1]
    return list(dict.fromkeys(years))


def half_of_month(match: re.Match[str], which: int, context: Context) -> Mention | None:
    month = month_of(match, "month", context)
    found = []
    for year in years_of(month, group_of(match, "y"), context):
        middle = dt.date(year, month, 15)
        first = (dt.date(year, month, 1), middle)
        found.append(first if which == 1 else (dt.date(year, month, 16), last_of(year, month)))
    return made(match, found) if which < 3 else None


def first_months(match: re.Match[str], context: Context) -> Mention | None:
    """The first nine months of 2026."""
    size = number_of(match["n"], context)
    if not 0 < size <= 12:
        return None
    years = years_of_part(match, size, context)
    return made(match, [(dt.date(year, 1, 1), last_of(year, size)) for year in years])


def last_months(match: re.Match[str], context: Context) -> Mention | None:
    """The last three months of 2025."""
    size = number_of(match["n"], context)
    if not 0 < size < 12:
        return None
    years = years_of_part(match, 12, context)
    return made(match, [(dt.date(y, 13 - size, 1), dt.date(y, 12, 31)) for y in years])


def until_day(match: re.Match[str], context: Context) -> Mention | None:
    """By the end of June, jusqu'au 19 août: from the begin of the year."""
    month = month_of(match, "month", context)
    found = []
    years = years_of(month, group_of(match, "y"), context)
    for year in [*years, *([] if group_of(match, "y") else [years[0] - 1])]:
        day = group_of(match, "d")
        end = safe_day(year, month, day_of(day)) if day else last_of(year, month)
        if end:
            found.append((dt.date(year, 1, 1), end))
    return made(match, found)


def since_day(match: re.Match[str], context: Context) -> Mention | None:
    """Since August 2024, depuis le 14 septembre."""
    today, found = today_of(context), []
    month = month_of(match, "month", context) if group_of(match, "month") else 1
    day = day_of(match["d"]) if group_of(match, "d") else 1
    for year in years_of(month, group_of(match, "y"), context):
        start = safe_day(year, month, day)
        if start and start <= today:
            found.append((start, today))
            if not group_of(match, "d"):
                end = last_of(year, month) if group_of(match, "month") else dt.date(year, 12, 31)
                found.append((min(end, today) + dt.timedelta(1), today))
                found.append((start, end))
    return made(match, found, is_open=True)


def since_year_began(match: re.Match[str], context: Context) -> Mention | None:
    return made(match, [(dt.date(base_of(context).year, 1, 1), today_of(context))], is_open=True)


def one_month(match: re.Match[str], context: Context) -> Mention | None:
    month = month_of(match, "month", context)
    word = match["month"].rstrip(".")
    is_word = word in ("may", "march", "mar", "dec", "sep", "oct") and not match["y"]
    if is_word and not (word in ("may", "march") and match["lead"]):
        return None
    years = years_of(month, match["y"], context)
    return made(match, [(dt.date(year, month, 1), last_of(year, month)) for year in years])


def one_year(match: re.Match[str], context: Context) -> Mention | None:
    year = int(match["y"])
    if not 2015 <= year <= today_of(context).year:
        return None
    return made(match, [(dt.date(year, 1, 1), dt.date(year, 12, 31))])
