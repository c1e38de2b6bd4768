"""“Would I have been invited?” as a form: scores, the moment, what one qualifies for."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from crs.invited import Person, Submitted, TypedScore
from crs.pages.fields import Field, Group
from publish.formats import day

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as LazyText

FIRST_DAY = dt.date(2015, 1, 1)
MOST = 1200
LATER = ("2", "3", "4")
ZONES = {
    "ottawa": "America/Toronto",
    "vancouver": "America/Vancouver",
    "london": "Europe/London",
    "paris": "Europe/Paris",
    "lagos": "Africa/Lagos",
    "dubai": "Asia/Dubai",
    "karachi": "Asia/Karachi",
    "delhi": "Asia/Kolkata",
    "beijing": "Asia/Shanghai",
    "manila": "Asia/Manila",
}
_ZONE_NAMES = (
    ("", _("UTC")),
    ("ottawa", _("Ottawa, Toronto (ET)")),
    ("vancouver", _("Vancouver (PT)")),
    ("london", _("London")),
    ("paris", _("Paris")),
    ("lagos", _("Lagos")),
    ("dubai", _("Dubai")),
    ("karachi", _("Karachi")),
    ("delhi", _("Delhi")),
    ("beijing", _("Beijing")),
    ("manila", _("Manila")),
)
YES_NO_UNSURE = (("yes", _("Yes")), ("", _("No")), ("unsure", _("Not sure")))
_FIRST = {
    "cec": _("Canadian Experience Class"),
    "french": _("French, NCLC 7 in all four abilities"),
    "health": _("A health occupation"),
    "trades": _("A trades occupation"),
    "pnp": _("A provincial nomination"),
}
_MORE = {
    "fsw": _("Federal Skilled Worker Program"),
    "fst": _("Federal Skilled Trades Program"),
    "stem": _("A STEM occupation"),
    "education": _("An education occupation"),
    "transport": _("A transport occupation"),
    "agriculture": _("An agriculture occupation"),
    "physicians": _("Physician with work in Canada"),
    "senior-managers": _("Senior manager with work in Canada"),
    "researchers": _("Researcher with work in Canada"),
    "military": _("Skilled military recruit"),
}
FAMILY_NAMES = (*_FIRST, *_MORE)


def _kinds(names: "Mapping[str, LazyText]") -> tuple[Field, ...]:
    return tuple(Field(name, "radio", text, options=YES_NO_UNSURE) for name, text in names.items())


GROUPS = (
    Group(
        "score",
        "",
        (
            Field(
                "score",
                "number",
                _("CRS score"),
                hint=_("The total on your profile, 0 to 1,200, with the 600 of a nomination."),
            ),
        ),
    ),
    Group(
        "moment",
        _("Profile submitted"),
        (
            Field("date", "day", _("Date")),
            Field("time", "time", _("Time, if you know it")),
            Field("zone", "choice", _("Time zone"), options=_ZONE_NAMES),
        ),
        hint=_("The time only matters if your score equals the cut-off."),
    ),
    Group("first", _("What you qualify for"), _kinds(_FIRST)),
    Group("more", _("Other programs and occupations"), _kinds(_MORE), folded=True),
    Group(
        "later",
        _("My score changed later"),
        tuple(
            field
            for place in LATER
            for field in (
                Field(f"score{place}", "number", _("New score")),
                Field(f"since{place}", "day", _("From this day on")),
            )
        ),
        folded=True,
    ),
)
NAMES = tuple(field.name for group in GROUPS for field in group.fields)


@dataclass(frozen=True, slots=True)
class Profile:
    """Who asks; None with errors, which are by the name of the field."""

    person: Person | None
    errors: Mapping[str, str]


def read_profile(typed: Mapping[str, str], today: dt.date) -> Profile:
    """The person of a form that was sent."""
    errors: dict[str, str] = {}
    score = _score(typed, "score", errors, required=True)
    submitted = _submitted(typed, today, errors)
    later = list(_later(typed, today, errors))
    chosen = {name: typed.get(name, "") for name in FAMILY_NAMES}
    for name, text in chosen.items():
        if text not in ("", "yes", "no", "unsure"):
            errors[name] = gettext("Choose one of the answers.")
    if errors or score is None or submitted is None:
        return Profile(None, errors)
    person = Person(
        scores=[TypedScore(score), *later],
        submitted=submitted,
        eligible=frozenset(name for name, text in chosen.items() if text == "yes"),
        unsure=frozenset(name for name, text in chosen.items() if text == "unsure"),
    )
    return Profile(person, {})


def _score(
    typed: Mapping[str, str], name: str, errors: dict[str, str], *, required: bool
) -> int | None:
    text = typed.get(name, "").replace(",", "").replace("\u00a0", "").replace(" ", "")
    if re.fullmatch(r"(?a:\d{1,4})", text) and int(text) <= MOST:
        return int(text)
    if text or required:
        errors[name] = gettext("Enter a whole number from 0 to %(most)s.") % {"most": MOST}
    return None


def _later(
    typed: Mapping[str, str], today: dt.date, errors: dict[str, str]
) -> Iterator[TypedScore]:
    for place in LATER:
        names = (f"score{place}", f"since{place}")
        if not any(name in typed for name in names):
            continue
        score = _score(typed, names[0], errors, required=True)
        since = _day(typed, names[1], today, errors)
        if score is not None and since is not None:
            yield TypedScore(score, since)


def _day(
    typed: Mapping[str, str], name: str, today: dt.date, errors: dict[str, str]
) -> dt.date | None:
    try:
        text = typed.get(name, "")
        found = dt.date.fromisoformat(text) if re.fullmatch(r"(?a:\d{4}-\d\d-\d\d)", text) else None
    except ValueError:
        found = None
    if found and FIRST_DAY <= found <= today:
        return found
    example = gettext("Enter a day from %(first)s to %(last)s, such as 2025-04-02.")
    errors[name] = example % {"first": day(FIRST_DAY), "last": day(today)}
    return None


def _submitted(
    typed: Mapping[str, str], today: dt.date, errors: dict[str, str]
) -> Submitted | None:
    # It is tomorrow in Manila before it is in UTC.
    date = _day(typed, "date", today + dt.timedelta(days=1), errors)
    text, zone_name = typed.get("time", ""), typed.get("zone", "")
    clock = _clock(text)
    if text and clock is None:
        errors["time"] = gettext("Enter a time such as 14:20 or 14:20:59.")
    if zone_name and zone_name not in ZONES:
        errors["zone"] = gettext("Choose one of the answers.")
    if date is None or "time" in errors or "zone" in errors:
        return None
    zone = ZoneInfo(ZONES[zone_name]) if zone_name else dt.UTC
    return _between(date, clock, text.count(":") == 2, zone)


def _clock(text: str) -> dt.time | None:
    try:
        return dt.time.fromisoformat(text) if re.fullmatch(r"(?a:\d\d(:\d\d){1,2})", text) else None
    except ValueError:
        return None


def _between(date: dt.date, clock: dt.time | None, exact: bool, zone: dt.tzinfo) -> Submitted:
    """A moment to the second; else the minute or the day, in its zone, that it lies in."""
    start = dt.datetime.combine(date, clock or dt.time(), zone)
    if exact:
        return Submitted.at(start.astimezone(dt.UTC))
    length = dt.timedelta(minutes=1) if clock else dt.timedelta(days=1)
    end = (start + length).astimezone(dt.UTC) - dt.timedelta(microseconds=1)
    return Submitted(start.astimezone(dt.UTC), end)
