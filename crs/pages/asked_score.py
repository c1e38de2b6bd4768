"""The CRS calculator as a form, in the order of the official one."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from crs.pages.asked_person import (
    EDUCATION_FIELDS,
    FIRST,
    MARITAL,
    PARTNER,
    PARTNER_EDUCATION,
    SECOND,
    inputs_of,
    names_of,
    said_of,
)
from crs.pages.fields import Field, Group
from crs.ranking import Score, score
from crs.reading import InputProblem
from publish.formats import day

FIRST_DAY = dt.date(2015, 1, 1)
ON = Field(
    "on",
    "day",
    _("Rules of this day"),
    hint=_("Leave it blank for today."),
)
GROUPS = (
    Group("you", _("You"), (*MARITAL, Field("age", "number", _("Age"), "age"))),
    Group(
        "education",
        pgettext_lazy("studies", "Education"),
        (
            *EDUCATION_FIELDS,
            Field(
                "study",
                "choice",
                _("A credential from a school in Canada"),
                "canadian_credential",
                options=(
                    ("", _("None")),
                    ("1-2", _("From a program of one or two years")),
                    ("3+", _("From a program of three years or more, or a higher degree")),
                ),
            ),
        ),
    ),
    FIRST,
    SECOND,
    Group(
        "work",
        _("Work experience"),
        (
            Field("ca", "number", _("Years of skilled work in Canada"), "canadian_work_years"),
            Field("abroad", "number", _("Years of skilled work abroad"), "foreign_work_years"),
            Field(
                "certificate",
                "tick",
                _("A Canadian certificate of qualification in a trade"),
                "certificate",
            ),
        ),
        hint=_("Completed years in the last ten; part-time counts by its share."),
    ),
    Group(
        "more",
        _("Additional points"),
        (
            Field("nomination", "tick", _("A provincial nomination"), "nomination"),
            Field(
                "sibling",
                "tick",
                _("A brother or sister in Canada, citizen or permanent resident"),
                "sibling",
            ),
            Field(
                "offer",
                "choice",
                _("A valid job offer"),
                "job_offer",
                _("Has earned no points since 25 March 2025."),
                (
                    ("", _("None")),
                    ("00", _("In senior management (major group 00)")),
                    ("other", _("In other skilled work")),
                ),
            ),
        ),
    ),
    Group(
        "partner",
        _("Your partner"),
        (
            PARTNER_EDUCATION,
            Field(
                "pca",
                "number",
                _("Your partner’s years of work in Canada"),
                "partner.canadian_work_years",
            ),
        ),
        folded=True,
    ),
    PARTNER,
    Group("day", _("Rules of another day"), (ON,), folded=True),
)
NAMES = tuple(each.name for group in GROUPS for each in group.fields)


@dataclass(frozen=True, slots=True)
class Asked:
    """A form that was sent. `score` is None with errors, which are by field."""

    inputs: Mapping[str, Any]
    on: dt.date
    score: Score | None = None
    errors: Mapping[str, str] = field(default_factory=dict)


def read_score(typed: Mapping[str, str], today: dt.date) -> Asked:
    inputs, errors = inputs_of(GROUPS, typed)
    on = day_of(typed, today, errors)
    try:
        found = score(inputs, on)
    except InputProblem as problem:
        errors = said_of(problem.faults, names_of(GROUPS)) | errors
        found = None
    return Asked(inputs, on, None if errors else found, errors)


def day_of(typed: Mapping[str, str], today: dt.date, errors: dict[str, str]) -> dt.date:
    """The day whose rules are asked for, today without one; from 2015 to the end of next year."""
    text = typed.get("on", "")
    if not text:
        return today
    last = dt.date(today.year + 1, 12, 31)
    try:
        found = dt.date.fromisoformat(text) if re.fullmatch(r"(?a:\d{4}-\d\d-\d\d)", text) else None
    except ValueError:
        found = None
    if found and FIRST_DAY <= found <= last:
        return found
    said = gettext("Enter a day from %(first)s to %(last)s, such as 2025-04-02.")
    errors["on"] = said % {"first": day(FIRST_DAY), "last": day(last)}
    return today
