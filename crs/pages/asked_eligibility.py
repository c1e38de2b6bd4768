"""Program eligibility as a form: the person, and up to four jobs."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from crs.eligibility import Eligibility, eligibility
from crs.occupations import is_code, search
from crs.pages.asked_person import (
    EDUCATION_FIELDS,
    FIRST,
    MARITAL,
    PARTNER,
    SECOND,
    YES_NO,
    inputs_of,
    names_of,
    said_of,
)
from crs.pages.asked_score import ON, day_of
from crs.pages.fields import Field, Group, Offer, answer
from crs.pages.words import title_of
from crs.reading import InputProblem

JOBS = ("1", "2", "3", "4")
MOST_OFFERS = 12
_JOB_NAMES = {
    "1": _("Your work"),
    "2": _("A second job"),
    "3": _("A third job"),
    "4": _("A fourth job"),
}


def _yes_no(name: str, label: Any, path: str, hint: Any = "") -> Field:
    return Field(name, "choice", label, path, hint, YES_NO)


def _job(nth: str) -> Group:
    return Group(
        "job",
        _JOB_NAMES[nth],
        (
            Field(
                f"noc{nth}",
                "text",
                _("Occupation"),
                hint=_("The NOC 2021 code, five digits, or words to look it up."),
                listed="occupations",
            ),
            Field(
                f"at{nth}",
                "choice",
                _("Where"),
                options=(("", _("Choose")), ("canada", _("In Canada")), ("abroad", _("Abroad"))),
            ),
            Field(f"from{nth}", "day", _("First day")),
            Field(f"to{nth}", "day", _("Last day; blank if you still work there")),
            Field(f"hours{nth}", "number", _("Hours a week; blank for 30")),
            Field(f"self{nth}", "tick", _("Self-employed")),
            Field(f"student{nth}", "tick", _("While a full-time student")),
        ),
        folded=nth != "1",
    )


# What the form asks of a job, and what the rules call it.
_JOB_KEYS = {
    "noc": "noc",
    "at": "where",
    "from": "from",
    "to": "to",
    "hours": "hours_per_week",
    "self": "self_employed",
    "student": "student",
}

PERSON = (
    Group("you", _("You"), (Field("age", "number", _("Age"), "age"), *MARITAL)),
    Group(
        "education",
        pgettext_lazy("studies", "Education"),
        (
            *EDUCATION_FIELDS,
            _yes_no(
                "proven",
                _("A Canadian credential, or an ECA under five years old"),
                "education_proven",
            ),
        ),
    ),
    FIRST,
    SECOND,
)
MORE = (
    Group(
        "canada",
        _("Plans and papers"),
        (
            _yes_no("outside", _("You plan to live outside Quebec"), "outside_quebec"),
            _yes_no("permit", _("You may work in Canada now"), "authorized_in_canada"),
            _yes_no(
                "offer",
                _("A valid job offer"),
                "valid_job_offer",
                _("Full-time, for a year or more, in skilled work."),
            ),
            Field(
                "certificate",
                "tick",
                _("A Canadian certificate of qualification in a trade"),
                "certificate",
            ),
        ),
    ),
    Group(
        "funds",
        _("Family and funds"),
        (
            Field(
                "family",
                "number",
                _("People in your family"),
                "family_size",
                _("You, your partner and dependent children, also if they do not come along."),
            ),
            Field("funds", "number", _("Funds, in Canadian dollars"), "funds"),
        ),
    ),
    Group(
        "adapt",
        _("Ties to Canada, for the 67-point grid"),
        (
            _yes_no("studied", _("You studied in Canada for two years"), "studied_in_canada"),
            _yes_no(
                "relative",
                _("A relative of yours or your partner’s lives in Canada"),
                "relative_in_canada",
                _("Parent, grandparent, child, grandchild, sibling, aunt, uncle, niece or nephew."),
            ),
            _yes_no("pstudied", _("Your partner studied in Canada"), "partner.studied_in_canada"),
            _yes_no(
                "pworked", _("Your partner worked in Canada for a year"), "partner.worked_in_canada"
            ),
        ),
        folded=True,
    ),
    PARTNER,
    Group(
        "military",
        _("Military recruits"),
        (
            Field(
                "forces",
                "number",
                _("Years of an offer of the Canadian Armed Forces"),
                "forces_offer_years",
            ),
            Field(
                "served",
                "number",
                _("Years of service in a foreign military"),
                "foreign_service_years",
            ),
        ),
        folded=True,
    ),
    Group("day", _("Rules of another day"), (ON,), folded=True),
)
GROUPS = (*PERSON, *(_job(nth) for nth in JOBS), *MORE)
NAMES = tuple(each.name for group in GROUPS for each in group.fields)


@dataclass(frozen=True, slots=True)
class Asked:
    """A form that was sent. `found` is None with errors; `offers` are occupations to choose from,
    by field."""

    on: dt.date
    found: Eligibility | None = None
    errors: Mapping[str, str] = field(default_factory=dict)
    offers: Mapping[str, tuple[Offer, ...]] = field(default_factory=dict)


def read_eligibility(typed: Mapping[str, str], today: dt.date) -> Asked:
    inputs, errors = inputs_of(GROUPS, typed)
    on = day_of(typed, today, errors)
    jobs, names = _jobs(typed)
    if jobs:
        inputs["work"] = jobs
    offers = _offers(typed, errors)
    try:
        found = eligibility(inputs, on)
    except InputProblem as problem:
        errors = said_of(problem.faults, names_of(GROUPS) | names) | errors
        found = None
    return Asked(on, None if errors else found, errors, offers)


def _jobs(typed: Mapping[str, str]) -> tuple[list[dict[str, object]], dict[str, str]]:
    """The jobs of which anything was typed, and the fields that their paths belong to."""
    fields = {each.name: each for group in GROUPS for each in group.fields}
    jobs: list[dict[str, object]] = []
    names: dict[str, str] = {}
    for nth in JOBS:
        said = {name: typed[f"{name}{nth}"] for name in _JOB_KEYS if f"{name}{nth}" in typed}
        if not said:
            continue
        names |= {f"work[{len(jobs)}].{key}": f"{name}{nth}" for name, key in _JOB_KEYS.items()}
        jobs.append(
            {_JOB_KEYS[name]: answer(fields[f"{name}{nth}"], text) for name, text in said.items()}
        )
    return jobs, names


def _offers(typed: Mapping[str, str], errors: dict[str, str]) -> dict[str, tuple[Offer, ...]]:
    """Words in place of a code: the occupations that have them, as links to the same answers."""
    found: dict[str, tuple[Offer, ...]] = {}
    for nth in JOBS:
        name = f"noc{nth}"
        words = typed.get(name, "")
        if not words or is_code(words):
            continue
        known = search(words)
        if known:
            errors[name] = gettext("Choose one of these, or enter the code.")
        else:
            errors[name] = gettext(
                "No listed occupation has these words. Enter the NOC 2021 code of five digits."
            )
        found[name] = tuple(
            Offer(
                f"{each.noc} {title_of(each)[0]}",
                f"?{urlencode({**typed, name: each.noc}, safe=':')}",
                title_of(each)[1],
            )
            for each in known[:MOST_OFFERS]
        )
    return found
