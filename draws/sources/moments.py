"""Dates and times as the official feed prints them, by hand and in some thirty spellings.

Every text comes here with its white space collapsed. Any seen spelling of the date goes with
any seen spelling of the time; what was never seen is a doubt.
"""

import re
from datetime import UTC, date, datetime, time, timedelta

from draws.sources.doubts import Doubt, shown

MONTHS = (
    "January February March April May June July August September October November December"
).split()

# Between the day and the year.
_BEFORE_YEAR = (
    ", ",  # nearly all
    ",",  # 221, 234, 235, 244, 247
    " ",  # 215, 382
    ". ",  # 277, 322
    *(ordinal + stop for ordinal in ("st", "nd", "rd", "th") for stop in (" ", ", ")),
    # 432 “July 3rd 2026”, 437 “August 19th 2026”, 438 “April 12th, 2026”
)

# Between the date and the time.
_BEFORE_TIME = (
    " at ",  # nearly all
    ", at ",  # 63, 64, 75, 76, 239 to 242
    " ",  # 221, 233 to 238, 243 to 255 (but 248), 373
    " at",  # 297 “at12:48:30”
)


def _any_of(texts: tuple[str, ...]) -> str:
    return "(?:" + "|".join(re.escape(text) for text in texts) + ")"


_DAY = rf"(?P<month>{'|'.join(MONTHS)}) (?P<day>[0-9]{{1,2}})"
_DATE = rf"{_DAY}{_any_of(_BEFORE_YEAR)}(?P<year>[0-9]{{4}})"
# One-digit hours: 81, 113, 114, 117. AM or PM after a 24-hour time: 210, 270. No zone: 6, 258, 383.
_TIME = (
    r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})"
    r"(?: (?P<half>AM|PM))?(?: (?P<zone>\S+))?"
)
_ISO = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

_ISO_DAY = re.compile(_ISO)
_FULL_DAY = re.compile(_DATE)
# 310 and 333 repeat the date: “January 23, 2025 at 2025-01-23 15:30:04 UTC”.
_MOMENT = re.compile(rf"{_DATE}{_any_of(_BEFORE_TIME)}(?:(?P<again>{_ISO}) )?{_TIME}")
# 208: “October 7 at 16:38:21 UTC”.
_YEARLESS = re.compile(rf"{_DAY}{_any_of(_BEFORE_TIME)}{_TIME}")

FIRST_YEAR, LAST_YEAR = 2015, 2099  # Express Entry opened on 1 January 2015


def read_iso_day(text: str) -> date:
    """`2026-04-15`. Raises Doubt."""
    if not _ISO_DAY.fullmatch(text):
        raise Doubt("bad-date", f"says {shown(text)}, which is not a date like 2026-04-15")
    return _day(text, *(int(part) for part in text.split("-")))


def read_day(text: str) -> date:
    """`April 15, 2026` in any seen spelling. Raises Doubt."""
    match = _FULL_DAY.fullmatch(text)
    if match is None:
        raise Doubt("bad-date", f"says {shown(text)}, which is not a date like April 15, 2026")
    return _day(text, int(match["year"]), _month(match), int(match["day"]))


def read_moment(text: str) -> datetime:
    """`April 15, 2026 at 10:43:11 UTC` in any seen spelling, in UTC. Raises Doubt."""
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise Doubt("bad-time", f"says {shown(text)}, which is no known form of a date and time")
    day = _day(text, int(match["year"]), _month(match), int(match["day"]))
    again = match["again"]
    if again is not None and again != day.isoformat():
        raise Doubt("date-conflict", f"says {shown(text)}: two different dates")
    return _by_24_hours(datetime.combine(day, _clock(match, text), UTC), match, text)


def read_tie_break(text: str, round_at: datetime) -> datetime:
    """A tie-break, also one without its year: then the last such moment up to the round.

    `round_at` is the moment of the round. Raises Doubt.
    """
    match = _YEARLESS.fullmatch(text)
    if match is None:
        return read_moment(text)
    for year in (round_at.year, round_at.year - 1):
        if year >= FIRST_YEAR and _exists(year, match):
            day = date(year, _month(match), int(match["day"]))
            at = datetime.combine(day, _clock(match, text), UTC)
            if _year_before(round_at) < at <= round_at:
                return _by_24_hours(at, match, text)
    raise Doubt("bad-date", f"says {shown(text)}: no year fits within a year before the round")


def end_of(day: date) -> datetime:
    """The last second of a day in UTC: the moment of a round that prints no time."""
    return datetime.combine(day, time(23, 59, 59), UTC)


def _month(match: re.Match[str]) -> int:
    return MONTHS.index(match["month"]) + 1


def _day(text: str, year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Doubt("implausible", f"says {shown(text)}, a year without Express Entry")
    try:
        return date(year, month, day)
    except ValueError:
        raise Doubt("bad-date", f"says {shown(text)}, a day that does not exist") from None


def _exists(year: int, match: re.Match[str]) -> bool:
    try:
        date(year, _month(match), int(match["day"]))
    except ValueError:
        return False
    return True


def _clock(match: re.Match[str], text: str) -> time:
    if match["zone"] not in (None, "UTC"):
        raise Doubt("unknown-zone", f"says {shown(text)}, in a time zone other than UTC")
    try:
        return time(int(match["hour"]), int(match["minute"]), int(match["second"]))
    except ValueError:
        raise Doubt("bad-time", f"says {shown(text)}, a time that does not exist") from None


def _by_24_hours(at: datetime, match: re.Match[str], text: str) -> datetime:
    shift = _twelve_hour_shift(at.hour, match["half"])
    if shift:
        likely = at + shift
        why = f"says {shown(text)}: a 12-hour clock would make it {likely:%H:%M:%S}"
        raise Doubt("ambiguous-time", why, likely)
    return at


def _twelve_hour_shift(hour: int, half: str | None) -> timedelta:
    """How far AM or PM would move the time. After a 24-hour time they say nothing (210, 270)."""
    if half == "PM" and hour < 12:
        return timedelta(hours=12)
    if half == "AM" and hour == 12:
        return timedelta(hours=-12)
    return timedelta()


def _year_before(at: datetime) -> datetime:
    try:
        return at.replace(year=at.year - 1)
    except ValueError:  # 29 February
        return at.replace(year=at.year - 1, day=28)
