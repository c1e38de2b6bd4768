"""Notes on official figures: each rule meets exactly the rounds that it is about."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.translation import override

from draws.bundle import rounds
from draws.quality import RULES, notes_for
from draws.records import RoundRecord

BY_NUMBER = {record.number: record for record in rounds()}


def codes(record: RoundRecord) -> list[str]:
    return [note.code for note in notes_for(record)]


@pytest.mark.parametrize(
    ("code", "numbers"),
    [
        ("time-against-date", "357"),
        ("tie-break-without-year", "208"),
        ("tie-break-after-draw", ""),
        ("tie-break-is-draw-time", "139"),
        ("band-sum", "247"),
        ("stale-pool", "298 409 416"),
        ("pool-after-draw", "226"),
        ("pool-not-published", "223 224 226 227"),
    ],
)
def test_a_rule_meets_exactly_its_rounds(code: str, numbers: str) -> None:
    assert [n for n, record in BY_NUMBER.items() if code in codes(record)] == numbers.split()


def test_every_rule_is_pinned_above() -> None:
    assert len({code for code, _ in RULES}) == len(RULES) == 8


def test_it_says_nothing_about_a_plain_round() -> None:
    assert notes_for(BY_NUMBER["396"]) == ()


def test_it_says_the_figures_in_the_form_of_the_language() -> None:
    (note,) = notes_for(BY_NUMBER["247"])

    with override("en"):
        assert str(note.text) == (
            "IRCC prints 55,867 candidates from 451 to 500. Its own ten-point bands add up to"
            " 55,687. We show the printed figure."
        )
    with override("fr"):
        assert "55\u00a0867" in str(note.text)
        assert "55\u00a0687" in str(note.text)


def test_it_says_both_dates_of_a_time_that_is_not_on_its_day() -> None:
    (note,) = notes_for(BY_NUMBER["357"])

    with override("en"):
        assert "12 Jul 2025, 16:27:45 UTC" in str(note.text)
        assert "22 Jul 2025" in str(note.text)


def test_it_finds_335_as_first_printed() -> None:
    printed = replace(BY_NUMBER["335"], tie_break_at=datetime(2025, 11, 14, 2, 52, 14, tzinfo=UTC))

    assert codes(printed) == ["tie-break-after-draw"]


def test_a_tie_break_in_the_night_of_a_round_without_time_is_not_after_it() -> None:
    night = datetime(2026, 10, 2, 23, 59, 59, tzinfo=UTC)

    assert BY_NUMBER["447"].held_at is None
    assert codes(replace(BY_NUMBER["447"], tie_break_at=night)) == []
    assert codes(replace(BY_NUMBER["447"], tie_break_at=night + timedelta(seconds=2))) == [
        "tie-break-after-draw"
    ]


def test_a_time_just_past_midnight_utc_is_on_its_day() -> None:
    midnight = datetime(2026, 2, 18, tzinfo=UTC)

    assert codes(replace(BY_NUMBER["396"], held_at=midnight)) == []
    assert codes(replace(BY_NUMBER["396"], held_at=midnight + timedelta(days=1))) == [
        "time-against-date"
    ]
    assert codes(replace(BY_NUMBER["396"], held_at=midnight - timedelta(days=2))) == [
        "time-against-date"
    ]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2026, 2, 3), []),  # 14 days
        (date(2026, 2, 2), ["stale-pool"]),
        (date(2026, 2, 17), []),
        (date(2026, 2, 18), ["pool-after-draw"]),
        (None, []),
    ],
)
def test_a_count_is_stale_after_two_weeks(as_of: date | None, expected: list[str]) -> None:
    assert codes(replace(BY_NUMBER["396"], pool_as_of=as_of)) == expected


@pytest.mark.parametrize("field", ["b451_500", "b431_440", "total"])
def test_a_sum_that_is_one_off_is_noted(field: str) -> None:
    pool = BY_NUMBER["396"].pool
    assert pool is not None
    off = replace(pool, **{field: getattr(pool, field) + 1})

    assert "band-sum" in codes(replace(BY_NUMBER["396"], pool=off))


def test_a_band_that_is_not_known_is_no_wrong_sum() -> None:
    pool = BY_NUMBER["396"].pool
    assert pool is not None

    assert codes(replace(BY_NUMBER["396"], pool=replace(pool, b491_500=None, total=None))) == []


def test_a_round_before_the_first_count_need_not_have_one() -> None:
    assert codes(replace(BY_NUMBER["214"], number="213", pool=None)) == []
    assert codes(replace(BY_NUMBER["214"], pool=None)) == ["pool-not-published"]
    assert codes(replace(BY_NUMBER["447"], number="448", pool=None)) == ["pool-not-published"]
