"""Whole scores, added up by hand from the official tables. The sums stand beside the figures."""

import datetime as dt
from typing import Any

import pytest

from crs.ranking import score
from crs.tests.people import ON, couple, levels, person

EXAMPLES: dict[str, tuple[dict[str, Any], tuple[int, int, int, int, int]]] = {
    # A: 110 + 120 + 4x31=124 = 354. C: bachelor’s x level 9: 25.
    "plain": (person(), (379, 354, 0, 25, 0)),
    # A: 100 + 112 + 4x29=116 = 328. B: 7 + 4x1=4 + 7 = 18. C: 25.
    "couple": (
        couple({"education": "two_year", "language": {"clb": 5}, "canadian_work_years": 2}),
        (371, 328, 18, 25, 0),
    ),
    # A: 83 + 135 + 17+23+31+34=105 + 53 = 376. C: master’s, weakest 7: 25 + 2 years 50 -> 50;
    # 2 years abroad, weakest 7: 13 + 2 years here 25 = 38. D: 15.
    "four different levels": (
        person(
            age=34,
            education="masters_or_professional",
            first_language=levels(7, 8, 9, 10),
            canadian_work_years=2,
            foreign_work_years=2,
            canadian_credential="1-2",
        ),
        (479, 376, 0, 88, 15),
    ),
    # A: 39 + 98 + 4x17=68 + 72 = 277. C: one credential x 7: 13 + 4 years 25 = 38;
    # certificate at 7: 50; work abroad none. 88. D: sibling 15.
    "trade": (
        person(
            age=41,
            education="two_year",
            first_language={"clb": 7},
            canadian_work_years=4,
            certificate=True,
            sibling=True,
        ),
        (380, 277, 0, 88, 15),
    ),
    # A: 105 + 128 + 4x34=136 + second 4x6=24 + 80 = 473. C: 50 + 50 -> 100. D: 50 + 30 = 80.
    "nearly everything": (
        person(
            age=30,
            education="two_or_more_one_3yr",
            first_language={"clb": 10},
            second_language={"clb": 10},
            canadian_work_years=7,
            foreign_work_years=3,
            canadian_credential="3+",
        ),
        (653, 473, 0, 100, 80),
    ),
    # A: 95 + 119 + 4x32=128 + second 24 capped at 22 + 70 = 434. B: 10 + 20 + 10 = 40.
    # C: 100. D: 50.
    "couple at the top of the second language": (
        couple(
            {"education": "doctoral", "language": {"clb": 10}, "canadian_work_years": 6},
            age=30,
            education="two_or_more_one_3yr",
            first_language={"clb": 10},
            second_language={"clb": 9},
            canadian_work_years=5,
            foreign_work_years=4,
        ),
        (624, 434, 40, 100, 50),
    ),
    # French first. A: 72 + 120 + 4x23=92 + English 4x1=4 = 288. C: bachelor’s x level 8: 13;
    # 3 years abroad x level 8: 25. D: French 8 and English 5: 50.
    "French first": (
        person(
            age=36,
            first_language_is="fr",
            first_language={"clb": 8},
            second_language={"clb": 5},
            foreign_work_years=3,
        ),
        (376, 288, 0, 38, 50),
    ),
    # A: 99 + 30 + 4x9=36 = 165. C: nothing after secondary school. D: 0.
    "eighteen": (
        person(age=18, education="secondary", first_language={"clb": 6}),
        (165, 165, 0, 0, 0),
    ),
    # A: 0 + 150 + 4x6=24 + 40 = 214. C: doctoral with 1 year 25, levels too low; abroad 3 with
    # 1 year 25; 50. D: nomination 600, and study and sibling add nothing.
    "nominee of fifty": (
        person(
            age=50,
            education="doctoral",
            first_language={"clb": 5},
            canadian_work_years=1,
            foreign_work_years=9,
            nomination=True,
            sibling=True,
            canadian_credential="3+",
        ),
        (864, 214, 0, 50, 600),
    ),
    # A: 88 + 90 + 4x0 = 178: every level is below 4. C: one credential, no levels: 0.
    "below level 4": (
        person(age=33, education="one_year", first_language={"clb": 3}),
        (178, 178, 0, 0, 0),
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_adds_up_to_the_point(name: str) -> None:
    inputs, expected = EXAMPLES[name]
    result = score(inputs, ON)
    parts = (result.core, result.partner, result.transferability, result.additional)
    assert (result.total, *parts) == expected


def test_it_has_a_line_with_its_rule_for_each_number() -> None:
    inputs, _ = EXAMPLES["four different levels"]
    result = score(inputs, ON)
    assert dict(result.detail) == {
        "age": 83,
        "education": 135,
        "first_language": 105,
        "second_language": 0,
        "canadian_work": 53,
        "partner_education": 0,
        "partner_language": 0,
        "partner_canadian_work": 0,
        "edu_x_language": 25,
        "edu_x_canadian_work": 50,
        "foreign_x_language": 13,
        "foreign_x_canadian_work": 25,
        "certificate_x_language": 0,
        "french": 0,
        "canadian_study": 15,
        "sibling": 0,
        "nomination": 0,
        "job_offer": 0,
    }
    said = {line.key: str(line.rule) for line in result.lines}
    assert said["age"] == "Aged 34."
    assert said["first_language"] == (
        "Reading 7, writing 8, listening 9, speaking 10+: 17 + 23 + 31 + 34."
    )
    assert "level 7 or more in all four" in said["edu_x_language"]
    assert said["foreign_x_canadian_work"].startswith("Years of work abroad: 1–2")
    assert [line.points for line in result.lines] == list(result.detail.values())


def test_it_says_which_caps_took_points_away() -> None:
    inputs, _ = EXAMPLES["nearly everything"]
    result = score({**inputs, "nomination": True}, ON)
    codes = [note.code for note in result.notes]
    # 50 + 50, and 50 + 50: each group is cut to 50; together they are 100, which is no cut.
    assert codes == ["cap-education", "cap-foreign_work", "cap-additional"]
    assert dict(result.groups) == {"education": 50, "foreign_work": 50, "certificate": 0}
    with_certificate = score({**inputs, "certificate": True}, ON)
    assert with_certificate.transferability == 100
    assert "cap-transferability" in [note.code for note in with_certificate.notes]


def test_it_says_the_most_that_each_factor_can_earn() -> None:
    alone = {line.key: line.most for line in score(person(), ON).lines}
    together = {line.key: line.most for line in score(couple(), ON).lines}
    assert (alone["age"], together["age"]) == (110, 100)
    assert (alone["first_language"], together["first_language"]) == (136, 128)
    assert (alone["second_language"], together["second_language"]) == (24, 22)
    core = ("age", "education", "first_language", "second_language", "canadian_work")
    assert sum(alone[key] for key in core) == 500
    assert sum(together[key] for key in core) == 460
    partner = ("partner_education", "partner_language", "partner_canadian_work")
    assert sum(together[key] for key in partner) == 40


def test_it_answers_in_the_shape_of_the_api() -> None:
    answer = score(person(), dt.date(2026, 6, 1)).as_json()
    assert answer["total"] == 379
    assert answer["ruleset"] == answer["in_force"] == "2025-03-25"
    assert answer["detail"]["education"] == 120
    assert answer["notes"] == []
    first = answer["rules"][0]
    assert (first["key"], first["points"], first["most"]) == ("age", 110, 110)
    assert first["rule"]["text"] == "Aged 20 to 29."
