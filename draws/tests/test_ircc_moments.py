"""Dates and times typed by hand: every spelling that the source has used, and no other."""

from datetime import UTC, datetime

import pytest

from draws.records import Problem, RoundRecord
from draws.sources.ircc import parse
from draws.tests.feeds import feed, row

HELD = datetime(2026, 2, 17, 11, 33, 44, tzinfo=UTC)


def record_of(**values: str) -> RoundRecord:
    parsed = parse(feed(row("442", **values)))
    assert not parsed.problems
    return parsed.records[0]


def problem_of(**values: str) -> Problem:
    parsed = parse(feed(row("442", **values), row("441")))
    return parsed.problems[0]


@pytest.mark.parametrize(
    "text",
    [
        "February 17, 2026 at 11:33:44 UTC",
        "February 17, 2026 11:33:44 UTC",  # 221, 233 to 238
        "February 17, 2026, at 11:33:44 UTC",  # 63, 64, 75, 76, 239 to 242
        "February 17,2026 11:33:44 UTC",  # 244, 247
        "February 17,2026 at 11:33:44 UTC",  # 221 in 2023
        "February 17, 2026 at 2026-02-17 11:33:44 UTC",  # 310, 333
        "February 17 2026 at 11:33:44 UTC",  # 215, 382
        " February 17, 2026 at 11:33:44 UTC",  # 38, 82
        "February 17, 2026 at 11:33:44",  # 6, 258, 383
        "February 17, 2026 at 11:33:44 AM UTC",  # 270
        "February 17, 2026 at11:33:44 UTC",  # 297
        "February 17th 2026 at 11:33:44 UTC",  # 437
        "February 17th, 2026 at 11:33:44 UTC",  # 438
        "February 17rd 2026 at 11:33:44 UTC",  # 432, with its ordinal
        "February 17. 2026 at 11:33:44 UTC",  # 277, 322
        "February 17, 2026  at 11:33:44 UTC",  # 412
        "February 17, 2026 at  11:33:44 UTC",  # 422
        "February 17, 2026 at 11:33:44 UTC ",  # 262
        "February\u00a017, 2026 at 11:33:44\r\nUTC",
        "February 17th, 2026, at 11:33:44 AM",  # seen parts, in a combination not yet seen
    ],
)
def test_it_reads_every_spelling_of_a_moment(text: str) -> None:
    record = record_of(drawDateTime=text, drawCutOff=text)

    assert record.held_at == HELD
    assert record.tie_break_at == HELD


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("February 17, 2026 at 0:33:44 UTC", 0),
        ("February 17, 2026 at 00:33:44 AM UTC", 0),
        ("February 17, 2026 at 04:33:44 UTC", 4),  # 419 and 274 stay as printed
        ("February 17, 2026 at 9:33:44 UTC", 9),
        ("February 17, 2026 at 9:33:44 AM UTC", 9),
        ("February 17, 2026 at 12:33:44 PM UTC", 12),
        ("February 17, 2026 at 20:33:44 PM UTC", 20),  # 210
        ("February 17, 2026 at 20:33:44 AM UTC", 20),  # 270
    ],
)
def test_it_ignores_am_and_pm_where_they_say_nothing(text: str, hour: int) -> None:
    assert record_of(drawDateTime=text).held_at == HELD.replace(hour=hour)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("February 17, 2026 at 3:10:00 PM UTC", 15),
        ("February 17, 2026 at 03:10:00 PM", 15),
        ("February 17, 2026 at 12:10:00 AM UTC", 0),
        ("February 17, 2026 at 00:10:00 PM UTC", 12),
    ],
)
def test_it_holds_am_and_pm_where_they_would_change_the_time(text: str, hour: int) -> None:
    problem = problem_of(drawDateTime=text)

    assert problem.code == "ambiguous-time"
    assert problem.record is not None
    assert problem.record.held_at == datetime(2026, 2, 17, hour, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("February 17, 2026 at 11:33:44 EST", "unknown-zone"),
        ("February 17, 2026 at 11:33:44 utc", "unknown-zone"),
        ("February 17, 2026 at 11:33:44 PM EDT", "unknown-zone"),
        ("February 17, 2026 at 11:33:44 UTC+1", "unknown-zone"),
        ("February 17, 2026 at 2026-02-18 11:33:44 UTC", "date-conflict"),
        ("February 30, 2026 at 11:33:44 UTC", "bad-date"),
        ("February 0, 2026 at 11:33:44 UTC", "bad-date"),
        ("February 17, 2026 at 24:33:44 UTC", "bad-time"),
        ("February 17, 2026 at 11:60:44 UTC", "bad-time"),
        ("February 17, 2026 at 11:33 UTC", "bad-time"),
        ("February 17, 2026 at 11:33:44 UTC or later", "bad-time"),
        ("February 17 at 11:33:44 UTC", "bad-time"),
        ("Febuary 17, 2026 at 11:33:44 UTC", "bad-time"),
        ("février 17, 2026 at 11:33:44 UTC", "bad-time"),
        ("17 February 2026 at 11:33:44 UTC", "bad-time"),
        ("2026-02-17T11:33:44Z", "bad-time"),
        ("February ١٧, 2026 at 11:33:44 UTC", "bad-time"),
        ("February 17, 20260 at 11:33:44 UTC", "bad-time"),
        ("February 17, 9999 at 11:33:44 UTC", "implausible"),
    ],
)
def test_it_holds_a_moment_never_seen(text: str, code: str) -> None:
    problem = problem_of(drawDateTime=text)

    assert problem.code == code
    assert text in problem.message or "١٧" in text
    assert problem.record is not None
    assert problem.record.held_at is None
    assert problem.record.held_at_text == text


@pytest.mark.parametrize(
    ("held", "tie_break", "expected"),
    [
        # 208, the one that was printed so: the last 7 October before 27 October.
        ("October 27, 2021 at 13:32:26 UTC", "October 7 at 16:38:21 UTC", "2021-10-07T16:38:21"),
        ("October 27, 2021 at 13:32:26 UTC", "November 7 at 16:38:21 UTC", "2020-11-07T16:38:21"),
        ("October 27, 2021 at 13:32:26 UTC", "October 27 at 13:32:26 UTC", "2021-10-27T13:32:26"),
        ("October 27, 2021 at 13:32:26 UTC", "October 27 at 13:32:27 UTC", "2020-10-27T13:32:27"),
        ("", "October 27 at 23:00:00 UTC", "2021-10-27T23:00:00"),
    ],
)
def test_it_gives_a_tie_break_without_year_the_year_before_the_round(
    held: str, tie_break: str, expected: str
) -> None:
    record = record_of(
        drawDate="2021-10-27",
        drawDateFull="October 27, 2021",
        drawDateTime=held,
        drawCutOff=tie_break,
    )

    assert record.tie_break_at == datetime.fromisoformat(f"{expected}+00:00")
    assert record.tie_break_text == tie_break


def test_it_trusts_the_date_where_the_time_of_the_round_is_days_before_it() -> None:
    record = record_of(
        drawDateTime="February 7, 2026 at 11:33:44 UTC", drawCutOff="February 10 at 10:00:00 UTC"
    )

    assert record.tie_break_at == datetime(2026, 2, 10, 10, tzinfo=UTC)


def test_it_counts_the_year_before_a_round_on_a_leap_day() -> None:
    leap_day = {"drawDate": "2024-02-29", "drawDateFull": "February 29, 2024", "drawDateTime": ""}

    assert record_of(drawCutOff="March 1 at 10:00:00 UTC", **leap_day).tie_break_at == datetime(
        2023, 3, 1, 10, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("day", "full"), [("2026-02-17", "February 17, 2026"), ("2025-03-10", "March 10, 2025")]
)
def test_it_holds_a_leap_day_that_no_year_before_the_round_has(day: str, full: str) -> None:
    problem = problem_of(
        drawDate=day, drawDateFull=full, drawDateTime="", drawCutOff="February 29 at 10:00:00 UTC"
    )

    assert problem.code == "bad-date"
    assert problem.record is not None
    assert problem.record.tie_break_at is None


def test_it_reads_an_ambiguous_tie_break_without_year_in_the_right_year() -> None:
    problem = problem_of(drawCutOff="December 7 at 3:10:00 PM UTC")

    assert problem.code == "ambiguous-time"
    assert problem.record is not None
    assert problem.record.tie_break_at == datetime(2025, 12, 7, 15, 10, tzinfo=UTC)


def test_it_takes_a_tie_break_after_its_round_as_printed() -> None:
    # 335 as first printed, with the year of the round.
    record = record_of(drawCutOff="November 14, 2026 at 02:52:14 UTC")

    assert record.tie_break_at == datetime(2026, 11, 14, 2, 52, 14, tzinfo=UTC)
