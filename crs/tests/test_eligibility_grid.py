"""The grid of the Federal Skilled Worker Program, factor by factor."""

from typing import Any

import pytest

from crs.eligibility.grid import GridFacts, grid
from crs.language import Levels


def facts(**more: Any) -> GridFacts:
    plain: dict[str, Any] = {
        "first": Levels(7, 7, 7, 7),
        "second": None,
        "education": "secondary",
        "work_years": 1,
        "age": 30,
        "job_offer": False,
        "adaptability": {},
    }
    return GridFacts(**{**plain, **more})


def test_it_adds_up_by_hand() -> None:
    # 6+5+4+6 = 21, second 4, master’s 23, 3 years 11, 38 years 9, offer 10, adaptability 5+5 = 10.
    found = grid(
        facts(
            first=Levels(9, 8, 7, 10),
            second=Levels(5, 5, 6, 9),
            education="masters_or_professional",
            work_years=3,
            age=38,
            job_offer=True,
            adaptability={"job_offer": True, "relative_in_canada": True},
        )
    )
    assert (found.total, found.passes) == (88, True)
    assert sum(found.most.values()) == 100


@pytest.mark.parametrize(("levels", "points"), [((6, 9, 9, 9), 0), ((7, 8, 9, 10), 21)])
def test_it_gives_nothing_for_a_language_below_seven_anywhere(
    levels: tuple[int, int, int, int], points: int
) -> None:
    assert grid(facts(first=Levels(*levels))).parts["first_language"] == points


@pytest.mark.parametrize(
    ("level", "points"),
    [
        ("less_than_secondary", 0),
        ("secondary", 5),
        ("one_year", 15),
        ("two_year", 19),
        ("bachelor_or_3yr", 21),
        ("two_or_more_one_3yr", 22),
        ("masters_or_professional", 23),
        ("doctoral", 25),
    ],
)
def test_it_has_its_own_points_for_education(level: str, points: int) -> None:
    assert grid(facts(education=level)).parts["education"] == points


@pytest.mark.parametrize(
    ("years", "points"), [(0, 0), (1, 9), (2, 11), (3, 11), (4, 13), (5, 13), (6, 15), (20, 15)]
)
def test_it_has_four_steps_of_work(years: int, points: int) -> None:
    assert grid(facts(work_years=years)).parts["work"] == points


@pytest.mark.parametrize(
    ("age", "points"),
    [(17, 0), (18, 12), (35, 12), *zip(range(36, 48), range(11, -1, -1), strict=True), (80, 0)],
)
def test_it_takes_a_point_a_year_from_thirty_six(age: int, points: int) -> None:
    assert grid(facts(age=age)).parts["age"] == points


def test_it_caps_adaptability_at_ten() -> None:
    adapted = {"own_work_in_canada": True, "relative_in_canada": True, "job_offer": False}
    found = grid(facts(adaptability=adapted))
    assert found.parts["adaptability"] == 10
    assert found.adaptability == {"own_work_in_canada": 10, "relative_in_canada": 5}


@pytest.mark.parametrize("weakest", [4, 5])
def test_it_gives_four_points_for_a_second_language_at_five(weakest: int) -> None:
    expected = 4 if weakest == 5 else 0
    second = Levels(9, 9, 9, weakest)
    assert grid(facts(second=second)).parts["second_language"] == expected


def test_it_does_not_say_no_while_an_answer_could_still_bring_it() -> None:
    # 24 + 21 + 9 + 12 = 66; an open question about a relative is worth 5.
    nearly = {"first": Levels(9, 9, 9, 9), "education": "bachelor_or_3yr"}
    open_question = grid(facts(**nearly, adaptability={"relative_in_canada": None}))
    assert (open_question.total, open_question.at_best, open_question.passes) == (66, 71, None)
    assert grid(facts(**nearly, adaptability={"relative_in_canada": False})).passes is False
