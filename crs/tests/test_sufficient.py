"""The other way round: which score would have sufficed in each family."""

import datetime as dt
from typing import Any

from crs.invited import Submitted, sufficient
from crs.tests.test_invited import draw, moment

UNTIL = dt.date(2026, 11, 22)


def held(number: str, date: str, crs: int, tie_break: str | None, family: str = "cec") -> Any:
    at = moment(tie_break) if tie_break else None
    day = dt.date.fromisoformat(date)
    return draw(number=number, date=day, crs=crs, tie_break_at=at, family=family)


ROUNDS = [
    held("1", "2026-03-01", 510, "2025-09-01T00:00:00"),
    held("2", "2026-05-01", 505, "2025-10-01T00:00:00"),
    held("3", "2026-08-01", 505, "2026-02-01T00:00:00"),
    held("4", "2025-11-22", 400, "2025-06-01T00:00:00"),  # a year ago to the day: out
    held("5", "2026-11-23", 401, "2025-06-01T00:00:00"),  # not held yet
    held("6", "2026-06-01", 480, None, family="health"),
]


def test_it_gives_one_more_than_the_cut_off_to_a_younger_profile() -> None:
    health, cec = sorted(sufficient(ROUNDS, UNTIL), key=lambda each: each.family, reverse=True)
    assert (cec.family, cec.once, cec.cut_off, cec.always, cec.rounds) == ("cec", 506, 505, 511, 3)
    assert (health.once, health.always, health.rounds) == (481, 481, 1)


def test_it_gives_the_cut_off_to_a_profile_that_is_old_enough() -> None:
    submitted = Submitted.at(moment("2025-12-01T00:00:00"))
    cec = next(each for each in sufficient(ROUNDS, UNTIL, submitted) if each.family == "cec")
    # In round 3 the profile is older than the tie-break; in 1 and 2 it is younger.
    assert (cec.once, cec.number, cec.always) == (505, "3", 511)


def test_it_asks_a_point_more_where_the_time_of_the_day_would_decide() -> None:
    day = Submitted.on(dt.date(2026, 2, 1))
    cec = next(each for each in sufficient(ROUNDS, UNTIL, day) if each.family == "cec")
    assert cec.once == 506


def test_it_puts_the_family_of_the_latest_draw_first() -> None:
    assert [each.family for each in sufficient(ROUNDS, UNTIL)] == ["cec", "health"]


def test_it_leaves_out_a_family_without_a_draw_in_the_year() -> None:
    assert sufficient(ROUNDS[3:4], UNTIL) == ()
    assert sufficient([held("7", "2024-02-29", 500, None)], dt.date(2024, 2, 29))[0].once == 501
