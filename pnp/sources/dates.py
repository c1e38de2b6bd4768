"""Dates as provinces print them: one day, or the first and last of several. Pure."""

import datetime as dt
import re
from dataclasses import dataclass

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_MONTH = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(\d{4})"
_TO = r"\s*(?:-|to|and|&)\s*"
_GAP = r"[\s,.]*"
_ONE = re.compile(rf"{_MONTH}\s*{_DAY}{_GAP}{_YEAR}", re.IGNORECASE)
# July 16 to 18, 2026; October 6-7, 2025; March 19 and 20, 2026
_DAYS = re.compile(rf"{_MONTH}\s*{_DAY}{_TO}{_DAY}{_GAP}{_YEAR}", re.IGNORECASE)
# October 30 to November 2, 2025; December 30, 2025 - January 2, 2026
_LONG = re.compile(
    rf"{_MONTH}\s*{_DAY}{_GAP}(?:{_YEAR})?{_TO}{_MONTH}\s*{_DAY}{_GAP}{_YEAR}", re.IGNORECASE
)
_TIME = re.compile(r"(?<!\s)\s+(?:at\s+)?\d{1,2}:\d{2}.*$")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MONTH_OF_YEAR = re.compile(rf"{_MONTH}\s+{_YEAR}", re.IGNORECASE)
EARLIEST, LATEST = 2000, 2100


@dataclass(frozen=True, slots=True)
class Days:
    """The last day; the first one only where several are printed."""

    last: dt.date
    first: dt.date | None = None


def days_of(text: str) -> Days | None:
    """What an English date says, None if it is no known form or no possible day."""
    printed = _TIME.sub("", _plain(text))
    if match := _ONE.fullmatch(printed):
        return _span(None, _date(match[3], match[1], match[2]))
    if match := _DAYS.fullmatch(printed):
        first = _date(match[4], match[1], match[2])
        return _span(first, _date(match[4], match[1], match[3])) if first else None
    if match := _LONG.fullmatch(printed):
        first = _date(match[3] or match[6], match[1], match[2])
        return _span(first, _date(match[6], match[4], match[5])) if first else None
    return None


def month_first(text: str) -> Days | None:
    """1/15/2026, month first as Prince Edward Island prints it."""
    match = _SLASHED.fullmatch(_plain(text))
    return _span(None, _day(int(match[3]), int(match[1]), int(match[2]))) if match else None


def iso_day(text: str) -> dt.date | None:
    """The day of an ISO date or moment."""
    match = _ISO.match(text.strip())
    return _day(int(match[1]), int(match[2]), int(match[3])) if match else None


def month_of(text: str) -> dt.date | None:
    """January 2026 as its first day."""
    match = _MONTH_OF_YEAR.fullmatch(_plain(text))
    return _date(match[2], match[1], "1") if match else None


def _span(first: dt.date | None, last: dt.date | None) -> Days | None:
    if last is None or (first and first > last):
        return None
    return Days(last, first if first != last else None)


def _date(year: str, month: str, day: str) -> dt.date | None:
    return _day(int(year), _MONTHS[month.casefold()], int(day))


def _day(year: int, month: int, day: int) -> dt.date | None:
    if not EARLIEST <= year <= LATEST:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _plain(text: str) -> str:
    for dash in "–—‑−":
        text = text.replace(dash, "-")
    return " ".join(text.split()).strip(" .,")
