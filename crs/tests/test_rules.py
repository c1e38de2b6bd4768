"""Which rules are of which day, and what is said where their points are not known."""

import datetime as dt

import pytest

from crs.ranking import score
from crs.rules import Announced, Rules, Steps, in_force, last_known, rule_sets
from crs.tests.people import person
from crs.wording import Said


@pytest.mark.parametrize(
    ("day", "used", "of_the_day"),
    [
        (dt.date(2020, 10, 20), "2020-10-20", "2020-10-20"),
        (dt.date(2025, 3, 24), "2020-10-20", "2020-10-20"),
        (dt.date(2025, 3, 25), "2025-03-25", "2025-03-25"),
        (dt.date(2026, 11, 2), "2025-03-25", "2025-03-25"),
        (dt.date(2026, 11, 3), "2025-03-25", "2026-11-03"),
        (dt.date(2019, 1, 1), "2020-10-20", "2015-01-01"),
        (dt.date(2014, 1, 1), "2020-10-20", "2015-01-01"),
    ],
)
def test_it_takes_the_rules_of_the_day(day: dt.date, used: str, of_the_day: str) -> None:
    result = score(person(), day)
    assert (result.ruleset, result.in_force) == (used, of_the_day)
    assert result.is_current == (used == of_the_day)


@pytest.mark.parametrize(("offer", "expected"), [("none", 0), ("other", 50), ("00", 200)])
def test_it_counts_a_job_offer_before_25_march_2025(offer: str, expected: int) -> None:
    before, after = dt.date(2025, 3, 24), dt.date(2025, 3, 25)
    plain = score(person(), before)
    with_offer = score(person(job_offer=offer), before)
    assert with_offer.total - plain.total == with_offer.additional == expected
    assert score(person(job_offer=offer), after).additional == 0


def test_it_changes_nothing_but_the_job_offer_between_the_two_sets() -> None:
    old, new = last_known(dt.date(2025, 3, 24)), last_known(dt.date(2025, 3, 25))
    assert old.core.education == new.core.education
    assert old.transferability.points == new.transferability.points
    assert old.additional.french == new.additional.french
    assert old.additional.job_offer != new.additional.job_offer


def test_it_does_not_pretend_to_know_the_points_of_november_2026() -> None:
    announced = in_force(dt.date(2026, 11, 22))
    assert isinstance(announced, Announced)
    assert not hasattr(announced, "core")
    assert "high-wage-points" in announced.unknown
    result = score(person(), dt.date(2026, 11, 22))
    assert result.notes[0].code == "rules-points-unknown"
    text = str(result.notes[0])
    assert "2026-11-03" in text
    assert "2025-03-25" in text


def test_it_says_when_the_first_day_of_the_rules_is_less_certain() -> None:
    assert [note.code for note in score(person(), dt.date(2024, 1, 1)).notes] == [
        "rules-less-certain"
    ]


def test_it_has_words_for_all_that_is_known_and_unknown() -> None:
    announced = [each for each in rule_sets() if isinstance(each, Announced)]
    codes = [code for each in announced for code in (*each.known, *each.unknown)]
    assert len(codes) > 10
    assert all(str(Said(code)) for code in codes)


def test_it_keeps_the_sets_in_order_with_a_first_day_each() -> None:
    starts = [each.starts for each in rule_sets()]
    assert starts == sorted(set(starts))
    assert any(isinstance(each, Rules) for each in rule_sets())


def test_it_refuses_a_table_whose_steps_are_not_in_order() -> None:
    with pytest.raises(ValueError, match="not in order"):
        Steps([[18, 90], [17, 95]])


def test_it_stands_on_the_last_step_that_was_reached() -> None:
    steps = Steps([[4, 6], [6, 9]])
    assert [steps.at(number).points[0] for number in (0, 3, 4, 5, 6, 99)] == [0, 0, 6, 6, 9, 9]
    assert (steps.at(3).low, steps.at(3).high) == (0, 3)
    assert (steps.at(5).low, steps.at(5).high) == (4, 5)
    assert steps.at(7).high is None
