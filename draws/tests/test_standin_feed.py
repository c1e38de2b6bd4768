"""The file of the stand-in: the official form, and every bundled round back out of it."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from draws.bundle import rounds
from draws.records import PoolRecord, RoundRecord
from draws.sources.ircc import parse, parse_french
from draws.standin.feed import feed
from draws.standin.rows import rows_of

ROUND = RoundRecord(
    number="448",
    date=date(2026, 10, 5),
    name="Canadian Experience Class",
    name_fr="Catégorie de l’expérience canadienne",
    family="cec",
    programs="Canadian Experience Class",
    invitations=6000,
    crs=509,
    tie_break_at=datetime(2026, 9, 3, 4, 5, 6, tzinfo=UTC),
    tie_break_text="",
    held_at=datetime(2026, 10, 5, 14, 15, 16, tzinfo=UTC),
    held_at_text="",
    pool_as_of=date(2026, 10, 4),
    pool=None,
)


def test_it_prints_all_rounds_so_that_they_read_back_equal() -> None:
    parsed = parse(feed(rounds()))

    assert parsed.problems == ()
    assert parsed.records == tuple(replace(each, name_fr="") for each in reversed(rounds()))


def test_it_prints_31_texts_a_row_newest_first_in_the_official_order() -> None:
    body = json.loads(feed(rounds()))

    assert list(body) == ["classes", "rounds"]
    assert body["classes"] == "wb-tables"
    assert len(body["rounds"]) == 448
    assert body["rounds"][0]["drawNumber"] == "447"
    assert body["rounds"][-1]["drawNumber"] == "1"
    for row in body["rounds"]:
        assert list(row) == [
            *("drawNumber drawNumberURL drawDate drawDateFull drawName drawSize drawCRS".split()),
            *("mitext DrawText1 drawText2 drawDateTime drawCutOff drawDistributionAsOn".split()),
            *(f"dd{number}" for number in range(1, 19)),
        ]
        assert all(isinstance(value, str) for value in row.values())


def test_it_prints_ascii_with_crlf_and_more_than_one_indentation() -> None:
    body = feed(rounds())

    assert body.isascii()
    assert body.count(b"\n") == body.count(b"\r\n") > 10_000
    assert b'\r\n\t\t{"drawNumber":"446"' in body
    assert b'\r\n        {"drawNumber":"447"' in body
    assert b'\r\n            "drawNumber": "301"' in body


@pytest.mark.parametrize(
    ("number", "key", "printed"),
    [
        ("333", "drawDateTime", "January 23, 2025 at 2025-01-23 15:30:04 UTC"),
        ("208", "drawCutOff", "October 7 at 16:38:21 UTC"),
        ("437", "drawDateTime", "August 19th 2026 at 12:35:37 UTC"),
        ("322", "drawCutOff", "March 02. 2024 at 01:58:34 UTC"),
        ("76", "drawCutOff", ""),
        ("447", "drawDateTime", ""),
        ("176", "drawSize", "27,332"),
        ("1", "dd18", "0"),
        ("223", "dd3", "0"),
        ("247", "dd3", "55,867"),
        ("447", "dd3", "73,131"),
        ("447", "dd4", ""),
        ("408", "drawDateFull", "April 2, 2026"),
        ("91a", "drawNumber", "91a"),
    ],
)
def test_it_keeps_what_is_irregular(number: str, key: str, printed: str) -> None:
    row = {row["drawNumber"]: row for row in rows_of(rounds(), "en")}[number]

    assert row[key] == printed


def test_it_prints_moments_in_the_usual_form_where_no_text_is_known() -> None:
    row = rows_of([ROUND], "en")[0]

    assert row["drawDateTime"] == "October 5, 2026 at 14:15:16 UTC"
    assert row["drawCutOff"] == "September 3, 2026 at 04:05:06 UTC"


def test_it_tells_a_count_that_is_not_published_from_a_band_that_is_not_known() -> None:
    unpublished = rows_of([ROUND], "en")[0]
    partly = rows_of([replace(ROUND, pool=PoolRecord(total=229904))], "en")[0]

    assert {unpublished[f"dd{number}"] for number in range(1, 19)} == {"0"}
    assert partly["dd18"] == "229,904"
    assert {partly[f"dd{number}"] for number in range(1, 18)} == {""}


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_it_prints_the_french_file_in_either_encoding(encoding: str) -> None:
    body = feed(rounds(), "fr", encoding)

    text = body.decode(encoding)
    assert '"drawSize": "27 332"' in text
    assert "Catégorie de l’expérience canadienne" in text
    names = {each.number: each for each in parse_french(body)}
    for round_ in rounds():
        if round_.name_fr:
            found = names[round_.number]
            assert found.name == round_.name_fr
            assert (found.date, found.invitations, found.crs) == (
                round_.date,
                round_.invitations,
                round_.crs,
            )


def test_it_uses_the_french_label_of_a_round_whose_french_name_is_not_known() -> None:
    known = replace(ROUND, name_fr="")
    unknown = replace(ROUND, number="449", name="Lighthouse keepers", name_fr="")

    assert [row["drawName"] for row in rows_of([known, unknown], "fr")] == [
        "Catégorie de l’expérience canadienne"
    ]


def test_it_escapes_what_an_encoding_lacks() -> None:
    odd = replace(ROUND, name="Café ☕", name_fr="Café ☕ 🦫")

    english = feed([odd])
    french = feed([odd], "fr", "cp1252")

    assert english.isascii()
    assert json.loads(english)["rounds"][0]["drawName"] == "Café ☕"
    assert json.loads(french.decode("cp1252"))["rounds"][0]["drawName"] == "Café ☕ 🦫"
