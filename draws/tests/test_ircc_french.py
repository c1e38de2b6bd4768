"""The French feed: names only, in two encodings that take turns."""

import json
from datetime import date
from typing import Any

import pytest

from draws.records import Unreadable
from draws.sources.ircc import FrenchName, parse_french, read_french
from draws.tests.feeds import row

CEC = "Catégorie de l’expérience canadienne"


def body(*rows: dict[str, Any], encoding: str = "utf-8") -> bytes:
    feed = {"classes": "wb-tables", "rounds": list(rows)}
    return json.dumps(feed, ensure_ascii=False).encode(encoding)


def french(number: str, **values: str) -> dict[str, str]:
    return row(number, drawName=CEC, drawDateFull="17 février 2026", drawSize="6 000") | values


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_it_reads_names_in_either_encoding(encoding: str) -> None:
    assert parse_french(body(french("442"), encoding=encoding)) == (
        FrenchName("442", date(2026, 2, 17), 6000, 508, CEC),
    )


@pytest.mark.parametrize("size", ["6 000", "6\u00a0000", "6\u202f000", "6000", "6,000"])
def test_it_reads_thousands_with_any_space(size: str) -> None:
    assert parse_french(body(french("442", drawSize=size)))[0].invitations == 6000


def test_it_takes_no_notice_of_what_is_not_the_name() -> None:
    odd = french("442", drawDateTime="le 17 février", drawCutOff="?", dd1="beaucoup")
    del odd["mitext"]

    assert len(parse_french(body(odd | {"drawStream": "A"}))) == 1


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"drawName": "Plombiers, 2026-Version 1"}, "unknown-label"),
        ({"drawName": "Canadian Experience Class"}, "unknown-label"),
        ({"drawName": ""}, "blank"),
        ({"drawName": 7}, "bad-shape"),
        ({"drawSize": "6 00"}, "bad-figure"),
        ({"drawDate": "17 février 2026"}, "bad-date"),
        ({"drawCRS": "1 201"}, "implausible"),
        ({"drawNumber": "n° 442"}, "bad-number"),
    ],
)
def test_it_holds_a_row_never_seen_and_reads_the_others(values: Any, code: str) -> None:
    parsed = read_french(body(french("442") | values, french("441")))

    assert [name.number for name in parsed.names] == ["441"]
    assert [problem.code for problem in parsed.problems] == [code]
    assert parsed.problems[0].record is None


def test_it_knows_a_label_that_an_editor_has_placed() -> None:
    plumbers = body(french("442", drawName="Plombiers"))

    assert read_french(plumbers, {"Plombiers": "trades"}).names[0].name == "Plombiers"


def test_it_leaves_a_feed_of_unknown_labels_to_an_editor() -> None:
    parsed = read_french(body(french("442", drawName="Plombiers")))

    assert not parsed.names
    assert [(p.key, p.raw) for p in parsed.problems] == [("442", "Plombiers")]


def test_it_refuses_a_feed_without_one_readable_row() -> None:
    with pytest.raises(Unreadable, match="Not one of 2 rows"):
        parse_french(body(french("442", drawSize="?"), french("441", drawSize="?")))


def test_it_refuses_rows_in_another_order() -> None:
    with pytest.raises(Unreadable, match="out of order"):
        parse_french(body(french("441"), french("442")))
