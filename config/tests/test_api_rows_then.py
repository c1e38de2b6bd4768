"""Rows of provinces by the API as they were published at a moment."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from pnp.models import Row
from pnp.tests.tables import bring_in, line

pytestmark = pytest.mark.django_db

FIRST = datetime(2026, 2, 3, 16, 0, tzinfo=UTC)
SECOND = FIRST + timedelta(days=3)


def rows(client: Client, query: str) -> dict:
    response = client.get(f"/api/v1/pnp/rows?{query}")
    assert response.status_code == 200, response.content
    return dict(json.loads(response.content))


def counts(client: Client, query: str) -> list[str]:
    return [row["count_text"] for row in rows(client, query)["items"]]


@pytest.fixture(autouse=True)
def _a_changed_row(time_machine):
    time_machine.move_to(FIRST, tick=False)
    bring_in(
        line("2026-02-03", "ab-opportunity", "120", "60"),
        line("2026-02-02", "ab-ee-tech", "30", "55"),
    )
    time_machine.move_to(SECOND, tick=False)
    bring_in(
        line("2026-02-03", "ab-opportunity", "121", "60"),
        line("2026-02-02", "ab-ee-tech", "30", "55"),
    )


def test_it_answers_with_the_values_of_then_under_the_same_ids(client):
    now, then = rows(client, "")["items"], rows(client, "as_of=2026-02-04")["items"]
    assert [row["count_text"] for row in now] == ["121", "30"]
    assert [row["count_text"] for row in then] == ["120", "30"]
    assert [row["id"] for row in now] == [row["id"] for row in then]
    assert counts(client, "as_of=2026-02-01") == []


def test_it_filters_the_past_as_the_present(client):
    for query, expected in (
        ("stream=ab-opportunity", ["120"]),
        ("province=AB&year=2026&kind=pnp", ["120", "30"]),
        ("year=2025", []),
        ("province=ontario", []),
        ("ee=aligned", ["30"]),
        ("kind=quebec", []),
    ):
        assert counts(client, f"as_of=2026-02-04&{query}") == expected, query


def test_it_pages_through_the_past(client):
    first = rows(client, "as_of=2026-02-04&limit=1")
    assert [row["count_text"] for row in first["items"]] == ["120"]
    assert counts(client, first["next"].partition("?")[2]) == ["30"]


def test_it_says_what_changed_until_then(client):
    assert counts(client, "updated_since=2026-02-05") == ["121"]
    assert counts(client, "updated_since=2026-02-05&as_of=2026-02-05") == []
    Row.every.filter(stream="ab-ee-tech").update(withdrawn_at=SECOND)
    assert len(rows(client, "updated_since=2026-02-05&limit=9")["removed"]) == 1
    assert rows(client, "updated_since=2026-02-05&as_of=2026-02-05&limit=9")["removed"] == []
