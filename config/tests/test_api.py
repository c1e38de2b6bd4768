"""The API: rows and filters as on the pages, pages by cursor, the record of then, problems."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles import publishing
from articles.tests import newsroom
from config.api import door
from draws import bundle
from draws.models import Draw
from draws.notes import set_note
from ingest import events, pipeline
from ingest.models import Capture, Event, Revision, Source
from publish import editions

pytestmark = pytest.mark.django_db
V1 = "/api/v1"


def get(client: Client, path: str, status: int = 200) -> dict:
    response = client.get(V1 + path)
    assert response.status_code == status, response.content
    return dict(json.loads(response.content))


def draws(count: int, **values: object) -> list[Draw]:
    return [newsroom.draw(str(number), **values) for number in range(300, 300 + count)]


def test_it_gives_a_draw_with_labels_in_both_languages(client):
    newsroom.draw("396", crs=508, tie_break_at=datetime(2025, 3, 16, 9, 35, 59, tzinfo=UTC))
    found = get(client, "/draws/396")
    assert found["crs"] == 508
    assert found["tie_break_at"] == "2025-03-16T09:35:59Z"
    assert found["id"] == "tag:cutline.example,2026:draw/396"
    assert found["pool"] is None
    assert found["url"]["fr"].endswith("/fr/draws/396/")
    (cec,) = [one for one in get_list(client, "/families") if one["family"] == "cec"]
    assert cec["label"]["fr"] == "Catégorie de l’expérience canadienne"


def get_list(client: Client, path: str) -> list:
    return list(json.loads(client.get(V1 + path).content))


def test_it_filters_as_the_page_does(client):
    newsroom.draw("301", crs=500)
    newsroom.draw("302", crs=510)
    newsroom.draw("303", crs=505, family="pnp")
    newsroom.draw("304", crs=505, date=date(2025, 5, 1))
    found = get(client, "/draws?family=cec&year=2026&score=505")
    assert [row["number"] for row in found["items"]] == ["301"]


def test_it_has_every_row_once_however_many_pages(client):
    draws(7)
    numbers, address = [], "/draws?limit=3"
    while address:
        page = get(client, address)
        numbers += [row["number"] for row in page["items"]]
        address = (page["next"] or "").partition(V1)[2]
    assert numbers == [str(number) for number in range(306, 299, -1)]


def test_a_page_stays_in_its_place_when_a_draw_comes_in_between(client):
    draws(4)
    first = get(client, "/draws?limit=2")
    newsroom.draw("399")
    editions.advance("draw 399")
    second = get(client, first["next"].partition(V1)[2])
    assert [row["number"] for row in second["items"]] == ["301", "300"]


def test_it_costs_the_same_with_many_times_the_rows(client, django_assert_max_num_queries):
    draws(60)
    editions.advance("sixty draws")
    with django_assert_max_num_queries(2):
        get(client, "/draws?limit=50")
    story = newsroom.story()
    story.topics.add(newsroom.topic())
    for number in range(20):
        newsroom.article(f"a{number}", story=newsroom.story())
    with django_assert_max_num_queries(8):
        get(client, "/articles")


def test_it_tells_what_was_new_or_changed_since(client):
    draws(2)
    event = events.emit("draw.published", "draw/300", editions.advance("1"), backfill=False)
    Event.objects.filter(pk=event.pk).update(happened_at=datetime(2026, 3, 1, tzinfo=UTC))
    events.emit("figure.corrected", "draw/301", editions.advance("2"), fields={})
    today = timezone.now().date().isoformat()
    assert [row["number"] for row in get(client, f"/draws?updated_since={today}")["items"]] == [
        "301"
    ]
    since = get(client, "/draws?updated_since=2026-02-28T23:00:00-05:00")
    assert [row["number"] for row in since["items"]] == ["301"]
    assert len(get(client, "/draws?updated_since=2026-02-28")["items"]) == 2


def test_it_answers_with_what_was_published_then(client):
    draw = newsroom.draw("335", crs=471, date=date(2025, 2, 5))
    Draw.objects.update(first_seen_at=datetime(2025, 2, 5, 18, tzinfo=UTC))
    Revision.objects.create(
        source=Source.objects.get(),
        capture=Capture.objects.get(),
        subject=draw.subject,
        field="crs",
        old="470",
        new="471",
        seen_at=datetime(2025, 2, 16, tzinfo=UTC),
        edition=2,
    )
    assert get(client, "/draws/335")["crs"] == 471
    assert get(client, "/draws/335?as_of=2025-02-10")["crs"] == 470
    assert get(client, "/draws/335?as_of=2025-02-16")["crs"] == 471
    assert get(client, "/draws?as_of=2025-02-10")["items"][0]["crs"] == 470
    assert get(client, "/draws/335?as_of=2025-02-04", 404)["status"] == 404
    assert get(client, "/draws?as_of=2025-02-04")["items"] == []


def test_it_says_what_editors_say(client):
    draw = newsroom.draw("335")
    assert get(client, "/draws/335")["editors_note"] is None
    set_note(draw, "Read with care.", "", by="Ana")
    assert get(client, "/draws/335")["editors_note"] == dict.fromkeys(
        ("en", "fr"), "Read with care."
    )
    (listed,) = get(client, "/draws?updated_since=2020-01-01")["items"]
    assert listed["editors_note"]["en"] == "Read with care."
    assert get(client, "/draws?as_of=2099-01-01")["items"][0]["editors_note"] is None


def test_the_past_has_as_many_draws_as_the_copy_of_then(client):
    pipeline.bring_in("bundle", bundle.as_bytes(), Capture.Via.BUNDLE)
    rows, address = [], "/draws?as_of=2023-01-19&limit=500"
    while address:
        page = get(client, address)
        rows += page["items"]
        address = (page["next"] or "").partition(V1)[2]
    # 1 to 238, with 91a and 91b in place of 91
    assert len(rows) == 239
    assert rows[0]["number"] == "238"


def test_it_names_what_was_taken_back(client, django_user_model):
    article = newsroom.article("gone")
    article.announced_at = article.published_at
    article.save()
    publishing.withdraw(article, by=None, reason="Wrong")
    since = (timezone.now() - timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    found = get(client, f"/articles?updated_since={since}")
    assert found["items"] == []
    assert [row["id"] for row in found["removed"]] == [
        f"tag:cutline.example,2026:article/{article.pk}"
    ]


def test_an_article_has_its_whole_text_with_present_figures(client):
    newsroom.draw("396", crs=508)
    body = '<p>The cut-off was <data value="draw/396/crs">999</data>.</p>'
    article = newsroom.article("a", body=body)
    text = get(client, f"/articles/{article.pk}")["content_html"]
    assert "508" in text
    assert "999" not in text


@pytest.mark.parametrize(
    ("path", "status", "name"),
    [
        ("/draws?family=cecs", 400, "family"),
        ("/draws?year=next", 422, "query/year"),
        ("/draws?year=1_000", 422, "query/year"),
        ("/draws?score=1201", 422, "query/score"),
        ("/draws?limit=501", 422, "query/limit"),
        ("/draws?as_of=2024-02-31", 422, "query/as_of"),
        ("/pnp/rows?province=atlantis", 400, "province"),
        ("/articles?language=de", 422, "query/language"),
    ],
)
def test_it_says_which_value_is_wrong(client, path, status, name):
    found = get(client, path, status)
    assert found["status"] == status
    assert [error["name"] for error in found["errors"]] == [name]
    assert all(error["reason"] for error in found["errors"])


@pytest.mark.parametrize(
    "path", ["/draws/9999", "/draws/0", "/draws?cursor=zzz", "/pnp/events/ontario/1999-01-01", "/x"]
)
def test_it_says_that_there_is_nothing(client, path):
    response = client.get(V1 + path)
    assert response.status_code == 404
    assert response.headers["Content-Type"] == "application/problem+json"
    assert "#problem-not-found" in json.loads(response.content)["type"]


def test_it_states_the_limit_and_says_when_to_come_back(client, monkeypatch):
    monkeypatch.setattr("config.api.limits.WINDOW", 3600)
    first = client.get(f"{V1}/families")
    assert first.headers["RateLimit-Policy"] == f'"reads";q={door.READS_A_MINUTE};w=3600'
    assert f"r={door.READS_A_MINUTE - 1};" in first.headers["RateLimit"]
    for _time in range(door.READS_A_MINUTE - 1):
        assert client.get(f"{V1}/families").status_code == 200
    response = client.get(f"{V1}/families")
    assert response.status_code == 429
    assert 0 < int(response.headers["Retry-After"]) <= 3600
    assert response.headers["Content-Type"] == "application/problem+json"


def test_it_answers_scripts_of_every_site_and_sets_no_cookie(client):
    for method in ("get", "head", "options"):
        response = getattr(client, method)(f"{V1}/draws")
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert response.cookies == {}
    wrong = client.post(f"{V1}/draws")
    assert wrong.status_code == 405
    assert "GET" in wrong.headers["Allow"]


def test_not_modified_costs_one_query(client, django_assert_num_queries):
    newsroom.draw("396")
    tag = client.get(f"{V1}/draws").headers["ETag"]
    with django_assert_num_queries(1):
        assert client.get(f"{V1}/draws", headers={"If-None-Match": tag}).status_code == 304
    editions.advance("news")
    assert client.get(f"{V1}/draws", headers={"If-None-Match": tag}).status_code == 200


def test_its_documentation_shows_every_address_without_a_script(client):
    described = json.loads(client.get(f"{V1}/openapi.json").content)
    for root in ("", "/fr"):
        page = client.get(f"{root}{V1}/docs").content.decode()
        assert "<script" not in page
        assert all(path in page for path in described["paths"])
        assert "curl &#x27;http" in page
        assert "urlopen" in page


def test_each_example_of_the_documentation_answers(client):
    from config.api.docs import EXAMPLES

    newsroom.draw("396", date=date(2026, 2, 17))
    Draw.objects.update(first_seen_at=datetime(2026, 2, 17, 18, tzinfo=UTC))
    newsroom.article("a")
    known = {"/draws/396?as_of=2026-02-20", "/draws?family=cec&year=2026", "/pool?limit=1"}
    assert known <= set(EXAMPLES.values())
    for path, example in EXAMPLES.items():
        if path not in ("/pnp/events/{province}/{day}", "/articles/{article}"):
            get(client, example)


@pytest.mark.parametrize(
    "query", ["limit=&year=&score=&family=&as_of=&updated_since=", "limit=44.0&year=2026.0"]
)
def test_it_reads_what_it_describes_as_readable(client, query):
    newsroom.draw("396", date=date(2026, 2, 20))
    assert [row["number"] for row in get(client, f"/draws?{query}")["items"]] == ["396"]
