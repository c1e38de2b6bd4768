"""The bundled rounds against sums taken from the official figures."""

import hashlib
from collections import Counter
from datetime import UTC, date, datetime

from draws.bundle import rounds, usual_form
from draws.records import POOL_FIELDS, serial_of

# Taken from the official figures by another program than the one that wrote the tables.
INVITED = {
    "all-program": 516117,
    "cec": 252317,
    "pnp": 71384,
    "fst": 3055,
    "fsw": 3300,
    "health": 41850,
    "stem": 10900,
    "french": 130200,
    "trades": 13850,
    "transport": 2945,
    "agriculture": 1150,
    "education": 3500,
    "physicians": 891,
    "senior-managers": 1000,
    "military": 4,
}
HELD = {
    "all-program": 178,
    "cec": 70,
    "pnp": 114,
    "fst": 7,
    "fsw": 1,
    "health": 16,
    "stem": 3,
    "french": 36,
    "trades": 7,
    "transport": 4,
    "agriculture": 3,
    "education": 2,
    "physicians": 3,
    "senior-managers": 3,
    "military": 1,
}
FIGURES = "f4d7e29df4e07174"
TIE_BREAKS = "581fc42bfece63a9"
TIMES = "48e9f259a104cc2e"
NAMES = "cf876e0642b870c2"
POOLS = "7d6165dcb201126d"

BY_NUMBER = {record.number: record for record in rounds()}


def digest(values: list[object]) -> str:
    return hashlib.sha256("\n".join(map(str, values)).encode()).hexdigest()[:16]


def test_it_has_every_round_up_to_447_oldest_first() -> None:
    numbers = [record.number for record in rounds()]

    assert len(numbers) == 448
    assert set(numbers) == {str(n) for n in range(1, 448) if n != 91} | {"91a", "91b"}
    assert numbers == sorted(numbers, key=serial_of)


def test_it_has_the_invitations_of_every_family() -> None:
    invited = Counter[str | None]()
    for record in rounds():
        invited[record.family] += record.invitations

    assert invited.total() == 1_052_463
    assert dict(invited) == INVITED


def test_it_has_the_rounds_of_every_family() -> None:
    assert dict(Counter(record.family for record in rounds())) == HELD


def test_it_has_the_official_scores_and_moments() -> None:
    assert digest([f"{r.number},{r.date},{r.crs},{r.invitations}" for r in rounds()]) == FIGURES
    assert digest([f"{r.tie_break_at},{r.tie_break_text}" for r in rounds()]) == TIE_BREAKS
    assert digest([f"{r.held_at},{r.held_at_text}" for r in rounds()]) == TIMES
    assert digest([f"{r.name},{r.name_fr},{r.programs}" for r in rounds()]) == NAMES


def test_it_has_the_official_pool_counts() -> None:
    counted = [record for record in rounds() if record.pool]

    assert len(counted) == 230
    assert len({record.pool for record in counted}) == 123
    assert len({record.pool_as_of for record in counted}) == 126
    assert (
        digest(
            [(r.pool_as_of, *(getattr(r.pool, f) for f in POOL_FIELDS.values())) for r in counted]
        )
        == POOLS
    )


def test_it_has_no_pool_where_none_is_published() -> None:
    uncounted = [record.number for record in rounds() if record.pool is None]

    assert uncounted == [n for n in BY_NUMBER if serial_of(n) < 2140] + ["223", "224", "226", "227"]


def test_it_leaves_blank_what_is_not_known() -> None:
    assert [n for n, r in BY_NUMBER.items() if r.tie_break_at is None] == [
        str(n) for n in range(1, 77)
    ]
    assert [n for n, r in BY_NUMBER.items() if r.held_at is None] == [
        str(n) for n in range(438, 448)
    ]
    assert [n for n, r in BY_NUMBER.items() if r.pool and r.pool.b491_500 is None] == [
        "445",
        "446",
        "447",
    ]
    assert [n for n, r in BY_NUMBER.items() if not r.name_fr] == ["91a"] + [
        str(n) for n in range(431, 448)
    ]


def test_it_keeps_the_words_that_are_not_in_the_usual_form() -> None:
    assert BY_NUMBER["208"].tie_break_text == "October 7 at 16:38:21 UTC"
    assert BY_NUMBER["208"].tie_break_at == datetime(2021, 10, 7, 16, 38, 21, tzinfo=UTC)
    assert BY_NUMBER["297"].held_at_text == "May 31, 2024 at12:48:30 UTC"
    assert BY_NUMBER["357"].held_at == datetime(2025, 7, 12, 16, 27, 45, tzinfo=UTC)
    assert BY_NUMBER["357"].date == date(2025, 7, 22)


def test_it_writes_a_moment_in_the_usual_form() -> None:
    assert usual_form(datetime(2026, 4, 5, 9, 3, 7, tzinfo=UTC)) == "April 5, 2026 at 09:03:07 UTC"
