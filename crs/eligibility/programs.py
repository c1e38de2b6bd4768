"""Canadian Experience Class, Federal Skilled Worker Program, Federal Skilled Trades Program."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from crs.eligibility import work
from crs.eligibility.checks import Check, best_weakest, check
from crs.eligibility.grid import Grid
from crs.eligibility.inputs import Candidate, Job
from crs.eligibility.rules import funds_needed, programs
from crs.language import ABILITIES, Levels
from crs.occupations import is_skilled, teer_of
from crs.official import PAGES
from crs.rules import EDUCATION
from crs.wording import Said


def cec(person: Candidate) -> Iterator[Check]:
    rule = programs()["cec"]
    jobs = [job for job in person.jobs or () if _counts_for_cec(job, rule["physicians"])]
    yield _work(person, "cec", jobs)
    yield _cec_language(person, jobs)
    yield _outside_quebec(person, "cec")


def fsw(person: Candidate, grid: Grid) -> Iterator[Check]:
    yield _continuous_work(person)
    rule, best = programs()["fsw"], best_weakest(person.profile.first, person.profile.second)
    yield _level("fsw", best, rule["level"])
    yield from _fsw_education(person, rule["education"])
    yield check(
        grid.passes,
        "fsw-grid",
        Said("fsw-grid", {"needed": grid.pass_mark}),
        Said("points-found", {"has": grid.total, "best": grid.at_best}),
    )
    yield _funds(person, "fsw")
    yield _outside_quebec(person, "fsw")


def fst(person: Candidate) -> Iterator[Check]:
    yield _trade_work(person)
    yield _trade_language(person)
    yield check(_offer_or_certificate(person), "fst", Said("fst-offer-or-certificate"))
    yield _funds(person, "fst")
    yield _outside_quebec(person, "fst")


def is_trade(noc: str) -> bool:
    rule = programs()["fst"]
    return noc.startswith(tuple(rule["trades"])) and not noc.startswith(tuple(rule["without"]))


def _counts_for_cec(job: Job, physicians: Sequence[str]) -> bool:
    own = job.self_employed and job.noc not in physicians
    return job.in_canada and job.authorized and is_skilled(job.noc) and not job.student and not own


def _hours_check(person: Candidate, program: str, has: int) -> Check:
    rule = programs()[program]
    asked = Said(f"{program}-work", {"needed": rule["hours"], "years": rule["within_years"]})
    enough = None if person.jobs is None else has >= rule["hours"]
    return check(enough, program, asked, Said("hours-found", {"has": has}))


def _since(person: Candidate, program: str) -> tuple[dt.date, dt.date]:
    return work.window(person.on, programs()[program]["within_years"]), person.on


def _work(person: Candidate, program: str, jobs: Sequence[Job]) -> Check:
    return _hours_check(person, program, work.hours(jobs, *_since(person, program)))


def _continuous_work(person: Candidate) -> Check:
    """One year without a break in one occupation, which is then the primary one."""
    jobs = [job for job in person.jobs or () if job.authorized and is_skilled(job.noc)]
    return _hours_check(person, "fsw", _best_occupation(jobs, person, "fsw", work.unbroken_hours))


def _trade_work(person: Candidate) -> Check:
    jobs = [
        job for job in person.jobs or () if job.authorized and is_trade(job.noc) and not job.student
    ]
    return _hours_check(person, "fst", _best_occupation(jobs, person, "fst", work.hours))


Count = Callable[[Sequence[Job], dt.date, dt.date], int]


def _best_occupation(jobs: Sequence[Job], person: Candidate, program: str, count: Count) -> int:
    since, until = _since(person, program)
    codes = {job.noc for job in jobs}
    each = ([job for job in jobs if job.noc == code] for code in codes)
    return max((count(same, since, until) for same in each), default=0)


def _level(program: str, has: int | None, needed: int) -> Check:
    enough = None if has is None else has >= needed
    rule = Said(f"{program}-language", {"needed": needed})
    return check(enough, "language", rule, Said("level-found", {"has": has or 0}))


def _cec_language(person: Candidate, jobs: Sequence[Job]) -> Check:
    """The level follows the work that is used: the lower one, if such work is enough alone."""
    rule = programs()["cec"]
    by_teer = {int(teer): level for teer, level in rule["level_by_teer"].items()}
    best = best_weakest(person.profile.first, person.profile.second)
    since = _since(person, "cec")
    needed = max(by_teer.values())
    for level in sorted(set(by_teer.values())):
        usable = [job for job in jobs if by_teer[teer_of(job.noc)] <= level]
        if work.hours(usable, *since) >= rule["hours"]:
            needed = level
            break
    return _level("cec", best, needed)


def _fsw_education(person: Candidate, needed: str) -> Iterator[Check]:
    level = person.profile.education
    enough = None if level is None else EDUCATION.index(level) >= EDUCATION.index(needed)
    yield check(enough, "fsw", Said("fsw-education"))
    if enough:
        yield check(person.education_proven, "credentials", Said("fsw-education-proven"))


def _trade_language(person: Candidate) -> Check:
    needed = programs()["fst"]["levels"]
    results = [each for each in (person.profile.first, person.profile.second) if each]
    enough = any(_reaches(each, needed) for each in results) if results else None
    return check(enough, "language", Said("fst-language", dict(needed)))


def _reaches(levels: Levels, needed: dict[str, int]) -> bool:
    return all(level >= needed[letter] for letter, level in zip(ABILITIES, levels, strict=True))


def _offer_or_certificate(person: Candidate) -> bool | None:
    return True if person.profile.certificate else person.valid_job_offer


def _funds(person: Candidate, program: str) -> Check:
    """Not asked of who may work in Canada and has a valid offer."""
    exempt = person.authorized_in_canada and person.valid_job_offer
    if exempt:
        return Check("yes", Said("funds-not-needed"), Said("answer-yes"), PAGES["funds"])
    if person.family_size is None:
        return check(None, "funds", Said("funds-by-family"))
    needed, since = funds_needed(person.family_size, person.on)
    values = {"needed": needed, "family": person.family_size, "since": since.isoformat()}
    enough = None if person.funds is None else person.funds >= needed
    found = Said("funds-found", {"has": person.funds or 0})
    if enough is False and _may_be_exempt(person):
        enough = None
    return check(enough, "funds", Said("funds", values), found)


def _may_be_exempt(person: Candidate) -> bool:
    """Whether an open question could still take the need for funds away."""
    answers = (person.authorized_in_canada, person.valid_job_offer)
    return None in answers and False not in answers


def _outside_quebec(person: Candidate, program: str) -> Check:
    return check(person.outside_quebec, program, Said("outside-quebec"))
