"""Scores of five tests, and the level of each."""

import datetime as dt
from typing import Any

import pytest

from crs.language import ABILITIES, levels_of, table_of, tables
from crs.ranking import score
from crs.reading import InputProblem
from crs.tests.people import ON, person


def level(test: str, letter: str, result: float) -> int:
    table = table_of(test)
    assert table is not None
    return table.charts[letter].level(result)


@pytest.mark.parametrize(
    ("test", "letter", "edges"),
    [
        # The lowest score for each of the levels 4 to 10, one line from each test’s page.
        ("ielts_gt", "L", [4.5, 5.0, 5.5, 6.0, 7.5, 8.0, 8.5]),
        ("ielts_gt", "R", [3.5, 4.0, 5.0, 6.0, 6.5, 7.0, 8.0]),
        ("celpip_g", "W", [4, 5, 6, 7, 8, 9, 10]),
        ("pte_core", "W", [41, 51, 60, 69, 79, 88, 90]),
        ("pte_core", "S", [42, 51, 59, 68, 76, 84, 89]),
        ("tef_canada", "R", [121, 151, 181, 207, 233, 248, 263]),
        ("tef_canada", "L", [145, 181, 217, 249, 280, 298, 316]),
        ("tcf_canada", "R", [342, 375, 406, 453, 499, 524, 549]),
        ("tcf_canada", "L", [331, 369, 398, 458, 503, 523, 549]),
        ("tcf_canada", "S", [4, 6, 7, 10, 12, 14, 16]),
    ],
)
def test_it_begins_each_level_at_its_edge(test: str, letter: str, edges: list[float]) -> None:
    step = table_of(test).step
    assert [level(test, letter, edge) for edge in edges] == [4, 5, 6, 7, 8, 9, 10]
    below = [level(test, letter, edge - step) for edge in edges]
    assert below[0] == 0
    assert all(under < at for under, at in zip(below, [4, 5, 6, 7, 8, 9, 10], strict=True))


@pytest.mark.parametrize(
    ("letter", "result", "expected"),
    [("L", 6.5, 7), ("L", 7.0, 7), ("R", 7.5, 9), ("R", 5.5, 6), ("W", 4.5, 4), ("S", 9, 10)],
)
def test_it_puts_half_bands_of_ielts_on_the_lower_level(
    letter: str, result: float, expected: int
) -> None:
    assert level("ielts_gt", letter, result) == expected


def test_it_has_a_level_for_each_ability_by_its_own_chart() -> None:
    table = table_of("ielts_gt")
    assert table is not None
    # Listening 7.0 is level 7, and 7.0 in anything else is level 9.
    assert levels_of(table, {"R": 7, "W": 7, "L": 7, "S": 7}) == (9, 9, 7, 9)


def test_it_knows_five_tests_in_two_languages() -> None:
    assert {test.key: test.language for test in tables()} == {
        "celpip_g": "en",
        "ielts_gt": "en",
        "pte_core": "en",
        "tef_canada": "fr",
        "tcf_canada": "fr",
    }


def typed(test: str, **scores: object) -> dict[str, Any]:
    return {"test": test, "scores": scores}


def problem_of(result: object, **more: object) -> str:
    with pytest.raises(InputProblem) as caught:
        score(person(first_language=result, **more), ON)
    return str(caught.value)


def test_it_refuses_the_other_column_of_tef_and_says_why() -> None:
    said = problem_of(typed("tef_canada", R=434, W=428, L=434, S=456))
    assert "first_language.scores.R: A TEF Canada score here is at most 300" in said
    assert "Équivalence ancien score" in said
    assert said.count("699") == 3  # writing, 428, could be of either column


@pytest.mark.parametrize(
    ("test", "bad"),
    [
        ("ielts_gt", 6.25),
        ("ielts_gt", 9.5),
        ("ielts_gt", -1),
        ("ielts_gt", "7"),
        ("ielts_gt", True),
        ("ielts_gt", float("nan")),
        ("celpip_g", 13),
        ("celpip_g", 7.5),
        ("pte_core", 91),
        ("tcf_canada", 700),
    ],
)
def test_it_refuses_what_no_certificate_prints(test: str, bad: object) -> None:
    scores = {"R": bad, "W": 10, "L": 400, "S": 10} if test == "tcf_canada" else {}
    said = problem_of({"test": test, "scores": scores or {"R": bad, "W": 5, "L": 5, "S": 5}})
    assert said.startswith("first_language.scores.R: ")
    assert "in steps of" in said


def test_it_reads_minimal_on_a_celpip_certificate() -> None:
    result = score(person(first_language=typed("celpip_g", R="M", W=9, L=9, S=9)), ON)
    assert result.detail["first_language"] == 93  # three abilities of 31


def test_it_takes_a_french_test_for_french() -> None:
    tef = typed("tef_canada", R=248, W=371, L=298, S=371)
    result = score(person(first_language=tef), ON)
    assert (result.detail["first_language"], result.detail["french"]) == (124, 25)


def test_it_refuses_an_english_test_where_french_is_named_first() -> None:
    said = problem_of(typed("ielts_gt", R=7, W=7, L=7, S=7), first_language_is="fr")
    assert "This should be a test of French" in said


def test_it_no_longer_counts_a_result_of_two_years_ago() -> None:
    fresh = score(person(first_language={"clb": 9, "taken_on": "2024-06-02"}), dt.date(2026, 6, 1))
    stale = score(person(first_language={"clb": 9, "taken_on": "2024-06-01"}), dt.date(2026, 6, 1))
    assert fresh.detail["first_language"] == 124
    assert stale.detail["first_language"] == stale.transferability == 0
    assert [note.code for note in stale.notes] == ["first-language-expired"]


def test_it_says_that_tef_was_graded_otherwise_for_some_months() -> None:
    tef = typed("tef_canada", R=248, W=371, L=298, S=371) | {"taken_on": "2024-05-06"}
    assert [note.code for note in score(person(first_language=tef), dt.date(2026, 1, 1)).notes] == [
        "tef-regraded"
    ]


@pytest.mark.parametrize("letter", ABILITIES)
def test_it_asks_for_all_four_abilities(letter: str) -> None:
    scores = {"R": 7, "W": 7, "L": 7, "S": 7}
    del scores[letter]
    assert problem_of({"test": "ielts_gt", "scores": scores}) == (
        f"first_language.scores.{letter}: This is needed."
    )


@pytest.mark.parametrize(
    "both", [{}, {"clb": 7, "test": "ielts_gt"}, {"scores": {"R": 7, "W": 7, "L": 7, "S": 7}}]
)
def test_it_takes_levels_or_a_test_and_not_both(both: dict[str, object]) -> None:
    assert "Give either levels (clb) or a test" in problem_of(both)


@pytest.mark.parametrize("bad", [7.5, 13, -1, "7", {"R": 7}, [7, 7, 7, 7]])
def test_it_refuses_levels_that_do_not_exist(bad: object) -> None:
    assert "first_language.clb" in problem_of({"clb": bad})
