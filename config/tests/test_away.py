"""While the database is away: what was kept goes on with its age, the rest says sorry in words."""

import json
from collections.abc import Iterator
from datetime import datetime

import pytest
from django.db import OperationalError
from django.test import Client

from publish import editions
from publish.watch import Seen, watch

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader() -> Client:
    return Client(raise_request_exception=False)


def go_away() -> None:
    """As the process knows it once the database did not answer."""
    watch._seen = Seen(number=1, told_at=1_795_381_326.0, is_away=True)


@pytest.fixture(autouse=True)
def there() -> Iterator[None]:
    before = watch._seen
    yield
    watch._seen = before


@pytest.mark.parametrize("address", ["/draws/", "/fr/draws/", "/draws.rss", "/api/v1/draws"])
def test_what_was_kept_goes_on_and_says_how_old_it_is(reader, address, django_assert_num_queries):
    editions.advance("something")
    fresh = reader.get(address)
    go_away()
    with django_assert_num_queries(0):
        answer = reader.get(address)
    assert (answer.status_code, answer.content) == (200, fresh.content)
    assert answer.headers["ETag"] == fresh.headers["ETag"]
    assert int(answer.headers["Age"]) >= 0
    since = json.loads(answer.headers["Cutline-Stale"].removeprefix("since="))
    assert datetime.fromisoformat(since).tzinfo is not None
    assert "Age" not in fresh.headers


def test_an_older_edition_is_better_than_nothing(reader):
    first = reader.get("/draws/")
    editions.advance("something")
    go_away()
    assert reader.get("/draws/").content == first.content


def test_whoever_has_it_is_told_so(reader):
    tag = reader.get("/draws/").headers["ETag"]
    go_away()
    answer = reader.get("/draws/", headers={"If-None-Match": tag})
    assert (answer.status_code, answer.content) == (304, b"")
    assert "Cutline-Stale" in answer.headers


@pytest.mark.parametrize(
    "address",
    ["/draws/", "/search/?q=cec", "/newsletter/", "/tools/crs/?age=30", "/admin/", "/no/"],
)
@pytest.mark.parametrize("side", ["", "/fr"])
def test_what_was_never_kept_says_sorry_in_both_languages(reader, address, side):
    go_away()
    answer = reader.get(side + address)
    text = answer.content.decode()
    assert (answer.status_code, answer.headers["Cache-Control"]) == (503, "no-store")
    assert int(answer.headers["Retry-After"]) > 0
    assert text.count("<h1>") == 1
    for code in ("en", "fr"):
        assert f'<section lang="{code}"' in text
    assert text.index('<section lang="fr"') < text.index('<section lang="en"') or not side
    assert not answer.cookies


def test_a_form_says_sorry_and_that_it_was_not_stored(reader):
    go_away()
    answer = reader.post("/newsletter/", {"email": "reader@example.com"})
    assert answer.status_code == 503
    assert "was not stored" in answer.content.decode()


@pytest.mark.parametrize("address", ["/api/v1/draws", "/draws.json", "/draws.ndjson"])
def test_programs_are_told_in_a_problem(reader, address):
    go_away()
    answer = reader.get(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (503, "application/problem+json")
    assert answer.json()["status"] == 503
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Retry-After" in answer.headers


def test_a_view_that_finds_it_gone_says_sorry_too(reader, monkeypatch):
    def fail(*args: object) -> None:
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr("ingest.health.of_fetched_sources", fail)
    assert reader.get("/status/").status_code == 503


def test_machines_are_told_what_is_gone(reader):
    assert reader.get("/readyz").content == b"ok\n"
    go_away()
    assert reader.get("/healthz").status_code == 200
    answer = reader.get("/readyz")
    assert (answer.status_code, answer.content) == (503, b"database unavailable\n")


def test_machines_are_told_that_the_cache_is_gone(reader, monkeypatch):
    monkeypatch.setattr("django.core.cache.cache.answers", lambda: False, raising=False)
    answer = reader.get("/readyz")
    assert (answer.status_code, answer.content) == (503, b"cache unavailable\n")
