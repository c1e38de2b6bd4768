"""Categories by the day, their lists and how sure these are; the search for an occupation."""

import datetime as dt
import json
from itertools import pairwise
from typing import Any

import pytest

from crs.eligibility import Answer, eligibility
from crs.eligibility.rules import categories
from crs.occupations import is_code, occupations, search, teer_of
from crs.tests.people import person
from draws.families import FAMILIES

NURSE, BUTCHER, COOK, DOCTOR, PILOT = "31301", "63201", "63200", "31102", "72600"


def answer(family: str, on: str, *jobs: dict[str, Any], **more: Any) -> Answer:
    inputs = person(work=list(jobs), outside_quebec=True, **more)
    found = eligibility(inputs, dt.date.fromisoformat(on)).categories
    return next(each for each in found if each.key == family)


def first_verdict(found: Answer) -> str:
    """That of the category’s own rule, before the program that it needs as well."""
    return found.checks[0].verdict


def job(noc: str, since: str, until: str, where: str = "abroad") -> dict[str, Any]:
    return {"noc": noc, "where": where, "from": since, "to": until}


@pytest.mark.parametrize(
    ("on", "since", "until", "verdict"),
    [
        # Six months without a break, until 17 February 2026: 181 days are six months.
        ("2025-12-01", "2025-01-01", "2025-06-30", "yes"),
        ("2025-12-01", "2025-01-01", "2025-06-28", "no"),
        # Then twelve months.
        ("2026-03-01", "2025-01-01", "2025-06-30", "no"),
        ("2026-03-01", "2025-01-01", "2025-12-31", "yes"),
        # Only the last three years count.
        ("2025-12-01", "2021-01-01", "2022-12-05", "no"),
    ],
)
def test_it_asks_for_experience_by_the_day(on: str, since: str, until: str, verdict: str) -> None:
    assert first_verdict(answer("health", on, job(NURSE, since, until))) == verdict


def test_it_takes_a_broken_year_only_since_2026() -> None:
    halves = (job(NURSE, "2024-05-01", "2024-10-31"), job(NURSE, "2025-05-01", "2025-10-31"))
    assert first_verdict(answer("health", "2026-03-01", *halves)) == "yes"
    quarters = (job(NURSE, "2024-05-01", "2024-08-31"), job(NURSE, "2025-05-01", "2025-08-31"))
    assert first_verdict(answer("health", "2025-12-01", *quarters)) == "no"


def test_it_does_not_decide_whether_two_occupations_add_up_in_2026() -> None:
    both = (job(NURSE, "2024-05-01", "2024-10-31"), job("31202", "2025-05-01", "2025-10-31"))
    assert first_verdict(answer("health", "2026-03-01", *both)) == "missing"


@pytest.mark.parametrize(
    ("family", "on", "in_use"),
    [
        ("transport", "2025-01-01", True),
        ("transport", "2025-03-01", False),
        ("transport", "2026-03-01", True),
        ("agriculture", "2026-02-17", True),
        ("agriculture", "2026-02-18", False),
        ("education", "2024-06-01", False),
        ("education", "2025-06-01", True),
        ("physicians", "2025-12-07", False),
        ("physicians", "2025-12-08", True),
        ("military", "2026-02-17", False),
        ("french", "2023-06-27", False),
    ],
)
def test_it_knows_when_a_category_was_in_use(family: str, on: str, in_use: bool) -> None:
    codes = [check.rule.code for check in answer(family, on).checks]
    assert ("category-in-use" not in codes) is in_use


@pytest.mark.parametrize(
    ("noc", "on", "listed"),
    [
        (COOK, "2025-06-01", True),
        (COOK, "2026-06-01", False),
        (BUTCHER, "2026-06-01", True),
        (BUTCHER, "2025-06-01", False),
        ("73200", "2024-06-01", True),
    ],
)
def test_it_has_the_list_of_the_day(noc: str, on: str, listed: bool) -> None:
    day = dt.date.fromisoformat(on)
    year = job(noc, f"{day.year - 2}-01-01", f"{day.year - 1}-12-31")
    assert (first_verdict(answer("trades", on, year)) == "yes") is listed


def test_it_takes_only_canadian_work_for_physicians() -> None:
    dates = ("2025-01-01", "2025-12-31")
    assert first_verdict(answer("physicians", "2026-06-01", job(DOCTOR, *dates, "canada"))) == "yes"
    assert first_verdict(answer("physicians", "2026-06-01", job(DOCTOR, *dates, "abroad"))) == "no"


@pytest.mark.parametrize(
    ("french", "verdict"), [(None, "missing"), ({"clb": 6}, "no"), ({"clb": 7}, "yes")]
)
def test_it_asks_for_french_at_seven(french: dict[str, int] | None, verdict: str) -> None:
    found = answer("french", "2026-06-01", second_language=french)
    assert first_verdict(found) == verdict


def test_it_needs_a_program_as_well() -> None:
    year = job(PILOT, "2025-01-01", "2025-12-31")
    lonely = answer("transport", "2026-06-01", year, valid_job_offer=False, funds=0, family_size=1)
    assert [check.verdict for check in lonely.checks] == ["yes", "no"]
    assert lonely.verdict == "no"
    here = job(PILOT, "2025-01-01", "2025-12-31", "canada")
    assert answer("transport", "2026-06-01", here).verdict == "yes"


def test_it_says_how_sure_a_list_is() -> None:
    assert answer("health", "2024-01-01").certainty == "high"
    assumed = answer("health", "2026-06-01")
    assert assumed.certainty == "low-medium"
    assert [why.code for why in assumed.why] == [
        "list-list-of-2025-assumed",
        "category-hours-less-certain",
    ]


def test_it_asks_three_things_of_military_recruits() -> None:
    ready = {"forces_offer_years": 3, "foreign_service_years": 10, "education": "two_year"}
    checks = answer("military", "2026-06-01", **ready).checks[:3]
    assert [check.verdict for check in checks] == ["yes", "yes", "yes"]
    short = answer("military", "2026-06-01", **ready | {"foreign_service_years": 9})
    assert [check.verdict for check in short.checks[:3]] == ["yes", "no", "yes"]


@pytest.mark.parametrize(
    "on", ["2022-01-01", "2024-01-01", "2025-06-01", "2026-01-01", "2026-11-22"]
)
def test_it_can_say_every_answer_in_words(on: str) -> None:
    everything = [job(noc, "2015-01-01", on, "canada") for noc in (NURSE, DOCTOR, PILOT, COOK)]
    for inputs in ({"age": 29}, person(work=everything, family_size=3, second_language={"clb": 7})):
        text = json.dumps(eligibility(inputs, dt.date.fromisoformat(on)).as_json())
        assert "%(" not in text


def test_it_names_categories_as_the_draws_do() -> None:
    assert set(categories()) <= set(FAMILIES)


def test_it_has_a_title_for_every_listed_occupation_and_lists_without_gaps() -> None:
    for entries in categories().values():
        for entry, following in pairwise(entries):
            assert entry["from"] <= entry["until"] < following["from"]
        for entry in entries:
            codes = entry.get("occupations", [])
            assert set(codes) <= set(occupations())
            assert len(codes) == len(set(codes))


def test_it_knows_the_teer_by_the_second_digit() -> None:
    assert (teer_of("00012"), teer_of(NURSE), teer_of(COOK), teer_of("14100")) == (0, 1, 3, 4)
    assert is_code("00012")
    assert not any(is_code(text) for text in ("", "1234", "123456", "1a345", "19999", "٣١٣٠١"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("31301", ["31301"]),
        ("avionics", ["22313"]),
        ("INFIRMIERES praticiennes", ["31302"]),
        ("infirmières  pratic", ["31302"]),
        ("mechanics aircraft", ["22313", "72404"]),
        ("urse", []),
        ("", []),
    ],
)
def test_it_finds_occupations_in_both_languages(words: str, expected: list[str]) -> None:
    assert [each.noc for each in search(words)] == expected


def test_it_shows_the_english_title_where_no_french_one_is_known() -> None:
    assert occupations()["31200"].title("fr") == "Psychologues"
    assert occupations()["31120"].title("fr") == "Pharmacists"
