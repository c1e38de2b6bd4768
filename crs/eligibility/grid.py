"""The 67-point grid of the Federal Skilled Worker Program."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from crs.eligibility import work
from crs.eligibility.inputs import Candidate
from crs.eligibility.rules import programs
from crs.language import ABILITIES, Levels
from crs.occupations import is_skilled
from crs.rules import Steps

# Work in Canada adapts a person however long ago it was.
MOST_YEARS = 80
NO_EDUCATION = "less_than_secondary"


@dataclass(frozen=True, slots=True)
class Grid:
    """Points of 100, by factor. `at_best` is the total if every open question is answered yes.

    `adaptability` names what earned its points, before the cap of that factor.
    """

    total: int
    at_best: int
    pass_mark: int
    parts: Mapping[str, int]
    most: Mapping[str, int]
    adaptability: Mapping[str, int]

    @property
    def passes(self) -> bool | None:
        """None where it depends on what was not answered."""
        if self.total >= self.pass_mark:
            return True
        return None if self.at_best >= self.pass_mark else False

    def as_json(self) -> dict[str, object]:
        return {
            "total": self.total,
            "at_best": self.at_best,
            "pass_mark": self.pass_mark,
            "parts": dict(self.parts),
            "most": dict(self.most),
            "adaptability": dict(self.adaptability),
        }


@dataclass(frozen=True, slots=True)
class GridFacts:
    """What the grid looks at. `work_years` are completed years of skilled work.

    Anything but the age can be None: not answered, or none of it. `adaptability` is by the names
    of the data.
    """

    first: Levels | None
    second: Levels | None
    education: str | None
    work_years: int | None
    age: int
    job_offer: bool | None
    adaptability: Mapping[str, bool | None]


def grid(facts: GridFacts) -> Grid:
    table = programs()["grid"]
    parts, adaptability = _points(facts, table, unanswered=False)
    best, _ = _points(facts, table, unanswered=True)
    return Grid(
        total=sum(parts.values()),
        at_best=sum(best.values()),
        pass_mark=programs()["fsw"]["pass_mark"],
        parts=parts,
        most=_most(table),
        adaptability=adaptability,
    )


def _points(
    facts: GridFacts, table: dict[str, Any], *, unanswered: bool
) -> tuple[dict[str, int], dict[str, int]]:
    adapted = {
        name: table["adaptability"][name]
        for name, has in facts.adaptability.items()
        if (unanswered if has is None else has)
    }
    offer = unanswered if facts.job_offer is None else facts.job_offer
    parts = {
        "first_language": _first(facts.first, table["first_language"]),
        "second_language": _second(facts.second, table["second_language"]),
        "education": table["education"][facts.education] if facts.education else 0,
        "work": table["work"].at(facts.work_years or 0).points[0],
        "age": table["age"].at(facts.age).points[0],
        "job_offer": table["job_offer"] if offer else 0,
        "adaptability": min(sum(adapted.values()), table["adaptability_most"]),
    }
    if unanswered:
        # No second language is an answer: most people have none.
        open_parts: dict[str, object] = {
            "first_language": facts.first,
            "education": facts.education,
            "work": facts.work_years,
        }
        most = _most(table)
        parts |= {name: most[name] for name, answer in open_parts.items() if answer is None}
    return parts, adapted


def _second(levels: Levels | None, rule: dict[str, int]) -> int:
    return rule["points"] if levels is not None and levels.weakest >= rule["level"] else 0


def _first(levels: Levels | None, steps: Steps) -> int:
    """No ability may be under the first step: a person with one is not eligible at all."""
    if levels is None or not steps.at(levels.weakest).points[0]:
        return 0
    return sum(steps.at(level).points[0] for level in levels)


def _most(table: dict[str, Any]) -> dict[str, int]:
    return {
        "first_language": table["first_language"].top[0] * len(ABILITIES),
        "second_language": table["second_language"]["points"],
        "education": max(table["education"].values()),
        "work": table["work"].top[0],
        "age": table["age"].top[0],
        "job_offer": table["job_offer"],
        "adaptability": table["adaptability_most"],
    }


def grid_of(person: Candidate) -> Grid:
    """The better of the two orders of languages: the person chooses which comes first."""
    profile = person.profile
    orders = [(profile.first, profile.second)]
    if profile.second:
        orders.append((profile.second, profile.first))
    return max(
        (grid(_facts(person, first, second)) for first, second in orders),
        key=lambda result: (result.total, result.at_best),
    )


def _facts(person: Candidate, first: Levels | None, second: Levels | None) -> GridFacts:
    profile = person.profile
    years = programs()["fsw"]["within_years"]
    since = work.window(person.on, years)
    skilled = [job for job in person.jobs or () if is_skilled(job.noc) and job.authorized]
    hours = work.hours(skilled, since, person.on)
    return GridFacts(
        first=first,
        second=second,
        education=profile.education if person.education_proven is not False else NO_EDUCATION,
        work_years=None if person.jobs is None else hours // work.YEAR,
        age=profile.age,
        job_offer=person.valid_job_offer,
        adaptability=dict(_adaptability(person)),
    )


def _adaptability(person: Candidate) -> Iterator[tuple[str, bool | None]]:
    needs, partner = programs()["grid"]["adaptability_needs"], person.profile.partner
    at_home = [
        job for job in person.jobs or () if job.in_canada and is_skilled(job.noc) and job.authorized
    ]
    hours = work.hours(at_home, work.window(person.on, MOST_YEARS), person.on)
    yield "own_work_in_canada", hours >= needs["work_hours"]
    yield "own_study_in_canada", person.studied_in_canada
    yield "job_offer", person.valid_job_offer
    yield "relative_in_canada", person.relative_in_canada
    if partner is None:  # nobody comes along
        return
    level = partner.levels.weakest if partner.levels else 0
    yield "partner_language", level >= needs["partner_level"]
    yield "partner_study_in_canada", person.partner_studied
    yield "partner_work_in_canada", person.partner_worked
