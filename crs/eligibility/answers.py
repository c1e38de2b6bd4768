"""The whole answer: three programs, every category, the grid and what is to be said with it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from crs.eligibility.categories import category
from crs.eligibility.checks import Check, Verdict, all_of, any_of, check
from crs.eligibility.grid import Grid, grid_of
from crs.eligibility.inputs import Candidate, read_candidate
from crs.eligibility.programs import cec, fst, fsw, is_trade
from crs.eligibility.rules import categories, category_on, programs
from crs.official import PAGES
from crs.rules import Announced, in_force
from crs.wording import Said


@dataclass(frozen=True, slots=True)
class Answer:
    """One program or category. `key` is cec, fsw, fst, or the family of its draws.

    `certainty` (high, medium-high, medium, low-medium) is that of a category’s list and rule,
    and `why` says what it rests on.
    """

    key: str
    verdict: Verdict
    checks: tuple[Check, ...]
    page: str
    certainty: str = "high"
    why: tuple[Said, ...] = ()

    def as_json(self) -> dict[str, object]:
        return {
            "key": self.key,
            "verdict": self.verdict,
            "checks": [each.as_json() for each in self.checks],
            "page": self.page,
            "certainty": self.certainty,
            "why": [each.as_json() for each in self.why],
        }


@dataclass(frozen=True, slots=True)
class Eligibility:
    """`invited_for` is the program of an invitation: CEC before FSW before FST; None for none."""

    on: dt.date
    programs: tuple[Answer, ...]
    categories: tuple[Answer, ...]
    grid: Grid
    invited_for: str | None
    notes: tuple[Said, ...]

    def as_json(self) -> dict[str, object]:
        return {
            "on": self.on.isoformat(),
            "programs": [each.as_json() for each in self.programs],
            "categories": [each.as_json() for each in self.categories],
            "grid": self.grid.as_json(),
            "invited_for": self.invited_for,
            "notes": [each.as_json() for each in self.notes],
        }


def eligibility(inputs: object, on: dt.date) -> Eligibility:
    """What `inputs` (see crs.eligibility.inputs) are eligible for on a day.

    Raises InputProblem, nothing else.
    """
    person = read_candidate(inputs, on)
    grid = grid_of(person)
    found = (
        _program("cec", tuple(cec(person))),
        _program("fsw", tuple(fsw(person, grid))),
        _program("fst", tuple(fst(person))),
    )
    pool = any_of(answer.verdict for answer in found)
    return Eligibility(
        on=on,
        programs=found,
        categories=tuple(_category(family, person, pool) for family in categories()),
        grid=grid,
        invited_for=next((each.key for each in found if each.verdict == "yes"), None),
        notes=(*_notes(person), *person.profile.notes),
    )


def _program(key: str, checks: tuple[Check, ...]) -> Answer:
    return Answer(key, all_of(each.verdict for each in checks), checks, PAGES[key])


def _category(family: str, person: Candidate, pool: Verdict) -> Answer:
    entry = category_on(family, person.on)
    page = PAGES["categories"]
    if entry is None:
        checks: tuple[Check, ...] = (check(False, "categories", Said("category-in-use")),)
        return Answer(family, "no", checks, page)
    in_pool = {"yes": True, "no": False, "missing": None}[pool]
    checks = (
        *category(person, entry),
        check(in_pool, "categories", Said("category-needs-program")),
    )
    why = [Said(f"list-{entry['why']}")]
    if "hours_certainty" in entry:
        why.append(Said("category-hours-less-certain"))
    verdict = all_of(each.verdict for each in checks)
    return Answer(family, verdict, checks, page, entry["certainty"], tuple(why))


def _notes(person: Candidate) -> Iterator[Said]:
    today = in_force(person.on)
    if isinstance(today, Announced) and today.status == "points-unknown":
        yield Said("programs-as-read", {"checked": programs()["checked"].isoformat()})
    yield Said("funds-change-every-year", {"since": programs()["funds"][-1]["from"].isoformat()})
    if any(is_trade(job.noc) for job in person.jobs or ()):
        yield Said("trade-qualified")
