"""Whatever bytes come, an adapter gives records and problems, or says that it can't read them."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnp import registry
from pnp.records import Parsed, Unreadable
from pnp.tests.stored import page

PAGES = {
    "pnp-ab": "ab",
    "pnp-bc": "bc",
    "pnp-mb": "mb",
    "pnp-nb": "nb",
    "pnp-nl": "nl",
    "pnp-ns": "ns",
    "pnp-on": "on",
    "pnp-on-noi": "on_notifications",
    "pnp-pe": "pe",
    "pnp-qc": "qc",
}
SCRAPS = [
    *("", " ", "<", ">", "</td>", "<td>", "</tr><tr>", "</table>", "<table>", "&lt;", "&nbsp;"),
    *('rowspan="999999"', 'rowspan="0"', 'colspan="9"', "-1", "0", "99999999", "May 33, 2026"),
    *("\x00", "\u200b", "\ufffd", "N/A", "XXX", "–", "<b>", "</b>", "<!--", "١٢", "²"),
]
edits = st.lists(
    st.tuples(st.integers(0, 10_000), st.integers(0, 60), st.sampled_from(SCRAPS)), max_size=6
)


def test_every_feed_has_a_stored_page():
    assert {feed.key for _province, feed in registry.feeds()} == PAGES.keys()


def read(key: str, body: bytes) -> Parsed | None:
    try:
        return registry.feed(key)[1].parse(body, {})
    except Unreadable:
        return None


def check(key: str, parsed: Parsed) -> None:
    province, _feed = registry.feed(key)
    known = {stream.slug for stream in province.streams}
    for row in parsed.rows:
        assert row.stream in known
        assert isinstance(row.date, date)
        assert row.count.high is None or 0 <= row.count.low <= row.count.high < 100_000
        assert len(row.target) <= 300
        assert len(row.stream_text) <= 200
        assert len(row.note) <= 500
    assert len({(row.date, *row.key) for row in parsed.rows}) == len(parsed.rows)
    assert all(problem.whole or problem.date for problem in parsed.problems)


@pytest.mark.parametrize("key", PAGES)
@settings(max_examples=25, deadline=None)
@given(edits=edits)
def test_it_survives_a_damaged_page(key, edits):
    text = page(PAGES[key]).decode()
    for place, length, scrap in edits:
        start = place % len(text)
        text = text[:start] + scrap + text[start + length :]
    parsed = read(key, text.encode("utf-8", "surrogatepass"))
    if parsed is not None:
        check(key, parsed)


@pytest.mark.parametrize("key", PAGES)
@settings(max_examples=20, deadline=None)
@given(body=st.binary(max_size=300))
def test_it_survives_any_bytes(key, body):
    parsed = read(key, body)
    assert parsed is None or not parsed.rows


@pytest.mark.parametrize("key", PAGES)
def test_it_survives_a_page_that_never_ends_its_elements(key):
    deep = read(key, b"<div>" * 20_000 + page(PAGES[key]))
    assert deep in (None, read(key, page(PAGES[key])))
    assert read(key, b"") is None


@pytest.mark.parametrize("tag", [b"<div>", b"<section class='x'>", b"<DIV", b"</p><div>"])
def test_it_refuses_at_once_what_would_take_a_parser_for_ever(tag):
    began = time.monotonic()
    assert read("pnp-pe", tag * 100_000 + page("pe")) is None
    assert time.monotonic() - began < 5
