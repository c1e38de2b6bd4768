"""One row: a plain one is a record, a strange one is held and named, the others go through."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from draws.records import PoolRecord, Problem, RoundRecord
from draws.sources.ircc import parse
from draws.tests.feeds import feed, row

FULL_POOL = PoolRecord(
    b601_1200=500,
    b501_600=4500,
    b451_500=5000,
    b491_500=1000,
    b481_490=1000,
    b471_480=1000,
    b461_470=1000,
    b451_460=1000,
    b401_450=10000,
    b441_450=2000,
    b431_440=2000,
    b421_430=2000,
    b411_420=2000,
    b401_410=2000,
    b351_400=3000,
    b301_350=3000,
    b0_300=3000,
    total=29000,
)


def held(**values: Any) -> Problem:
    """The one problem of a feed in which draw 442 has these values; draw 441 goes through."""
    parsed = parse(feed(row("442") | values, row("441")))
    assert [record.number for record in parsed.records] == ["441"]
    (problem,) = parsed.problems
    return problem


def read(**values: str) -> RoundRecord:
    parsed = parse(feed(row("442", **values)))
    assert not parsed.problems
    return parsed.records[0]


def test_it_reads_every_value_of_a_plain_row() -> None:
    assert read() == RoundRecord(
        number="442",
        date=date(2026, 2, 17),
        name="Canadian Experience Class",
        family="cec",
        programs="Canadian Experience Class",
        invitations=6000,
        crs=508,
        tie_break_at=datetime(2025, 3, 16, 9, 35, 59, tzinfo=UTC),
        tie_break_text="March 16, 2025 at 09:35:59 UTC",
        held_at=datetime(2026, 2, 17, 11, 33, 44, tzinfo=UTC),
        held_at_text="February 17, 2026 at 11:33:44 UTC",
        pool_as_of=date(2026, 2, 15),
        pool=FULL_POOL,
    )


def test_it_takes_blank_times_and_dates_for_absent_figures() -> None:
    record = read(drawDateTime="", drawCutOff=" ", drawDistributionAsOn="", drawText2="")

    assert (record.held_at, record.held_at_text) == (None, "")
    assert (record.tie_break_at, record.tie_break_text) == (None, "")
    assert (record.pool_as_of, record.programs) == (None, "")


def test_it_keeps_a_text_as_printed_but_for_white_space() -> None:
    record = read(drawCutOff=" March 16, 2025 at  9:35:59 UTC\r\n")

    assert record.tie_break_text == "March 16, 2025 at 9:35:59 UTC"
    assert record.tie_break_at == datetime(2025, 3, 16, 9, 35, 59, tzinfo=UTC)


@pytest.mark.parametrize("key", ["drawDate", "drawDateFull", "drawName", "drawSize", "drawCRS"])
def test_it_holds_a_row_without_an_essential_fact(key: str) -> None:
    problem = held(**{key: "  "})

    assert (problem.key, problem.code) == ("442", "blank")
    assert problem.message == f"Draw 442: {key} is blank."
    assert (problem.record is None) == (key not in ("drawDate", "drawDateFull"))


def test_it_holds_a_row_without_a_number() -> None:
    problem = held(drawNumber="")

    assert (problem.key, problem.code, problem.record) == ("", "blank", None)
    assert problem.message.startswith("Row 1: drawNumber")


@pytest.mark.parametrize(
    ("values", "code", "word"),
    [
        ({"drawNumber": "No. 442"}, "bad-number", "'No. 442'"),
        ({"drawNumber": "0442"}, "bad-number", "'0442'"),
        ({"drawNumber": "442z"}, "bad-number", "'442z'"),
        ({"drawNumber": "٤٤٢"}, "bad-number", "not a draw number"),
        ({"drawSize": "six thousand"}, "bad-figure", "'six thousand'"),
        ({"drawSize": "6,00"}, "bad-figure", "'6,00'"),
        ({"drawSize": "6 000"}, "bad-figure", "'6 000'"),
        ({"drawSize": "٦٠٠٠"}, "bad-figure", "not a whole number"),
        ({"drawSize": "9" * 150}, "bad-figure", "not a whole number"),
        ({"drawSize": "0"}, "implausible", "1 to 200000"),
        ({"drawSize": "200,001"}, "implausible", "1 to 200000"),
        ({"drawCRS": "5o8"}, "bad-figure", "'5o8'"),
        ({"drawCRS": "508.5"}, "bad-figure", "'508.5'"),
        ({"drawCRS": "-508"}, "bad-figure", "'-508'"),
        ({"drawCRS": "0"}, "implausible", "1 to 1200"),
        ({"drawCRS": "1,201"}, "implausible", "1 to 1200"),
        ({"drawDate": "17 Feb 2026"}, "bad-date", "'17 Feb 2026'"),
        ({"drawDate": "20260217"}, "bad-date", "'20260217'"),
        ({"drawDate": "2026-02-30"}, "bad-date", "does not exist"),
        ({"drawDate": "2014-02-17"}, "implausible", "without Express Entry"),
        ({"drawDateFull": "Feb 17, 2026"}, "bad-date", "'Feb 17, 2026'"),
        ({"drawDateFull": "February 18, 2026"}, "date-conflict", "'2026-02-17'"),
        ({"drawDistributionAsOn": "February 2026"}, "bad-date", "drawDistributionAsOn"),
        ({"drawDateTime": "noon"}, "bad-time", "'noon'"),
        ({"drawCutOff": "March 16, 2025"}, "bad-time", "drawCutOff"),
        ({"drawCutOff": "March 16, 1925 at 09:35:59 UTC"}, "implausible", "1925"),
        ({"drawName": "Plumbers, 2026-Version 1"}, "unknown-label", "'Plumbers, 2026-Version 1'"),
        ({"drawName": "canadian experience class"}, "unknown-label", "canadian"),
        ({"drawName": "Canadian Experience\u200b Class"}, "bad-shape", "\\u200b"),
        ({"drawName": "Canadian \ud800"}, "bad-shape", "\\ud800"),
        ({"drawText2": "a\x00b"}, "bad-shape", "\\x00"),
        ({"drawText2": "\u202eevil"}, "bad-shape", "\\u202e"),
        ({"drawText2": "x" * 201}, "bad-shape", "too long"),
        ({"drawSize": 6000}, "bad-shape", "drawSize is not a text: 6000"),
        ({"drawSize": 1e400}, "bad-shape", ""),
        ({"drawCutOff": None}, "bad-shape", "drawCutOff is not a text: None"),
        ({"mitext": True}, "bad-shape", "mitext"),
        ({"dd1": ["500"]}, "bad-shape", "dd1"),
        ({"drawName": {"en": "General"}}, "bad-shape", "drawName"),
        ({"drawStream": "A"}, "unknown-key", "'drawStream'"),
        ({"draw\ud800": "A"}, "unknown-key", "\\ud800"),
    ],
)
def test_it_holds_a_row_with_a_value_never_seen(values: Any, code: str, word: str) -> None:
    if values.get("drawSize") == 1e400:  # json.dumps would write Infinity, which is no JSON
        body = feed(row("442", drawSize="HUGE"), row("441")).replace(b'"HUGE"', b"9" * 5000)
        problem = parse(body).problems[0]
    else:
        problem = held(**values)

    assert problem.code == code
    assert word in problem.message
    assert "\n" not in problem.message
    assert problem.message.encode()  # it can be stored and printed
    assert problem.raw.encode()


def test_it_cuts_a_long_raw_value_in_its_message() -> None:
    message = held(drawSize="9" * 180 + "'\\" * 300).message

    assert len(message) < 500


def test_it_spells_out_the_first_doubts_about_a_row_and_counts_the_rest() -> None:
    message = held(**{f"drawExtra{n:02}": "" for n in range(20)}).message

    assert "'drawExtra07'; and 12 more." in message


@pytest.mark.parametrize("key", ["drawNumberURL", "DrawText1", "drawCutOff", "dd18"])
def test_it_holds_a_row_that_lacks_a_key(key: str) -> None:
    short = row("442")
    del short[key]
    problem = parse(feed(short, row("441"))).problems[0]

    assert (problem.key, problem.code) == ("442", "missing-key")
    assert f"has no {key}" in problem.message


def test_it_holds_a_row_with_a_key_in_other_capitals() -> None:
    other = {("drawText1" if key == "DrawText1" else key): text for key, text in row("442").items()}
    problem = parse(feed(other, row("441"))).problems[0]

    assert problem.code == "missing-key"
    assert "has no DrawText1; has the unknown key 'drawText1'" in problem.message
    assert problem.record == read()


def test_it_holds_a_row_with_a_key_given_twice() -> None:
    body = feed(row("442", drawCRS="508"), row("441"))
    problem = parse(body.replace(b'"508"', b'"508", "drawCRS": "509"', 1)).problems[0]

    assert (problem.key, problem.code) == ("442", "repeated-key")
    assert '"drawCRS": "508", "drawCRS": "509"' in problem.raw


def test_it_holds_a_row_that_is_no_object() -> None:
    body = json.dumps({"rounds": ["442", row("441")]}).encode()
    (problem,) = parse(body).problems

    assert (problem.key, problem.code, problem.raw) == ("", "bad-shape", '"442"')


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"drawSize": 6000}, read()),
        ({"drawStream": "A"}, read()),
        ({"drawDateTime": None}, read(drawDateTime="")),
        ({"dd1": "many"}, read(**{f"dd{n}": "0" for n in range(1, 19)})),
    ],
)
def test_it_offers_the_best_reading_of_a_held_row(values: Any, expected: RoundRecord) -> None:
    assert held(**values).record == expected


def test_it_offers_a_round_with_an_unreadable_time_as_one_without_it() -> None:
    record = held(drawDateTime="about noon").record

    assert record is not None
    assert (record.held_at, record.held_at_text) == (None, "about noon")


def test_it_offers_no_reading_of_a_score_that_cannot_be() -> None:
    assert held(drawCRS="1,300").record is None


def test_an_unknown_label_stands_for_itself() -> None:
    problem = held(drawName="Plumbers,  2026-Version 1 ")

    assert problem.raw == "Plumbers, 2026-Version 1"
    assert problem.record is not None
    assert problem.record.family is None
    assert problem.record.name == "Plumbers, 2026-Version 1"


def test_a_second_doubt_beside_the_label_makes_it_a_doubt_about_the_row() -> None:
    problem = held(drawName="Plumbers", drawSize=6000)

    assert problem.code == "bad-shape"
    assert "'Plumbers'" in problem.message
    assert '"drawNumber": "442"' in problem.raw


def test_it_knows_a_label_that_an_editor_has_placed() -> None:
    body = feed(row("442", drawName="Plumbers,\n2026-Version 1"))
    parsed = parse(body, {"Plumbers, 2026-Version 1": "trades"})

    assert not parsed.problems
    assert parsed.records[0].family == "trades"


def test_the_raw_text_of_a_row_does_not_change_with_the_indentation() -> None:
    rows = [row("442", drawSize="many"), row("441")]
    tight = json.dumps({"rounds": rows}, separators=(",", ":")).encode()

    assert parse(tight).problems == parse(feed(*rows)).problems
