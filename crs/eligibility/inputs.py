"""What a person tells for eligibility: the inputs of a score (crs.profile), and these.

    "work": [{"noc": "21231", "where": "canada", "from": "2024-03-01", "to": null,
              "hours_per_week": 37.5, "self_employed": false, "student": false,
              "authorized": true}],
    "education_proven": true, "studied_in_canada": false, "outside_quebec": true,
    "funds": 20000, "family_size": 2, "authorized_in_canada": false, "valid_job_offer": false,
    "relative_in_canada": false, "forces_offer_years": 0, "foreign_service_years": 0,
    "partner": {…, "studied_in_canada": false, "worked_in_canada": false}

A question that is not answered is missing, not no. `to` null: still there. `education_proven`: a
Canadian credential or an assessment under five years old. `valid_job_offer`: full-time, for a
year or more, in skilled work. `studied_in_canada`: two academic years, full-time.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from crs.occupations import is_code
from crs.profile import Profile, profile_from
from crs.reading import Fault, InputProblem, Reader, as_number

MOST_JOBS = 20
MOST_HOURS = 168
MOST_FUNDS = 1_000_000_000
MOST_FAMILY = 50

FLAGS = (
    "education_proven",
    "studied_in_canada",
    "outside_quebec",
    "authorized_in_canada",
    "valid_job_offer",
    "relative_in_canada",
)
NUMBERS = {
    "funds": MOST_FUNDS,
    "family_size": MOST_FAMILY,
    "forces_offer_years": 80,
    "foreign_service_years": 80,
}


@dataclass(frozen=True, slots=True)
class Job:
    """Work in one occupation; both days belong to it."""

    noc: str
    in_canada: bool
    starts: dt.date
    ends: dt.date
    hours_per_week: float
    self_employed: bool
    student: bool
    authorized: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person on a day. None: not answered. `jobs` None: nothing was said about work."""

    on: dt.date
    profile: Profile
    jobs: tuple[Job, ...] | None
    education_proven: bool | None
    studied_in_canada: bool | None
    outside_quebec: bool | None
    authorized_in_canada: bool | None
    valid_job_offer: bool | None
    relative_in_canada: bool | None
    partner_studied: bool | None
    partner_worked: bool | None
    funds: int | None
    family_size: int | None
    forces_offer_years: int | None
    foreign_service_years: int | None


def read_candidate(inputs: object, on: dt.date) -> Candidate:
    """Raises InputProblem with everything that is wrong."""
    faults: list[Fault] = []
    reader = Reader(inputs, faults)
    more = _more(reader)
    partner = _partner_answers(reader)
    jobs = _jobs(reader, on)
    profile = profile_from(reader, on, partner_questions=PARTNER_QUESTIONS)
    reader.close()
    if faults or profile is None:
        raise InputProblem(faults)
    proven = more.pop("education_proven")
    if profile.canadian_study != "none":
        proven = True
    return Candidate(on=on, profile=profile, jobs=jobs, education_proven=proven, **partner, **more)


PARTNER_QUESTIONS = ("studied_in_canada", "worked_in_canada")


def _more(reader: Reader) -> dict[str, Any]:
    numbers = {key: reader.whole(key, most) for key, most in NUMBERS.items()}
    return {key: reader.answer(key) for key in FLAGS} | numbers


def _partner_answers(reader: Reader) -> dict[str, bool | None]:
    part = reader.part("partner") if isinstance(reader.raw("partner"), dict) else None
    studied, worked = (part.answer(key) if part else None for key in PARTNER_QUESTIONS)
    return {"partner_studied": studied, "partner_worked": worked}


def _jobs(reader: Reader, on: dt.date) -> tuple[Job, ...] | None:
    parts = reader.parts("work", MOST_JOBS)
    if parts is None:
        return None
    jobs = [_job(part, on) for part in parts]
    return tuple(job for job in jobs if job is not None)


def _job(part: Reader, on: dt.date) -> Job | None:
    noc = part.raw("noc")
    if not isinstance(noc, str) or not is_code(noc):
        part.fault("noc", "not-an-occupation")
        noc = None
    where = part.choice("where", ("canada", "abroad"))
    starts, ends = part.day("from"), part.day("to") or on
    for key in ("where", "from"):
        if not part.has(key):
            part.fault(key, "required")
    if starts and ends < starts and part.has("to"):
        part.fault("to", "ends-before-it-begins")
    hours = _hours(part)
    flags = {key: part.flag(key) for key in ("self_employed", "student")}
    authorized = part.answer("authorized")
    part.close()
    if noc is None or where is None or starts is None:
        return None
    in_canada = where == "canada"
    return Job(noc, in_canada, starts, ends, hours, authorized=authorized is not False, **flags)


def _hours(part: Reader) -> float:
    value = part.raw("hours_per_week")
    number = 30 if value is None else as_number(value)
    if number is None or not 0 < number <= MOST_HOURS:
        part.fault("hours_per_week", "not-in-range", low=1, high=MOST_HOURS)
        return 0
    return number
