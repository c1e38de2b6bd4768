"""What a person typed, and everything that is wrong with it at once."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crs.eligibility import eligibility
from crs.improve import improvements
from crs.ranking import score
from crs.reading import InputProblem
from crs.tests.people import ON, couple, person


def faults_of(inputs: object) -> list[tuple[str, str]]:
    with pytest.raises(InputProblem) as caught:
        score(inputs, ON)
    return [(fault.path, fault.why.code) for fault in caught.value.faults]


def test_it_names_every_fault_and_where_it_stands() -> None:
    wrong = couple(
        {"education": "phd", "language": {"clb": 99}},
        age=-1,
        nomination="yes",
        canadian_work_years="2",
        colour="red",
    )
    assert faults_of(wrong) == [
        ("age", "not-in-range"),
        ("partner.education", "not-an-option"),
        ("partner.language.clb", "not-in-range"),
        ("canadian_work_years", "not-in-range"),
        ("nomination", "not-yes-or-no"),
        ("colour", "unknown-name"),
    ]


def test_it_says_them_in_words_one_on_a_line() -> None:
    with pytest.raises(InputProblem) as caught:
        score({"age": 200, "education": "phd"}, ON)
    first, second = str(caught.value).splitlines()
    assert first == "age: This should be a number from 0 to 120."
    assert second.startswith("education: This should be one of: less_than_secondary, secondary")


def test_it_needs_nothing_but_the_age() -> None:
    assert faults_of({}) == [("age", "required")]
    result = score({"age": 29}, ON)
    assert result.total == 110
    assert [note.code for note in result.notes] == ["no-education", "no-first-language"]


def test_it_takes_null_for_not_answered() -> None:
    nothing = dict.fromkeys(("marital", "partner", "second_language", "sibling", "job_offer"))
    assert score(person(**nothing), ON).total == score(person(), ON).total


@pytest.mark.parametrize("nothing", [None, [], "age", 29, True])
def test_it_refuses_what_is_no_object(nothing: object) -> None:
    assert faults_of(nothing) == [("", "not-an-object")]


@pytest.mark.parametrize("age", [float("inf"), float("nan"), 10**400, True, "29", [29]])
def test_it_refuses_an_age_that_is_none(age: object) -> None:
    assert faults_of({"age": age}) == [("age", "not-in-range")]


@pytest.mark.parametrize("day", ["2026-02-30", "2026", "20260101", 20260101, "yesterday"])
def test_it_refuses_a_day_that_is_none(day: object) -> None:
    found = faults_of(person(first_language={"clb": 7, "taken_on": day}))
    assert found == [("first_language.taken_on", "not-a-day")]


def test_it_reads_the_partner_also_where_none_counts() -> None:
    assert faults_of(person(partner={"colour": 1})) == [("partner.colour", "unknown-name")]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
NAMES = (
    *("age", "education", "first_language", "second_language", "partner", "work", "funds"),
    *("marital", "clb", "test", "scores", "taken_on", "canadian_work_years", "valid_job_offer"),
)
NEARLY = st.recursive(
    JSON | st.sampled_from(["ielts_gt", "married", "doctoral", "2026-01-01"]),
    lambda inner: st.dictionaries(st.sampled_from(NAMES), inner, max_size=6) | st.lists(inner),
    max_leaves=20,
)


@settings(max_examples=200)
@given(NEARLY)
def test_it_answers_or_says_what_is_wrong_and_nothing_else(inputs: object) -> None:
    for ask in (score, eligibility, improvements):
        with suppress(InputProblem):
            ask(inputs, ON)
