"""Every cell of the official tables of 25 March 2025: [with a partner, without one]."""

from typing import Any

import pytest

from crs.ranking import score
from crs.tests.people import ON, couple, person

AGE = {
    17: (0, 0),
    18: (90, 99),
    19: (95, 105),
    **dict.fromkeys(range(20, 30), (100, 110)),
    30: (95, 105),
    31: (90, 99),
    32: (85, 94),
    33: (80, 88),
    34: (75, 83),
    35: (70, 77),
    36: (65, 72),
    37: (60, 66),
    38: (55, 61),
    39: (50, 55),
    40: (45, 50),
    41: (35, 39),
    42: (25, 28),
    43: (15, 17),
    44: (5, 6),
    45: (0, 0),
}
EDUCATION = {
    "less_than_secondary": (0, 0),
    "secondary": (28, 30),
    "one_year": (84, 90),
    "two_year": (91, 98),
    "bachelor_or_3yr": (112, 120),
    "two_or_more_one_3yr": (119, 128),
    "masters_or_professional": (126, 135),
    "doctoral": (140, 150),
}
# For one ability.
FIRST = {
    0: (0, 0),
    3: (0, 0),
    4: (6, 6),
    5: (6, 6),
    6: (8, 9),
    7: (16, 17),
    8: (22, 23),
    9: (29, 31),
    10: (32, 34),
    12: (32, 34),
}
SECOND = {4: 0, 5: 1, 6: 1, 7: 3, 8: 3, 9: 6, 10: 6}
CANADIAN_WORK = {0: (0, 0), 1: (35, 40), 2: (46, 53), 3: (56, 64), 4: (63, 72), 5: (70, 80)}
# By strength of the factor (0 to 2) and of what goes with it.
TOGETHER = [[0, 0, 0], [0, 13, 25], [0, 25, 50]]
STRENGTH = {"secondary": 0, "two_year": 1, "bachelor_or_3yr": 1, "two_or_more_one_3yr": 2}


def both(key: str, **more: Any) -> tuple[int, int]:
    together, alone = score(couple(**more), ON), score(person(**more), ON)
    return together.detail[key], alone.detail[key]


@pytest.mark.parametrize("age", AGE)
def test_it_has_the_table_of_age(age: int) -> None:
    assert both("age", age=age) == AGE[age]


@pytest.mark.parametrize("level", EDUCATION)
def test_it_has_the_table_of_education(level: str) -> None:
    assert both("education", education=level) == EDUCATION[level]


@pytest.mark.parametrize("level", FIRST)
def test_it_has_the_table_of_the_first_language(level: int) -> None:
    language = {"clb": {"R": level, "W": 0, "L": 0, "S": 0}}
    assert both("first_language", first_language=language) == FIRST[level]


@pytest.mark.parametrize("level", SECOND)
def test_it_has_the_table_of_the_second_language(level: int) -> None:
    language = {"clb": {"R": 0, "W": 0, "L": 0, "S": level}}
    expected = (SECOND[level], SECOND[level])
    assert both("second_language", second_language=language) == expected


@pytest.mark.parametrize("years", CANADIAN_WORK)
def test_it_has_the_table_of_work_in_canada(years: int) -> None:
    assert both("canadian_work", canadian_work_years=years) == CANADIAN_WORK[years]


@pytest.mark.parametrize("education", STRENGTH)
@pytest.mark.parametrize(("level", "column"), [(6, 0), (7, 1), (8, 1), (9, 2), (10, 2)])
@pytest.mark.parametrize(("abroad", "row"), [(0, 0), (1, 1), (2, 1), (3, 2)])
def test_it_has_the_table_of_what_counts_with_language(
    education: str, level: int, column: int, abroad: int, row: int
) -> None:
    language = {"clb": level}
    inputs = person(education=education, first_language=language, foreign_work_years=abroad)
    detail = score(inputs, ON).detail
    assert detail["edu_x_language"] == TOGETHER[STRENGTH[education]][column]
    assert detail["foreign_x_language"] == TOGETHER[row][column]


@pytest.mark.parametrize("education", STRENGTH)
@pytest.mark.parametrize(("years", "column"), [(0, 0), (1, 1), (2, 2), (5, 2)])
@pytest.mark.parametrize(("abroad", "row"), [(0, 0), (1, 1), (2, 1), (3, 2)])
def test_it_has_the_table_of_what_counts_with_work_in_canada(
    education: str, years: int, column: int, abroad: int, row: int
) -> None:
    inputs = person(education=education, canadian_work_years=years, foreign_work_years=abroad)
    detail = score(inputs, ON).detail
    assert detail["edu_x_canadian_work"] == TOGETHER[STRENGTH[education]][column]
    assert detail["foreign_x_canadian_work"] == TOGETHER[row][column]
