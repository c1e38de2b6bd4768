"""Would I have been invited: score, tie-break, families, and the life of a profile."""

import datetime as dt
from typing import Any

import pytest

from crs.invited import Person, Submitted, TypedScore, history, outcome
from draws.bundle import rounds
from draws.records import RoundRecord


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def draw(**more: Any) -> RoundRecord:
    plain: dict[str, Any] = {
        "number": "900",
        "date": dt.date(2026, 2, 17),
        "name": "",
        "family": "cec",
        "programs": "",
        "invitations": 1000,
        "crs": 508,
        "tie_break_at": moment("2025-06-16T09:35:59"),
        "tie_break_text": "",
        "held_at": moment("2026-02-17T12:00:00"),
        "held_at_text": "",
        "pool_as_of": None,
        "pool": None,
    }
    return RoundRecord(**{**plain, **more})


def someone(
    crs: int = 508, submitted: str = "2025-06-01T00:00:00", eligible: str = "cec"
) -> Person:
    at = Submitted.at(moment(submitted))
    return Person([TypedScore(crs)], at, frozenset(eligible.split()))


def found(person: Person, **more: Any) -> tuple[str, str]:
    result = outcome(person, draw(**more))
    return result.result, result.why.code


@pytest.mark.parametrize(
    ("crs", "expected"),
    [(509, ("invited", "above-cut-off")), (507, ("not-invited", "below-cut-off"))],
)
def test_it_goes_by_the_score_on_both_sides_of_the_cut_off(
    crs: int, expected: tuple[str, str]
) -> None:
    assert found(someone(crs)) == expected


@pytest.mark.parametrize(
    ("submitted", "expected"),
    [
        ("2025-06-16T09:35:58", ("invited", "submitted-before-tie-break")),
        ("2025-06-16T09:35:59", ("invited", "submitted-before-tie-break")),
        ("2025-06-16T09:36:00", ("not-invited", "submitted-after-tie-break")),
    ],
)
def test_it_goes_by_the_moment_at_the_cut_off(submitted: str, expected: tuple[str, str]) -> None:
    person = someone(508, submitted)
    assert found(person) == expected
    result = outcome(person, draw())
    assert result.by_tie_break
    assert result.tie_break_at == moment("2025-06-16T09:35:59")


def test_it_does_not_decide_within_the_day_of_the_tie_break() -> None:
    day = Submitted.on(dt.date(2025, 6, 16))
    person = Person([TypedScore(508)], day, frozenset({"cec"}))
    assert found(person) == ("not-known", "submitted-on-day-of-tie-break")
    assert outcome(person, draw()).by_tie_break
    before = Person([TypedScore(508)], Submitted.on(dt.date(2025, 6, 15)), frozenset({"cec"}))
    assert found(before) == ("invited", "submitted-before-tie-break")


def test_it_does_not_know_without_a_tie_break() -> None:
    assert found(someone(508), tie_break_at=None) == ("not-known", "no-tie-break")
    assert found(someone(509), tie_break_at=None) == ("invited", "above-cut-off")
    assert found(someone(507), tie_break_at=None) == ("not-invited", "below-cut-off")


@pytest.mark.parametrize(
    ("family", "eligible", "is_one"),
    [
        ("cec", "cec", True),
        ("cec", "fsw fst french", False),
        ("fsw", "fsw", True),
        ("pnp", "cec fsw", False),
        ("pnp", "pnp", True),
        ("health", "cec", False),
        ("health", "health", True),
        ("all-program", "", True),
        ("physicians", "cec health", False),
    ],
)
def test_it_knows_whom_a_draw_was_for(family: str, eligible: str, is_one: bool) -> None:
    expected = ("invited", "above-cut-off") if is_one else ("not-eligible", "not-eligible")
    assert found(someone(600, eligible=eligible), family=family) == expected


def test_it_does_not_guess_at_a_family_that_is_not_known() -> None:
    assert found(someone(600), family=None) == ("not-known", "family-not-known")


@pytest.mark.parametrize(
    ("submitted", "expected"),
    [
        ("2025-02-17T11:59:59", ("not-in-pool", "profile-ended")),
        ("2025-02-17T12:00:00", ("not-in-pool", "profile-ended")),
        ("2025-02-17T12:00:01", ("invited", "above-cut-off")),
        ("2026-02-17T12:00:00", ("invited", "above-cut-off")),
        ("2026-02-17T12:00:01", ("not-in-pool", "before-profile")),
    ],
)
def test_it_lets_a_profile_live_twelve_months(submitted: str, expected: tuple[str, str]) -> None:
    assert found(someone(600, submitted)) == expected


def test_it_does_not_decide_within_the_day_of_a_draw_without_a_time() -> None:
    person = someone(600, "2026-02-17T08:00:00")
    assert found(person, held_at=None) == ("not-known", "submitted-on-day-of-draw")
    low = someone(500, "2026-02-17T08:00:00")
    assert found(low, held_at=None) == ("not-invited", "below-cut-off")
    year_old = someone(600, "2025-02-17T08:00:00")
    assert found(year_old, held_at=None) == ("not-known", "profile-ended-on-day-of-draw")


def test_it_does_not_take_a_printed_time_of_another_day_for_the_draws() -> None:
    elsewhere = {"held_at": moment("2025-02-17T12:00:00")}
    assert found(someone(600, "2025-06-01T00:00:00"), **elsewhere) == ("invited", "above-cut-off")


def test_it_ends_a_profile_of_29_february_on_1_march() -> None:
    person = someone(600, "2024-02-29T10:00:00")
    on_day = {"date": dt.date(2025, 2, 28), "held_at": moment("2025-02-28T12:00:00")}
    assert found(person, **on_day)[0] == "invited"
    day_after = {"date": dt.date(2025, 3, 1), "held_at": moment("2025-03-01T12:00:00")}
    assert found(person, **day_after) == ("not-in-pool", "profile-ended")


def test_it_takes_the_score_of_the_day_where_there_are_several() -> None:
    scores = [
        TypedScore(520, dt.date(2026, 2, 17)),
        TypedScore(480, dt.date(2025, 6, 1)),
        TypedScore(490, dt.date(2026, 1, 1)),
    ]
    person = Person(scores, Submitted.at(moment("2025-06-01T00:00:00")), frozenset({"cec"}))
    days = [dt.date(2025, 1, 1), dt.date(2025, 12, 31), dt.date(2026, 2, 16), dt.date(2026, 2, 17)]
    assert [person.score_on(day) for day in days] == [480, 480, 490, 520]


def test_it_was_not_invited_on_17_february_2026_with_508_from_april_2025() -> None:
    april = Submitted.on(dt.date(2025, 4, 15))
    past = history(Person([TypedScore(508)], april, frozenset({"cec"})), rounds())
    by_number = {each.number: each for each in past.outcomes}
    assert len(by_number) == len(rounds())
    that_day = by_number["396"]
    assert that_day.date == dt.date(2026, 2, 17)
    assert (that_day.result, that_day.why.code) == ("not-invited", "submitted-after-tie-break")
    assert that_day.tie_break_at == moment("2025-03-16T09:35:59")
    # The next draw with the same cut-off had a younger tie-break.
    assert past.first_invited is not None
    assert (past.first_invited.number, past.days_waited) == ("400", 322)
    assert [each.number for each in past.by_tie_break] == ["396", "400"]


def test_it_says_that_nobody_knows_about_the_first_draws_at_their_cut_off() -> None:
    first = next(each for each in rounds() if each.number == "1")
    at = Submitted.at(moment("2015-01-10T00:00:00"))
    result = outcome(Person([TypedScore(first.crs)], at, frozenset()), first)
    assert (result.result, result.by_tie_break) == ("not-known", True)


def test_it_was_never_invited_with_a_score_that_never_sufficed() -> None:
    past = history(someone(50), rounds())
    assert (past.first_invited, past.days_waited, past.by_tie_break) == (None, None, ())


def test_it_tells_the_outcome_in_words() -> None:
    answer = history(someone(508, "2025-06-17T00:00:00"), [draw()]).as_json()
    told = answer["draws"][0]
    assert (
        told["why"]["text"] == "508 is the cut-off, and the profile is younger than the tie-break."
    )
    assert told["tie_break_at"] == "2025-06-16T09:35:59+00:00"
    assert answer["by_tie_break"] == ["900"]
