"""The rounds that the stand-in invents, and what a request may ask of them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from draws.bundle import rounds
from draws.records import BANDS, PoolRecord, RoundRecord
from draws.sources.ircc import parse
from draws.standin.feed import feed
from draws.standin.rows import rows_of
from draws.standin.upcoming import next_round
from draws.standin.wishes import BadWish


def invented(count: int) -> list[RoundRecord]:
    known = list(rounds())
    for _ in range(count):
        known.append(next_round(known, {}))
    return known[-count:]


def test_it_invents_the_same_rounds_each_time() -> None:
    assert invented(5) == invented(5)


def test_it_goes_on_from_447_on_working_days_with_another_family_each_time() -> None:
    rounds_after = invented(12)

    assert [each.number for each in rounds_after] == [str(number) for number in range(448, 460)]
    assert rounds_after[0].date == date(2026, 10, 2)
    assert rounds_after[1].date == date(2026, 10, 5)
    assert [each.family for each in rounds_after[:4]] == ["pnp", "cec", "french", "health"]
    assert len({each.family for each in rounds_after}) == 10


def test_it_invents_what_the_adapter_finds_plain() -> None:
    known = [*rounds(), *invented(12)]

    parsed = parse(feed(known))

    assert parsed.problems == ()
    assert [each.number for each in parsed.records[:2]] == ["459", "458"]


def test_it_stays_near_the_last_round_of_the_family() -> None:
    last = next(each for each in reversed(rounds()) if each.family == "pnp")

    pnp = next_round(rounds(), {"family": "pnp"})

    assert abs(pnp.crs - last.crs) <= 6
    assert 0.75 * last.invitations < pnp.invitations < 1.25 * last.invitations
    assert (pnp.name, pnp.programs) == (last.name, last.programs)
    assert pnp.held_at is not None
    assert pnp.held_at.date() == pnp.date
    assert pnp.tie_break_at is not None
    assert pnp.tie_break_at < pnp.held_at


def test_it_keeps_the_newest_count_within_its_week_and_makes_a_sound_one_after() -> None:
    friday, monday = invented(2)

    assert (friday.pool_as_of, friday.pool) == (date(2026, 9, 27), rounds()[-1].pool)
    assert monday.pool_as_of == date(2026, 10, 4)
    pool = monday.pool
    assert pool is not None
    assert pool.total == sum(getattr(pool, band.field) for band in BANDS if band.part_of is None)
    for whole in ("b451_500", "b401_450"):
        parts = [getattr(pool, band.field) for band in BANDS if band.part_of == whole]
        assert getattr(pool, whole) == sum(parts) > 0
    assert pool.total is not None
    assert 200_000 < pool.total < 260_000


def test_it_does_what_is_wished() -> None:
    wished = next_round(
        rounds(),
        {
            "number": "450a",
            "date": "2026-11-03",
            "label": "General",
            "label_fr": "Générale (essai)",
            "programs": "Everybody",
            "invitations": 4,
            "crs": 75,
            "tie_break": "2026-11-01T10:11:12-04:00",
            "held": "November 03, 2026, at 1:02:03 UTC",
            "pool": {"as_of": "2026-11-01", "dd1": 7, "b501_600": None, "total": 230000},
        },
    )

    assert (wished.number, wished.date, wished.family) == ("450a", date(2026, 11, 3), "all-program")
    assert (wished.name, wished.name_fr) == ("General", "Générale (essai)")
    assert (wished.programs, wished.invitations, wished.crs) == ("Everybody", 4, 75)
    assert wished.tie_break_at == datetime(2026, 11, 1, 14, 11, 12, tzinfo=UTC)
    assert wished.pool_as_of == date(2026, 11, 1)
    assert wished.pool is not None
    assert (wished.pool.b601_1200, wished.pool.b501_600, wished.pool.total) == (7, None, 230000)
    row = rows_of([wished], "en")[0]
    assert row["drawCutOff"] == "November 1, 2026 at 14:11:12 UTC"
    assert row["drawDateTime"] == "November 03, 2026, at 1:02:03 UTC"
    assert (row["dd1"], row["dd2"], row["dd18"]) == ("7", "", "230,000")


def test_it_takes_a_label_that_nobody_knows() -> None:
    wished = next_round(rounds(), {"family": "trades", "label": "Lighthouse keepers"})

    assert (wished.name, wished.name_fr, wished.family) == ("Lighthouse keepers", "", None)


def test_it_derives_a_labelled_round_from_the_family_of_the_label() -> None:
    wished = next_round(rounds(), {"label": "Provincial Nominee Program"})

    assert wished.family == "pnp"
    assert wished.crs > 650


def test_it_can_leave_out_the_count_and_the_moments() -> None:
    wished = next_round(rounds(), {"pool": None, "tie_break": "", "held": ""})

    assert (wished.pool, wished.tie_break_at, wished.held_at) == (None, None, None)
    row = rows_of([wished], "en")[0]
    assert (row["dd18"], row["drawCutOff"], row["drawDateTime"]) == ("0", "", "")


@pytest.mark.parametrize(
    ("wishes", "why"),
    [
        ({"colour": "red"}, "colour: unknown; there is family, number, date"),
        ({"family": "farming"}, "family: 'farming' is none of cec, pnp"),
        ({"family": ["cec"]}, "is none of"),
        ({"number": "four"}, "number: 'four' is not a draw number"),
        ({"number": 448}, "number: 448 is not a draw number"),
        ({"date": "5 October"}, "date: '5 October' is not a date like 2026-10-05"),
        ({"date": None}, "date: None is not a date"),
        ({"label": 5}, "label: 5 is not a text"),
        ({"crs": "509"}, "crs: '509' is not a whole number"),
        ({"invitations": True}, "invitations: True is not a whole number"),
        ({"pool": 3}, "pool: 3 is neither null nor an object of bands"),
        ({"pool": {"dd19": 3}}, "pool: dd19 is no band"),
        ({"pool": {"dd1": "3"}}, "dd1|b601_1200: '3' is not a whole number"),
        ({"pool": {"as_of": 3}}, "as_of: 3 is not a date"),
    ],
)
def test_it_says_what_it_cannot_follow(wishes: dict[str, Any], why: str) -> None:
    with pytest.raises(BadWish, match=why):
        next_round(rounds(), wishes)


def test_it_invents_a_round_after_any_round() -> None:
    alone = replace(rounds()[0], pool=PoolRecord(total=5))

    assert next_round([alone], {}).number == "2"
    assert next_round(rounds()[:92], {}).number == "92"
    assert rounds()[91].number == "91b"
