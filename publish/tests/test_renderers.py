import csv
import io
import json
from datetime import UTC, date, datetime
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

from publish import editions
from publish.forms import forms_of, respond
from publish.listing import Column, Entry, Listing

pytestmark = pytest.mark.django_db


class Row(NamedTuple):
    key: str
    name: object
    day: date | None = None
    at: datetime | None = None


def listing_of(*rows: Row, query: dict[str, str] | None = None) -> Listing:
    return Listing(
        title="Rows & more",
        description="All rows",
        path="/rows/",
        query=query or {},
        rows=rows,
        columns=[
            Column("key", lambda row: row.key),
            Column("name", lambda row: row.name),
            Column("day", lambda row: row.day),
            Column("at", lambda row: row.at),
        ],
        entry=lambda row: Entry(
            f"row/{row.key}",
            f"Row {row.key}",
            f"/rows/{row.key}/",
            "<b>1 < 2 & more</b>",
            datetime(2026, 2, 17, 11, 33, 44, tzinfo=UTC),
        ),
        language="en",
    )


def table(listing: Listing) -> list[list[str]]:
    body = respond(listing, "csv").getvalue()
    return list(csv.reader(io.StringIO(body.decode(), newline="")))


def test_it_writes_iso_dates_utc_times_and_nothing_for_absent():
    moment = datetime(2026, 2, 17, 11, 33, 44, tzinfo=UTC)
    rows = table(listing_of(Row("1", 6000, date(2026, 2, 17), moment), Row("2", None)))
    assert rows == [
        ["key", "name", "day", "at"],
        ["1", "6000", "2026-02-17", "2026-02-17T11:33:44Z"],
        ["2", "", "", ""],
    ]


def test_it_writes_a_line_of_json_for_each_row_with_null_for_absent():
    moment = datetime(2026, 2, 17, 11, 33, 44, tzinfo=UTC)
    rows = [Row("1", 6000, date(2026, 2, 17), moment), Row("2", "=é\n"), Row("3", "")]
    lines = respond(listing_of(*rows), "ndjson").getvalue().decode().splitlines()
    assert lines[0] == ('{"key":"1","name":6000,"day":"2026-02-17","at":"2026-02-17T11:33:44Z"}')
    absent = {"day": None, "at": None}
    assert json.loads(lines[1]) == {"key": "2", "name": "=é\n", **absent}
    assert json.loads(lines[2]) == {"key": "3", "name": None, **absent}


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_it_disarms_text_that_a_spreadsheet_would_run(text):
    assert table(listing_of(Row("1", text)))[1][1] == "'" + text


def test_it_keeps_commas_quotes_and_line_breaks():
    name = 'Trades, "Version 3"\nsecond line é'
    assert table(listing_of(Row("1", name)))[1][1] == name


def test_it_writes_rss_whose_ids_do_not_depend_on_the_host(settings):
    listing = listing_of(Row("396", "x"))
    settings.SITE_URL = "https://a.example"
    first = ElementTree.fromstring(respond(listing, "rss").getvalue())
    settings.SITE_URL = "http://b.example"
    second = ElementTree.fromstring(respond(listing, "rss").getvalue())
    ids = [feed.findtext("channel/item/guid") for feed in (first, second)]
    assert ids == ["tag:cutline.example,2026:row/396"] * 2
    assert first.find("channel/item/guid").get("isPermaLink") == "false"
    assert first.findtext("channel/item/link") == "https://a.example/rows/396/"
    # Readers take a description for HTML: text stays text only if it is escaped once more.
    description = first.findtext("channel/item/description")
    assert description == "&lt;b&gt;1 &lt; 2 &amp; more&lt;/b&gt;"


def test_it_gives_the_same_bytes_for_the_same_edition():
    editions.advance("published")
    listing = listing_of(Row("396", "x"))
    assert respond(listing, "rss").getvalue() == respond(listing, "rss").getvalue()
    empty = listing_of()
    assert respond(empty, "rss").getvalue() == respond(empty, "rss").getvalue()


def test_it_names_each_form_at_the_address_of_the_page():
    forms = forms_of(listing_of(query={"family": "cec", "q": "a b"}))
    assert {form.label: form.address for form in forms} == {
        "RSS": "/rows.rss?family=cec&q=a+b",
        "Atom": "/rows.atom?family=cec&q=a+b",
        "JSON": "/rows.json?family=cec&q=a+b",
        "CSV": "/rows.csv?family=cec&q=a+b",
        "NDJSON": "/rows.ndjson?family=cec&q=a+b",
    }
    assert [form.media_type for form in forms] == [
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "text/csv",
        "application/x-ndjson",
    ]
