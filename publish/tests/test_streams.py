"""Long lists: made while they are sent, in constant memory, and not made at all when unchanged."""

import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.http import Http404
from django.test import RequestFactory
from django.utils.translation import get_language, override

from publish import editions
from publish.forms import form_page, refuse, respond
from publish.kept import LARGEST
from publish.listing import Column, Entry, Listing
from publish.renderers import RENDERERS

pytestmark = pytest.mark.django_db

PUBLISHED = datetime(2026, 2, 17, tzinfo=UTC)


class Rows:
    """So many rows, one at a time, each with some weight; counts how many were made."""

    def __init__(self, count: int) -> None:
        self.count, self.made = count, 0

    def __iter__(self) -> Iterator[str]:
        for number in range(self.count):
            self.made += 1
            yield f"{number:0500}"


def listing_of(rows: Rows, language: str = "en") -> Listing:
    return Listing(
        title="Rows",
        description="All rows",
        path="/rows/",
        query={},
        rows=rows,
        columns=[
            Column("number", int, "integer"),
            Column("text", lambda row: f"{get_language()} {'x' * 100}"),
        ],
        entry=lambda row: Entry(f"row/{int(row)}", "Row", "/", "Text", PUBLISHED),
        language=language,
    )


def ask(rows: Rows, form: str = "csv", method: str = "get", **headers: str):
    @form_page()
    def view(request, form):
        return respond(listing_of(rows), form)

    asked = getattr(RequestFactory(), method)
    return view(asked(f"/rows.{form}", headers=headers), form=form)


@pytest.mark.parametrize("form", RENDERERS)
def test_memory_does_not_grow_with_the_rows(form):
    def peak(count: int) -> int:
        pieces = iter(respond(listing_of(Rows(count)), form))
        tracemalloc.start()
        for _piece in pieces:
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(10)
    few, many = peak(400), peak(1600)
    assert many < few + 50_000, (few, many)


def test_a_short_list_is_kept_and_a_long_one_is_not():
    short, long = Rows(50), Rows(1 + LARGEST // 100)
    for _turn in range(2):
        assert len(ask(short).getvalue().splitlines()) == 51
    assert short.made == 50
    cache.clear()
    bodies = {ask(long).getvalue() for _turn in range(2)}
    assert long.made == 2 * long.count
    assert [body.count(b"\n") for body in bodies] == [long.count + 1]


def test_it_makes_nothing_when_the_client_has_it_or_wants_only_the_head():
    rows = Rows(50)
    head = ask(rows, method="head")
    assert (head.status_code, head.getvalue(), rows.made) == (200, b"", 0)
    tag, modified = head.headers["ETag"], head.headers["Last-Modified"]
    for condition in (
        {"If-None-Match": tag},
        {"If-None-Match": f'"other", {tag}'},
        {"If-None-Match": tag.removeprefix("W/")},
        {"If-None-Match": "*"},
        {"If-Modified-Since": modified},
    ):
        answer = ask(rows, **condition)
        assert (answer.status_code, answer.getvalue(), rows.made) == (304, b"", 0), condition
        assert answer.headers["ETag"] == tag
        assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_a_tag_counts_for_more_than_a_date():
    rows = Rows(3)
    first = ask(rows)
    later = {"If-None-Match": '"other"', "If-Modified-Since": first.headers["Last-Modified"]}
    assert ask(rows, **later).status_code == 200
    earlier = {
        "If-None-Match": first.headers["ETag"],
        "If-Modified-Since": "Sun, 01 Jan 2012 00:00:00 GMT",
    }
    assert ask(rows, **earlier).status_code == 304


def test_a_stream_is_made_in_the_language_of_its_list():
    with override("fr"):
        french = respond(listing_of(Rows(1), "fr"), "csv")
    with override("en"):
        assert b"fr xxx" in french.getvalue()
        assert get_language() == "en"


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("csv", "text/plain; charset=utf-8"),
        ("json", "application/problem+json"),
        ("ndjson", "application/problem+json"),
        ("rss", "application/problem+xml"),
        ("atom", "application/problem+xml"),
    ],
)
def test_a_wrong_filter_is_refused_in_the_shape_of_the_form(form, kind):
    response = _wrong(form, "wrong")
    assert (response.status_code, response.headers["Content-Type"]) == (400, kind)
    assert b"Choose a type." in response.content
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert _wrong(form, "none").status_code == 404


def _wrong(form: str, family: str):
    @form_page()
    def view(request, form):
        if family == "none":
            raise Http404
        return refuse(form, ["Choose a type.", "Choose < better."])

    return view(RequestFactory().get(f"/rows.{form}"), form=form)


def test_scripts_of_any_site_may_ask():
    preflight = ask(Rows(1), method="options", Origin="https://other.example")
    assert (preflight.status_code, preflight.content) == (204, b"")
    assert preflight.headers["Access-Control-Allow-Origin"] == "*"
    assert preflight.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    answer = ask(Rows(1))
    assert "ETag" in answer.headers["Access-Control-Expose-Headers"]
    assert not answer.cookies
    assert ask(Rows(1), method="post").status_code == 405


def test_a_new_edition_is_made_anew():
    rows = Rows(2)
    tag = ask(rows).headers["ETag"]
    editions.advance("changed")
    assert ask(rows, **{"If-None-Match": tag}).status_code == 200
