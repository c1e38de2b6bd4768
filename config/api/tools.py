"""The tools for programs: a score, eligibility, every draw for one profile. Nothing is kept."""

import datetime as dt
import json
import re
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_noop as _
from ninja import Field, Query, Router, Schema
from pydantic import BeforeValidator, WithJsonSchema

from config.api.door import answers
from config.api.inputs import eligibility_inputs, score_inputs
from config.api.paging import (
    DAY,
    MOST,
    Limit,
    Paging,
    Score,
    beginning_of,
    next_address,
    whole_number,
)
from config.api.problems import COMMON, BadBody, Problem
from crs.eligibility import eligibility
from crs.invited import Person, Submitted, TypedScore
from crs.pages.asked_profile import FAMILY_NAMES
from crs.pages.record import Record
from crs.ranking import score
from crs.reading import InputProblem

router = Router()
ANSWERS = {**COMMON, 413: Problem}
# Every day that there is from 2015 to 2099, but 29 February.
_MONTHS = (
    "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    "|02-(0[1-9]|1[0-9]|2[0-8]))"
)
_SINCE_2015 = f"20(1[5-9]|[2-9][0-9])-{_MONTHS}"
_LATER = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}):([0-9]{1,4})")
_LATER_SCHEMA = {
    "type": "string",
    "pattern": f"^{_SINCE_2015}:([0-9]{{1,3}}|1[01][0-9][0-9]|1200)$",
}


def _read_day(text: Any) -> dt.date | None:
    if text == "":
        return None
    if isinstance(text, str) and DAY.fullmatch(text):
        found = dt.date.fromisoformat(text)
        if 2015 <= found.year < 2100:
            return found
    raise ValueError("This is no day from 2015-01-01 to 2099-12-31.")


def _read_submitted(text: Any) -> Submitted:
    if isinstance(text, str) and DAY.fullmatch(text):
        return Submitted.on(dt.date.fromisoformat(text))
    return Submitted.at(beginning_of(text))


def _read_later(text: Any) -> TypedScore:
    found = _LATER.fullmatch(text) if isinstance(text, str) else None
    if found is None or int(found[2]) > 1200:
        raise ValueError("This should be a day and a score, such as 2025-06-01:508.")
    return TypedScore(int(found[2]), _read_day(found[1]))


Day = Annotated[
    dt.date | None,
    BeforeValidator(_read_day),
    WithJsonSchema({"type": "string", "pattern": f"^({_SINCE_2015})?$"}),
]
SubmittedAt = Annotated[
    Any,
    BeforeValidator(_read_submitted),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "format": name} for name in ("date", "date-time")]}
    ),
]
Later = Annotated[Any, BeforeValidator(_read_later), WithJsonSchema(_LATER_SCHEMA)]
FamilyName = Literal[
    "cec", "french", "health", "trades", "pnp", "fsw", "fst", "stem", "education", "transport",
    "agriculture", "physicians", "senior-managers", "researchers", "military",
]  # fmt: skip


class Said(Schema):
    code: str = Field(description=_("Stable."))
    text: str = Field(description=_("In English."))
    values: dict[str, Any]


class Rule(Schema):
    key: str
    part: str
    points: int
    most: int
    rule: Said


class ScoreOut(Schema):
    total: int = Field(description=_("0 to 1,200."))
    core: int
    partner: int
    transferability: int
    additional: int
    detail: dict[str, int] = Field(description=_("Points of each factor, before caps of parts."))
    groups: dict[str, int] = Field(description=_("The groups of transferability, after caps."))
    rules: list[Rule] = Field(description=_("The rule behind each number."))
    column: Literal["with_spouse", "without_spouse"]
    ruleset: str = Field(description=_("First day of the rules that the points are from."))
    in_force: str = Field(
        description=_("First day of the rules of the day; where it differs, see the notes.")
    )
    notes: list[Said]


class CheckOut(Schema):
    verdict: Literal["yes", "no", "missing"]
    reason: Said
    found: Said
    page: str = Field(description=_("The official page."))


class AnswerOut(Schema):
    key: str = Field(description=_("cec, fsw, fst, or a family of draws."))
    verdict: Literal["yes", "no", "missing"]
    checks: list[CheckOut]
    page: str
    certainty: str = Field(description=_("How certain the list and its rule are."))
    why: list[Said]


class GridOut(Schema):
    total: int
    at_best: int = Field(description=_("With every open question answered yes."))
    pass_mark: int
    parts: dict[str, int]
    most: dict[str, int]
    adaptability: dict[str, int]


class EligibilityOut(Schema):
    on: dt.date
    programs: list[AnswerOut]
    categories: list[AnswerOut]
    grid: GridOut = Field(description=_("The 67-point grid."))
    invited_for: str | None = Field(description=_("The program of an invitation; null for none."))
    notes: list[Said]


class OutcomeOut(Schema):
    number: str
    date: dt.date
    family: str | None
    cut_off: int
    score: int
    result: Literal["invited", "not-invited", "not-eligible", "not-in-pool", "not-known"]
    by_tie_break: bool = Field(description=_("The score is exactly the cut-off."))
    tie_break_at: str | None
    why: Said


class InvitedOut(Schema):
    first_invited: OutcomeOut | None
    days_waited: int | None
    by_tie_break: list[str] = Field(description=_("Numbers of the draws that turned on it."))
    draws: list[OutcomeOut] = Field(description=_("Every draw, newest first, in pages."))
    next: str | None = Field(None, description=_("Address of the next page; null on the last."))


class On(Schema):
    on: Day = Field(None, description=_("By the rules of this day; today without it."))


class Asked(Paging):
    limit: Limit = Field(MOST, description=_("Draws on a page, at most 500."))
    score: Score = Field(description=_("The CRS score; with a nomination, with its 600 points."))
    submitted: SubmittedAt = Field(description=_("Moment or day on which the profile came in."))
    eligible: list[FamilyName] = Field(
        [], max_length=len(FAMILY_NAMES), description=_("What the person qualifies for.")
    )
    unsure: list[FamilyName] = Field(
        [], max_length=len(FAMILY_NAMES), description=_("What the person does not know.")
    )
    later: list[Later] = Field(
        [], max_length=20, description=_("Scores from a later day on: 2025-06-01:515.")
    )


def _body(schema: dict[str, Any]) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    return {"requestBody": {"required": True, "content": content}}


@router.post(
    "/crs/score",
    response={200: ScoreOut, **ANSWERS},
    summary=_("A CRS score"),
    openapi_extra=_body(score_inputs()),
)
@answers()
def crs_score(request: HttpRequest, query: Query[On]) -> Any:
    inputs = _inputs(request)
    try:
        return score(inputs, query.on or timezone.now().date()).as_json()
    except InputProblem as problem:
        raise _refused(problem) from problem


@router.post(
    "/eligibility",
    response={200: EligibilityOut, **ANSWERS},
    summary=_("Programs and categories: yes, no, or what is missing"),
    openapi_extra=_body(eligibility_inputs()),
)
@answers()
def eligible(request: HttpRequest, query: Query[On]) -> Any:
    inputs = _inputs(request)
    try:
        return eligibility(inputs, query.on or timezone.now().date()).as_json()
    except InputProblem as problem:
        raise _refused(problem) from problem


@router.get(
    "/invited",
    response={200: InvitedOut, **ANSWERS},
    summary=_("What every draw would have meant for one profile"),
)
@answers()
def invited(request: HttpRequest, query: Query[Asked]) -> Any:
    person = Person(
        scores=[TypedScore(query.score), *query.later],
        submitted=query.submitted,
        eligible=frozenset(query.eligible),
        unsure=frozenset(query.unsure),
    )
    after = query.after()
    record = Record(person)
    found = record.before(whole_number(after) if after else None, query.limit + 1)
    shown = found[: query.limit]
    first = record.first_invited
    return {
        "first_invited": first.as_json() if first else None,
        "days_waited": record.days_waited,
        "by_tie_break": [each.number for each in record.tied()],
        "draws": [each.as_json() for _place, each in shown],
        "next": next_address(request, [shown[-1][0]]) if len(found) > len(shown) else None,
    }


def _inputs(request: HttpRequest) -> object:
    try:
        return json.loads(request.body)
    except (ValueError, RecursionError) as error:
        raise BadBody([("body", "This is no JSON.")]) from error


def _refused(problem: InputProblem) -> BadBody:
    return BadBody((fault.path or "body", str(fault.why)) for fault in problem.faults)
