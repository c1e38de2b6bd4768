"""Three programs: yes, no, or what is missing, with the reason."""

import datetime as dt
from typing import Any

import pytest

from crs.eligibility import Answer, eligibility
from crs.tests.people import person

ON = dt.date(2026, 6, 1)
DEVELOPER, CARPENTER, COOK, CLERK = "21232", "72310", "63200", "14100"
YEAR_HERE = {"noc": DEVELOPER, "where": "canada", "from": "2025-06-01", "to": "2026-05-31"}
YEAR_ABROAD = YEAR_HERE | {"where": "abroad"}
READY = {
    "outside_quebec": True,
    "funds": 15263,
    "family_size": 1,
    "valid_job_offer": False,
    "authorized_in_canada": False,
    "relative_in_canada": False,
    "studied_in_canada": False,
    "education_proven": True,
}


def answers(*jobs: dict[str, Any], **more: Any) -> dict[str, Answer]:
    inputs = person(**{**READY, "work": list(jobs), **more})
    return {answer.key: answer for answer in eligibility(inputs, ON).programs}


def verdicts(*jobs: dict[str, Any], **more: Any) -> tuple[str, ...]:
    return tuple(answer.verdict for answer in answers(*jobs, **more).values())


def reasons(answer: Answer, verdict: str) -> list[str]:
    return [check.rule.code for check in answer.checks if check.verdict == verdict]


def test_it_takes_one_year_in_canada_for_cec() -> None:
    # FSW too: 24 language + 21 education + 9 work + 12 age + 10 own work in Canada = 76.
    assert verdicts(YEAR_HERE) == ("yes", "yes", "no")


def test_it_needs_the_whole_year() -> None:
    short = YEAR_HERE | {"from": "2025-06-08"}
    found = answers(short)["cec"]
    assert (found.verdict, reasons(found, "no")) == ("no", ["cec-work"])
    assert str(found.checks[0].found) == "Hours that count: 1534."  # 358 days x 30 / 7


@pytest.mark.parametrize(
    "change",
    [
        {"where": "abroad"},
        {"self_employed": True},
        {"student": True},
        {"authorized": False},
        {"noc": CLERK},
        {"from": "2022-01-01", "to": "2023-05-31"},
        {"hours_per_week": 29},
    ],
)
def test_it_does_not_count_for_cec_what_does_not_count(change: dict[str, Any]) -> None:
    found = answers(YEAR_HERE | change)["cec"]
    assert reasons(found, "no") == ["cec-work"]


def test_it_counts_a_physician_who_is_self_employed() -> None:
    assert answers(YEAR_HERE | {"noc": "31102", "self_employed": True})["cec"].verdict == "yes"


def test_it_counts_at_most_thirty_hours_a_week_in_all_jobs() -> None:
    overtime = YEAR_HERE | {"from": "2025-12-01", "hours_per_week": 60}
    second = overtime | {"noc": CARPENTER}
    # 182 days x 30 / 7: two jobs of 60 hours at the same time are 30.
    assert str(answers(overtime, second)["cec"].checks[0].found) == "Hours that count: 780."


def test_it_adds_part_time_jobs_at_the_same_time() -> None:
    half = YEAR_HERE | {"hours_per_week": 15}
    assert answers(half, half | {"noc": CARPENTER})["cec"].verdict == "yes"
    assert answers(half)["cec"].verdict == "no"


@pytest.mark.parametrize(
    ("noc", "level", "verdict"),
    [(DEVELOPER, 6, "no"), (DEVELOPER, 7, "yes"), (COOK, 4, "no"), (COOK, 5, "yes")],
)
def test_it_asks_cec_for_the_level_of_the_occupation(noc: str, level: int, verdict: str) -> None:
    found = answers(YEAR_HERE | {"noc": noc}, first_language={"clb": level})
    assert found["cec"].verdict == verdict


def test_it_takes_the_lower_level_only_if_that_work_is_enough_alone() -> None:
    half = {"from": "2025-12-01"}
    mixed = answers(
        YEAR_HERE | half,
        YEAR_HERE | {"noc": COOK, "to": "2025-11-30"},
        first_language={"clb": 6},
    )
    assert reasons(mixed["cec"], "no") == ["cec-language"]


def test_it_takes_the_better_of_two_languages() -> None:
    weak_english = {"first_language": {"clb": 4}, "second_language": {"clb": 9}}
    assert verdicts(YEAR_HERE, **weak_english) == ("yes", "yes", "no")


def test_it_needs_a_year_without_a_break_for_fsw() -> None:
    first = YEAR_ABROAD | {"from": "2024-01-01", "to": "2024-06-30"}
    second = YEAR_ABROAD | {"from": "2024-07-01", "to": "2024-12-31"}
    # A day between the two breaks it.
    later = second | {"from": "2024-07-02", "to": "2025-01-01"}
    assert "fsw-work" in reasons(answers(first, second)["fsw"], "yes")
    assert "fsw-work" in reasons(answers(first, later)["fsw"], "no")
    # And so does another occupation.
    assert "fsw-work" in reasons(answers(first, second | {"noc": "21231"})["fsw"], "no")


def test_it_counts_for_fsw_self_employment_and_student_work() -> None:
    own = YEAR_ABROAD | {"self_employed": True, "student": True}
    assert "fsw-work" in reasons(answers(own)["fsw"], "yes")


def test_it_refuses_fsw_below_seven_in_one_ability() -> None:
    high = {"clb": {"R": 6, "W": 10, "L": 10, "S": 10}}
    found = answers(YEAR_HERE, first_language=high)["fsw"]
    assert reasons(found, "no") == ["fsw-language", "fsw-grid"]


def test_it_refuses_fsw_one_point_short() -> None:
    # 24 language + 21 education + 9 work + 12 age = 66.
    found = answers(YEAR_ABROAD)["fsw"]
    assert reasons(found, "no") == ["fsw-grid"]
    assert "66" in str(found.checks[-3].found)


def test_it_asks_for_a_foreign_credential_to_be_assessed() -> None:
    assert "fsw-education-proven" in reasons(
        answers(YEAR_HERE, education_proven=False)["fsw"], "no"
    )
    studied = {"education_proven": None, "canadian_credential": "3+"}
    assert "fsw-education-proven" in reasons(answers(YEAR_HERE, **studied)["fsw"], "yes")


@pytest.mark.parametrize(
    ("family", "funds", "verdict"),
    [
        (1, 15263, "yes"),
        (1, 15262, "no"),
        (7, 40392, "yes"),
        (9, 48615, "no"),  # 40,392 + 2 x 4,112 = 48,616
        (9, 48616, "yes"),
    ],
)
def test_it_asks_for_funds_by_the_size_of_the_family(family: int, funds: int, verdict: str) -> None:
    found = answers(YEAR_HERE, family_size=family, funds=funds)["fsw"]
    assert found.verdict == verdict


def test_it_asks_no_funds_of_who_may_work_and_has_an_offer() -> None:
    rich_in_offers = {"funds": 0, "valid_job_offer": True, "authorized_in_canada": True}
    assert verdicts(YEAR_HERE, **rich_in_offers) == ("yes", "yes", "no")
    assert (
        answers(YEAR_HERE, **rich_in_offers | {"authorized_in_canada": False})["fsw"].verdict
        == "no"
    )


def test_it_takes_the_table_of_funds_of_the_day() -> None:
    inputs = person(**{**READY, "work": [YEAR_HERE], "funds": 14690})
    before = eligibility(inputs, dt.date(2025, 7, 6)).programs[1]
    after = eligibility(inputs, dt.date(2025, 7, 7)).programs[1]
    assert "funds" in reasons(before, "yes")
    assert "funds" in reasons(after, "no")


TWO_YEARS_OF_TRADE = {"noc": CARPENTER, "where": "abroad", "from": "2024-06-01", "to": "2026-05-31"}


@pytest.mark.parametrize("has", [{"certificate": True}, {"valid_job_offer": True}])
def test_it_takes_a_trade_with_an_offer_or_a_certificate(has: dict[str, bool]) -> None:
    modest = {"R": 4, "W": 4, "L": 5, "S": 5}
    found = answers(TWO_YEARS_OF_TRADE, first_language={"clb": modest}, **has)["fst"]
    assert found.verdict == "yes"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"first_language": {"clb": {"R": 4, "W": 4, "L": 4, "S": 5}}}, "fst-language"),
        ({"certificate": False}, "fst-offer-or-certificate"),
        ({"work": [TWO_YEARS_OF_TRADE | {"from": "2024-07-01"}]}, "fst-work"),
        ({"work": [TWO_YEARS_OF_TRADE | {"noc": DEVELOPER}]}, "fst-work"),
        ({"funds": 0}, "funds"),
        ({"outside_quebec": False}, "outside-quebec"),
    ],
)
def test_it_says_why_a_trade_is_not_enough(change: dict[str, Any], reason: str) -> None:
    given = {"certificate": True, "work": [TWO_YEARS_OF_TRADE], **change}
    found = eligibility(person(**{**READY, **given}), ON).programs[2]
    assert reasons(found, "no") == [reason]


@pytest.mark.parametrize(
    ("noc", "is_one"),
    [
        ("72310", True),
        ("72600", False),  # pilots: 726 is left out of 72
        ("73300", True),
        ("82031", True),
        ("92100", True),
        ("93101", True),
        ("93200", False),  # 932 is left out of 93
        ("63200", True),
        ("63201", True),
        ("63100", False),
        ("62200", True),
        ("62201", False),
    ],
)
def test_it_knows_the_trades_by_their_groups(noc: str, is_one: bool) -> None:
    job = TWO_YEARS_OF_TRADE | {"noc": noc}
    found = answers(job, certificate=True)["fst"]
    assert (found.verdict == "yes") is is_one


def test_it_calls_missing_what_was_not_answered() -> None:
    found = eligibility({"age": 29}, ON)
    assert [answer.verdict for answer in found.programs] == ["missing"] * 3
    assert all(check.verdict == "missing" for check in found.programs[0].checks)
    # At 50 and with no offer, no open answer could still bring 67 points: 24 + 25 + 15 + 10 = 74.
    older = eligibility({"age": 50, "education": "secondary", "valid_job_offer": False}, ON)
    assert "fsw-grid" in reasons(older.programs[1], "no")  # 24 + 5 + 15 + 10 = 54


def test_it_prefers_no_to_missing() -> None:
    assert answers(outside_quebec=None)["cec"].verdict == "no"
    assert answers(YEAR_HERE, outside_quebec=None)["cec"].verdict == "missing"


def test_it_says_for_which_program_an_invitation_is() -> None:
    def of(*jobs: dict[str, Any], **more: Any) -> str | None:
        return eligibility(person(**{**READY, "work": list(jobs), **more}), ON).invited_for

    assert of(YEAR_HERE) == "cec"
    assert of(YEAR_ABROAD, studied_in_canada=True) == "fsw"
    assert of(TWO_YEARS_OF_TRADE, certificate=True, first_language={"clb": 5}) == "fst"
    assert of() is None


def test_it_names_the_official_page_of_every_reason() -> None:
    found = eligibility(person(**READY), ON)
    checks = [check for answer in found.programs for check in answer.checks]
    assert all(check.page.startswith("https://www.canada.ca/en/") for check in checks)
    assert {check.page.rsplit("/", 1)[1] for check in checks} >= {
        "canadian-experience-class.html",
        "federal-skilled-trades.html",
        "proof-funds.html",
        "six-selection-factors-federal-skilled-workers.html",
    }


def test_it_says_that_the_programs_are_as_read_when_the_rules_have_changed() -> None:
    def codes(day: dt.date) -> list[str]:
        return [note.code for note in eligibility(person(), day).notes]

    assert "programs-as-read" in codes(dt.date(2026, 11, 22))
    assert "programs-as-read" not in codes(dt.date(2026, 6, 1))
