"""Figures, dates and times as words on a page, in the active language.

Everything here returns plain text, fit for a title, a feed or an SVG label as well as for a page.
Spaces inside a figure, a date or a time are no-break spaces in French (U+00A0; the narrow one is
not in our fonts). Times are UTC unless the name says otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import get_language

NBSP = "\u00a0"
MINUS = "\u2212"
OTTAWA = ZoneInfo("America/Toronto")


@dataclass(frozen=True, slots=True)
class Forms:
    """What differs between the languages, as data."""

    thousands: str
    space: str
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    first: str
    clock: str
    minute: str
    ottawa: str
    other_day: str
    newsroom: str
    percent: str
    under_one: str
    ordinals: tuple[str, ...]
    ordinal: str
    conjunction: str
    span: str
    weekdays: tuple[str, ...]
    more_than: str
    units: dict[str, tuple[str, str]]
    small: tuple[str, ...]
    singular: tuple[int, ...]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ENGLISH = Forms(
    thousands=",",
    space=" ",
    months=_words(
        "January February March April May June July August September October November December"
    ),
    short_months=_words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    first="1",
    clock="{t:%H:%M:%S}",
    minute="{t:%H:%M}",
    ottawa="{clock} in Ottawa",
    other_day="{clock} on {day} in Ottawa",
    newsroom="{day}, {minute} ET",
    percent="{n}%",
    under_one="under 1%",
    ordinals=_words("first second third fourth fifth sixth seventh eighth ninth tenth"),
    ordinal="{n}{suffix}",
    conjunction="and",
    span="{first} to {last}",
    weekdays=_words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    more_than="more than {text}",
    units={unit: (unit, f"{unit}s") for unit in ("point", "day", "week", "month", "year")},
    small=_words("one two three four five six seven eight nine"),
    singular=(1,),
)

FRENCH = Forms(
    thousands=NBSP,
    space=NBSP,
    months=_words(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    ),
    short_months=_words("janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc."),
    first="1er",
    clock=f"{{t.hour}}{NBSP}h{NBSP}{{t.minute}}{NBSP}min{NBSP}{{t.second}}{NBSP}s",
    minute=f"{{t.hour}}{NBSP}h{NBSP}{{t:%M}}",
    ottawa="{clock} à Ottawa",
    other_day="{clock} le {day} à Ottawa",
    newsroom=f"{{day}}, {{minute}}{NBSP}HE",
    percent=f"{{n}}{NBSP}%",
    under_one=f"moins de 1{NBSP}%",
    ordinals=_words(
        "première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième"
    ),
    ordinal="{n}e",
    conjunction="et",
    span="{first} à {last}",
    weekdays=_words("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    more_than="plus de {text}",
    units={
        "point": ("point", "points"),
        "day": ("jour", "jours"),
        "week": ("semaine", "semaines"),
        "month": ("mois", "mois"),
        "year": ("an", "ans"),
    },
    small=(),  # digits: “de un point” is not French
    singular=(0, 1),
)


def _forms() -> Forms:
    return FRENCH if (get_language() or "en").startswith("fr") else ENGLISH


def figure(n: int) -> str:
    """6,000 in English, 6 000 in French."""
    return f"{n:,}".replace("-", MINUS).replace(",", _forms().thousands)


def change(n: int) -> str:
    """A signed difference: −1, +40, 0, with the true minus sign."""
    return f"+{figure(n)}" if n > 0 else figure(n)


def share(part: int, whole: int) -> str:
    """A share without decimals: 31%, "under 1%" for a part that would round to nothing."""
    forms = _forms()
    percent = round(100 * part / whole) if whole else 0
    return forms.under_one if part and not percent else forms.percent.format(n=percent)


def _day(d: date, months: Sequence[str]) -> str:
    forms = _forms()
    number = forms.first if d.day == 1 else str(d.day)
    return forms.space.join((number, months[d.month - 1], str(d.year)))


def day(d: date) -> str:
    """17 Feb 2026 in English, 17 févr. 2026 in French."""
    return _day(d, _forms().short_months)


def long_day(d: date) -> str:
    """17 February 2026 in English, 17 février 2026 in French."""
    return _day(d, _forms().months)


def weekday_day(d: date) -> str:
    """Tuesday 17 February 2026, mardi 17 février 2026."""
    return f"{_forms().weekdays[d.weekday()]} {long_day(d)}"


def short_day(d: date) -> str:
    """17 Feb: for a table of five rows, the one place where the year may be left out."""
    return day(d).removesuffix(f"{_forms().space}{d.year}")


def month(d: date) -> str:
    """May 2024, mai 2024."""
    forms = _forms()
    return f"{forms.months[d.month - 1]}{forms.space}{d.year}"


def short_month(d: date, *, year: bool = False) -> str:
    """Apr, or Jan 2026 with the year: the label of a tick."""
    forms = _forms()
    name = forms.short_months[d.month - 1]
    return f"{name}{forms.space}{d.year}" if year else name


def time_of_day(t: datetime) -> str:
    """09:35:59 in English, 9 h 35 min 59 s in French, UTC, for a column that says so above."""
    return _forms().clock.format(t=t.astimezone(UTC))


def clock(t: datetime) -> str:
    """09:35:59 UTC in English, 9 h 35 min 59 s UTC in French."""
    return f"{time_of_day(t)}{_forms().space}UTC"


def moment(t: datetime) -> str:
    """17 Feb 2026, 11:33:44 UTC."""
    return f"{day(t.astimezone(UTC))}, {clock(t)}"


def long_moment(t: datetime) -> str:
    """16 March 2025, 09:35:59 UTC: for running text."""
    return f"{long_day(t.astimezone(UTC))}, {clock(t)}"


def bare_moment(t: datetime) -> str:
    """28 May 2026, 16:55:23: for a column whose heading says UTC."""
    return f"{day(t.astimezone(UTC))}, {time_of_day(t)}"


def minute(t: datetime) -> str:
    """2 Oct 2026, 14:00 UTC: for what we did ourselves, to the minute."""
    forms = _forms()
    utc = t.astimezone(UTC)
    return f"{day(utc)}, {forms.minute.format(t=utc)}{forms.space}UTC"


def ottawa(t: datetime) -> str:
    """06:33:44 in Ottawa; with the date where it is another day there than in UTC."""
    forms = _forms()
    there = t.astimezone(OTTAWA)
    words = forms.clock.format(t=there)
    if there.date() == t.astimezone(UTC).date():
        return forms.ottawa.format(clock=words)
    return forms.other_day.format(clock=words, day=day(there))


def newsroom(t: datetime) -> str:
    """17 Feb 2026, 11:52 ET: when the newsroom did something, in its own time (Ottawa)."""
    forms, there = _forms(), t.astimezone(OTTAWA)
    return forms.newsroom.format(day=day(there), minute=forms.minute.format(t=there))


def newsroom_day(t: datetime) -> str:
    """17 Feb 2026: the day in Ottawa of something that the newsroom did."""
    return day(t.astimezone(OTTAWA))


def _english_suffix(n: int) -> str:
    if n % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


def ordinal(n: int) -> str:
    """third, 11th; troisième, 11e. French forms are feminine: what we count are rondes."""
    forms = _forms()
    if 1 <= n <= len(forms.ordinals):
        return forms.ordinals[n - 1]
    return forms.ordinal.format(n=figure(n), suffix=_english_suffix(n))


def counted(n: int, unit: str) -> str:
    """one point, 40 points, 0 days; 1 point, 0 jour. `unit`: point, day, week, month or year."""
    forms = _forms()
    one, many = forms.units[unit]
    number = forms.small[n - 1] if 1 <= n <= len(forms.small) else figure(n)
    return f"{number}{forms.space}{one if n in forms.singular else many}"


def more_than(text: str) -> str:
    """more than 11 months, plus de 11 mois."""
    return _forms().more_than.format(text=text)


def series(words: Sequence[str]) -> str:
    """395, 396 and 397; 395, 396 et 397."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {_forms().conjunction} {words[-1]}"


def span(first: object, last: object) -> str:
    """169 to 805; one value alone where both are the same."""
    return str(first) if first == last else _forms().span.format(first=first, last=last)
