"""What holds for every profile, and not only for those that somebody thought of."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from crs.profile import JOB_OFFERS, MARITAL, STUDY
from crs.ranking import Score, score
from crs.rules import EDUCATION
from crs.tests.people import ON

LETTERS = "RWLS"
LEVEL = st.integers(0, 12)
LANGUAGE = st.one_of(
    st.fixed_dictionaries({"clb": LEVEL}),
    st.fixed_dictionaries({"clb": st.fixed_dictionaries(dict.fromkeys(LETTERS, LEVEL))}),
)
ENGLISH_TEST = st.fixed_dictionaries(
    {
        "test": st.just("ielts_gt"),
        "scores": st.fixed_dictionaries(
            dict.fromkeys(LETTERS, st.integers(0, 18).map(lambda each: each / 2))
        ),
    }
)
YEARS = st.one_of(st.integers(0, 40), st.floats(0, 40))
PARTNER = st.fixed_dictionaries(
    {},
    optional={
        "education": st.sampled_from(EDUCATION),
        "language": st.one_of(LANGUAGE, ENGLISH_TEST),
        "canadian_work_years": YEARS,
    },
)
INPUTS = st.fixed_dictionaries(
    {"age": st.integers(0, 100)},
    optional={
        "marital": st.sampled_from(MARITAL),
        "partner_accompanying": st.booleans(),
        "partner_citizen_or_pr": st.booleans(),
        "education": st.sampled_from(EDUCATION),
        "first_language": LANGUAGE,
        "first_language_is": st.sampled_from(["en", "fr"]),
        "second_language": st.one_of(st.none(), LANGUAGE),
        "canadian_work_years": YEARS,
        "foreign_work_years": YEARS,
        "certificate": st.booleans(),
        "canadian_credential": st.sampled_from(STUDY),
        "nomination": st.booleans(),
        "sibling": st.booleans(),
        "job_offer": st.sampled_from(JOB_OFFERS),
        "partner": PARTNER,
    },
)


def of(inputs: dict[str, Any], **change: Any) -> Score:
    return score({**inputs, **change}, ON)


@given(INPUTS)
def test_it_keeps_every_cap_and_adds_up(inputs: dict[str, Any]) -> None:
    result = of(inputs)
    with_partner = result.column == "with_spouse"
    assert 0 <= result.core <= (460 if with_partner else 500)
    assert 0 <= result.partner <= (40 if with_partner else 0)
    assert 0 <= result.transferability <= 100
    assert 0 <= result.additional <= 600
    parts = (result.core, result.partner, result.transferability, result.additional)
    assert result.total == sum(parts) <= 1200
    assert all(0 <= line.points <= line.most for line in result.lines)
    assert all(0 <= points <= 50 for points in result.groups.values())


@given(INPUTS)
def test_it_can_say_every_rule_and_note_in_words(inputs: dict[str, Any]) -> None:
    answer = json.loads(json.dumps(of(inputs).as_json()))
    texts = [each["rule"]["text"] for each in answer["rules"]]
    assert all(text and "%(" not in text for text in texts)


@given(INPUTS, st.sampled_from(EDUCATION), st.sampled_from(EDUCATION))
def test_it_never_takes_points_for_more_education(
    inputs: dict[str, Any], one: str, other: str
) -> None:
    lower, higher = sorted((one, other), key=EDUCATION.index)
    assert of(inputs, education=lower).total <= of(inputs, education=higher).total


@given(INPUTS, LEVEL, LEVEL, st.sampled_from(LETTERS), st.sampled_from(["first", "second"]))
def test_it_never_takes_points_for_a_better_result(
    inputs: dict[str, Any], one: int, other: int, letter: str, which: str
) -> None:
    worse, better = sorted((one, other))
    base = dict.fromkeys(LETTERS, 7)
    key = f"{which}_language"
    low = of(inputs, **{key: {"clb": {**base, letter: worse}}})
    high = of(inputs, **{key: {"clb": {**base, letter: better}}})
    assert low.total <= high.total


@given(
    INPUTS,
    st.sampled_from(["canadian_work_years", "foreign_work_years"]),
    st.integers(0, 20),
    st.integers(0, 20),
)
def test_it_never_takes_points_for_more_work(
    inputs: dict[str, Any], key: str, years: int, more: int
) -> None:
    assert of(inputs, **{key: years}).total <= of(inputs, **{key: years + more}).total


@given(INPUTS, st.sampled_from(["certificate", "sibling", "nomination"]))
def test_it_never_takes_points_for_a_yes(inputs: dict[str, Any], key: str) -> None:
    assert of(inputs, **{key: False}).total <= of(inputs, **{key: True}).total


@given(INPUTS, st.integers(0, 29), st.integers(0, 29))
def test_it_gives_more_until_twenty_nine(inputs: dict[str, Any], one: int, other: int) -> None:
    younger, older = sorted((one, other))
    assert of(inputs, age=younger).total <= of(inputs, age=older).total


@given(INPUTS, st.integers(29, 100), st.integers(29, 100))
def test_it_gives_less_from_thirty(inputs: dict[str, Any], one: int, other: int) -> None:
    younger, older = sorted((one, other))
    assert of(inputs, age=younger).total >= of(inputs, age=older).total


@given(INPUTS, PARTNER)
def test_it_never_counts_a_partner_who_does_not_come(
    inputs: dict[str, Any], partner: dict[str, Any]
) -> None:
    single = {**inputs, "marital": "single"}
    assert of(single, partner=partner).total == of(single, partner=None).total
    stays = {**inputs, "marital": "married", "partner_accompanying": False}
    assert of(stays, partner=partner).total == of(single).total


@given(INPUTS, PARTNER)
def test_it_has_in_each_column_no_more_for_a_partner_than_alone(
    inputs: dict[str, Any], partner: dict[str, Any]
) -> None:
    both = {"marital": "married", "partner_accompanying": True, "partner_citizen_or_pr": False}
    together = of(inputs, **both, partner=partner)
    alone = of(inputs, marital="single")
    assert together.core <= alone.core
    assert together.transferability == alone.transferability
    assert together.additional == alone.additional


@settings(max_examples=50)
@given(INPUTS)
def test_it_gives_the_same_for_the_same(inputs: dict[str, Any]) -> None:
    before = json.dumps(inputs)
    assert of(inputs).as_json() == of(inputs).as_json()
    assert json.dumps(inputs) == before
