"""The corrections a page at a time, for readers and for machines."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest

from articles.tests import newsroom
from articles.tests.test_corrections import SEEN, change, html, page, revise
from publish import editions

pytestmark = pytest.mark.django_db


def many(count, first=400, **values):
    for number in range(first, first + count):
        revise(newsroom.draw(str(number)), **values)


def ask(client, address):
    editions.advance("a test")
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.json()


def all_of(client, address):
    """The items of every page of the API, and how many pages there are."""
    found, pages = [], 0
    while address:
        told = ask(client, address)
        found += told["items"]
        pages += 1
        parts = urlsplit(told["next"]) if told["next"] else None
        address = f"{parts.path}?{parts.query}" if parts else ""
    return found, pages


def test_it_shows_sixty_of_each_kind_on_a_page_and_goes_on(client):
    many(61)
    article = newsroom.article()
    for hour in range(61):
        change(article, f"Sentence {hour}.", made_at=SEEN + timedelta(hours=hour))
    first, second = html(client), html(client, "/corrections/?page=2")
    assert first.count('<article class="fix" id="draw-') == 60
    assert second.count('<article class="fix" id="draw-') == 1
    assert 'href="?page=2"' in first
    assert first.count('id="change-') == 60
    assert "Sentence 0." in second
    assert "Sentence 1." not in second
    assert client.get("/corrections/?page=3").status_code == 404


def test_it_counts_what_was_rewritten_on_a_day_on_whichever_page(client):
    many(62, field="name", old="Trade (2023-1)", new="Trade (Version 1)")
    assert "62 official names were rewritten" in page(client)
    assert "62 official names were rewritten" in page(client, "/corrections/?page=2")


def test_it_counts_the_days_of_the_rewritten_by_utc(client):
    late = datetime(2026, 3, 1, 23, 59, tzinfo=UTC)
    many(3, field="name", old="a", new="b", seen_at=late)
    many(2, first=500, field="name", old="a", new="b", seen_at=late + timedelta(minutes=2))
    said = page(client)
    assert "3 official names were rewritten" in said
    assert "2 official names" not in said


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 20])
def test_it_gives_each_once_to_machines_whatever_shares_a_moment(client, limit):
    many(5)
    many(3, first=500, seen_at=SEEN - timedelta(hours=1))
    article = newsroom.article()
    for hours in (1, 0, 0, -1):
        change(article, made_at=SEEN + timedelta(hours=hours))
    whole, _pages = all_of(client, "/api/v1/corrections?limit=500")
    found, pages = all_of(client, f"/api/v1/corrections?limit={limit}")
    assert found == whole
    assert pages == -(-12 // limit)
    places = [(item["seen_at"], item["id"].rpartition("/")[2]) for item in whole]
    assert places == sorted(places, reverse=True)
    assert len(set(places)) == 12


def test_it_gives_machines_those_since_a_moment(client):
    many(2)
    many(2, first=500, seen_at=SEEN - timedelta(hours=1))
    since = SEEN.strftime("%Y-%m-%dT%H:%M:%SZ")
    found, pages = all_of(client, f"/api/v1/corrections?limit=1&updated_since={since}")
    assert {item["seen_at"] for item in found} == {since}
    assert (len(found), pages) == (2, 2)


def test_it_asks_as_much_for_a_page_of_the_api_as_for_another(
    client, django_assert_max_num_queries
):
    many(30)
    editions.advance("a test")
    with django_assert_max_num_queries(8):
        client.get("/api/v1/corrections?limit=20")


def test_it_sends_a_table_in_portions_and_whole(client, monkeypatch):
    monkeypatch.setattr("articles.corrections.listing.AT_ONCE", 4)
    many(10)
    editions.advance("a test")
    lines = client.get("/corrections.csv").getvalue().decode().splitlines()
    assert len(lines) == 11
