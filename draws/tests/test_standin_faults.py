"""Each fault of the stand-in is the fault that its name says, and nothing else."""

import gzip
import json
import zlib

import pytest

from draws.bundle import rounds
from draws.records import Unreadable
from draws.sources.ircc import parse
from draws.standin.faults import FAULTS, Answer, File
from draws.standin.rows import rows_of


@pytest.fixture(scope="module")
def file() -> File:
    return File(rows_of(rounds(), "en"))


@pytest.fixture(scope="module")
def healthy(file: File) -> bytes:
    return FAULTS["none"](file).body


def test_none_is_the_file_as_it_should_be(file: File, healthy: bytes) -> None:
    assert FAULTS["none"](file) == Answer(healthy)
    assert len(parse(healthy).records) == 448


@pytest.mark.parametrize(
    ("kind", "status"), [("304", 304), ("404", 404), ("429", 429), ("503", 503)]
)
def test_a_status_is_that_status(file: File, kind: str, status: int) -> None:
    assert FAULTS[kind](file).status == status


def test_429_asks_to_come_back_and_503_only_if_told(file: File) -> None:
    soon = File(file.rows, seconds=3)

    assert FAULTS["429"](file).headers == {"Retry-After": "120"}
    assert FAULTS["429"](soon).headers == {"Retry-After": "3"}
    assert FAULTS["503"](file).headers == {}
    assert FAULTS["503"](soon).headers == {"Retry-After": "3"}


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("html", "HTML page"),
        ("empty", "is empty"),
        ("half", "cut short"),
        ("invalid", "not valid JSON"),
        ("pdf", "not"),
        ("wrong-type", "“rounds” is not a list but an object"),
        ("reordered", "out of order"),
        ("numbers", "Not one of 448 rows"),
    ],
)
def test_a_spoilt_body_says_200_but_is_no_feed(file: File, kind: str, why: str) -> None:
    answer = FAULTS[kind](file)

    assert (answer.status, answer.length, answer.reset) == (200, None, False)
    with pytest.raises(Unreadable, match=why):
        parse(answer.body)


def test_truncated_promises_more_than_it_sends(file: File, healthy: bytes) -> None:
    answer = FAULTS["truncated"](file)

    assert answer.length == len(healthy)
    assert answer.body == healthy[: len(healthy) // 2]


def test_huge_and_bomb_would_be_fine_but_for_their_size(file: File, healthy: bytes) -> None:
    limit = 20 * 1024 * 1024

    huge, bomb = FAULTS["huge"](file), FAULTS["bomb"](file)

    assert len(huge.body) > limit
    assert huge.body.rstrip() == healthy.rstrip()
    assert bomb.headers == {"Content-Encoding": "gzip"}
    assert len(bomb.body) < 200_000
    unpacked = zlib.decompressobj(31).decompress(bomb.body, limit + 1)
    assert len(unpacked) > limit
    assert gzip.decompress(bomb.body).rstrip() == healthy.rstrip()


def test_missing_newest_lacks_the_newest_round_only(file: File, healthy: bytes) -> None:
    records = parse(FAULTS["missing-newest"](file).body).records

    assert records == parse(healthy).records[1:]


@pytest.mark.parametrize("kind", ["reindented", "respelled"])
def test_other_bytes_may_say_the_same(file: File, healthy: bytes, kind: str) -> None:
    body = FAULTS[kind](file).body

    parsed = parse(body)
    assert body != healthy
    assert parsed.problems == ()
    assert [(each.number, each.held_at, each.tie_break_at) for each in parsed.records] == [
        (each.number, each.held_at, each.tie_break_at) for each in parse(healthy).records
    ]


def test_respelled_is_a_spelling_that_was_seen(file: File) -> None:
    rows = json.loads(FAULTS["respelled"](file).body)["rounds"]

    spelled = {row["drawNumber"]: row["drawCutOff"] for row in rows}
    assert spelled["411"] == "November 14,2025 07:14:25 UTC"


@pytest.mark.parametrize("kind", ["unknown-label", "unknown-key", "missing-key"])
def test_one_odd_row_leaves_the_others_plain(file: File, healthy: bytes, kind: str) -> None:
    parsed = parse(FAULTS[kind](file).body)

    assert [(each.key, each.code) for each in parsed.problems] == [("447", kind)]
    assert parsed.records == parse(healthy).records[1:]


def test_mass_change_moves_every_score(file: File, healthy: bytes) -> None:
    before = parse(healthy).records
    after = parse(FAULTS["mass-change"](file).body).records

    assert [each.crs for each in after] == [each.crs + 1 for each in before]


def test_every_fault_is_explained_in_one_line() -> None:
    for kind, fault in FAULTS.items():
        assert fault.__doc__, kind
        assert fault.__doc__.strip().partition("\n")[0].endswith("."), kind
