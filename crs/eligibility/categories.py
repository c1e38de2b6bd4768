"""Category-based selection: French, and occupations with experience, by the day."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from crs.eligibility import work
from crs.eligibility.checks import Check, check
from crs.eligibility.inputs import Candidate, Job
from crs.rules import EDUCATION
from crs.wording import Said

WITHIN_YEARS = 3


def category(person: Candidate, entry: dict[str, Any]) -> Iterator[Check]:
    if "level" in entry:
        yield _french(person, entry["level"])
    elif "service_years" in entry:
        yield from _military(person, entry)
    else:
        yield _experience(person, entry)


def _french(person: Candidate, needed: int) -> Check:
    """Without a French test there is no result in French: that is missing, not no."""
    levels = person.profile.french
    enough = None if levels is None else levels.weakest >= needed
    found = Said("level-found", {"has": levels.weakest if levels else 0})
    return check(enough, "categories", Said("category-french", {"needed": needed}), found)


def _experience(person: Candidate, entry: dict[str, Any]) -> Check:
    needed, in_canada = entry["hours"], entry["where"] == "canada"
    jobs = [job for job in person.jobs or () if _is_listed(job, entry, in_canada)]
    count = work.unbroken_hours if entry["continuous"] else work.hours
    since = work.window(person.on, WITHIN_YEARS)
    best = _in_one_occupation(jobs, count, since, person.on)
    enough: bool | None = None if person.jobs is None else best >= needed
    if enough is False and count(jobs, since, person.on) >= needed:
        # The rules of 2026 that we could read do not say that it must be one occupation.
        enough = False if entry["continuous"] else None
    place = "in-canada" if in_canada else "anywhere"
    kind = "continuous" if entry["continuous"] else "in-all"
    rule = Said(f"category-work-{place}-{kind}", {"needed": needed, "years": WITHIN_YEARS})
    return check(enough, "categories", rule, Said("hours-found", {"has": best}))


def _is_listed(job: Job, entry: dict[str, Any], in_canada: bool) -> bool:
    return job.noc in entry["occupations"] and job.authorized and (job.in_canada or not in_canada)


def _in_one_occupation(
    jobs: list[Job], count: Callable[..., int], since: dt.date, until: dt.date
) -> int:
    codes = {job.noc for job in jobs}
    return max(
        (count([job for job in jobs if job.noc == code], since, until) for code in codes), default=0
    )


def _military(person: Candidate, entry: dict[str, Any]) -> Iterator[Check]:
    yield _years("military-offer", person.forces_offer_years, entry["offer_years"])
    yield _years("military-service", person.foreign_service_years, entry["service_years"])
    level = person.profile.education
    asked = EDUCATION.index(entry["education"])
    enough = None if level is None else EDUCATION.index(level) >= asked
    yield check(enough, "categories", Said("military-education"))


def _years(code: str, has: int | None, needed: int) -> Check:
    enough = None if has is None else has >= needed
    rule = Said(code, {"needed": needed})
    return check(enough, "categories", rule, Said("years-found", {"has": has or 0}))
