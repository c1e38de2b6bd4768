"""WebSub: feeds name the hub, the hub hears of news, and its subscribers have them in seconds."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlencode
from urllib.request import urlopen

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from articles.telling import hub
from articles.tests import newsroom
from ingest import events, webhooks
from ingest.models import Sending

PROGRAM = Path(__file__).with_name("hub_program.py")


def test_it_names_the_feeds_of_a_draw_in_both_languages(db):
    newsroom.draw("396")
    found = hub.feeds_of("draw/396")
    assert len(found) == 12
    assert {"/draws.rss", "/draws/cec.atom", "/fr/draws.json", "/fr/draws/cec.rss"} <= set(found)


def test_it_names_the_feeds_of_an_article_in_its_language(db):
    story = newsroom.story()
    story.topics.add(newsroom.topic())
    article = newsroom.article("ronde-396", story=story, language="fr")
    found = hub.feeds_of(article.subject)
    assert {path.rpartition(".")[0] for path in found} == {
        *("/fr/news", "/fr/news/express-entry"),
        *("/fr/topics/tie-break", "/fr/authors/noor-haddad"),
    }


@pytest.mark.parametrize("subject", ["draw/9999", "pnp/on/2026-13-45", "article/x", "ad/3", ""])
def test_it_names_no_feed_of_what_is_in_none(db, subject):
    assert hub.feeds_of(subject) == []


def test_it_stays_silent_without_a_hub_and_over_a_backfill(db, settings):
    newsroom.draw("396")
    hub.on_event(events.emit("draw.published", "draw/396", 1, backfill=False))
    settings.WEBSUB_HUB = "https://hub.example/"
    hub.on_event(events.emit("draw.published", "draw/396", 1, backfill=True))
    assert not Sending.objects.exists()


@pytest.fixture
def running_hub(tmp_path: Path) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with (tmp_path / "hub.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, str(PROGRAM), str(port), str(tmp_path / "hub.sqlite3")],
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_for(lambda: answers(port))
            yield f"http://127.0.0.1:{port}/hub"
        finally:
            process.terminate()
            process.wait(timeout=10)


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait_for(condition, seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.mark.django_db(transaction=True)
def test_a_subscriber_of_a_hub_has_a_new_draw_within_five_seconds(
    running_hub, live_server, httpserver: HTTPServer, settings
):
    settings.WEBSUB_HUB = running_hub
    settings.SITE_URL = live_server.url
    settings.OUTGOING_PRIVATE_NETWORKS = ["127.0.0.0/8"]
    settings.EVENT_HANDLERS = {"draw.published": ["articles.telling.hub.on_event"]}
    received: list[bytes] = []

    def subscriber(request: Request) -> Response:
        if request.method == "POST":
            received.append(request.data)
        return Response(request.args.get("hub.challenge", ""))

    httpserver.expect_request("/subscriber").respond_with_handler(subscriber)
    subscribe(running_hub, f"{live_server.url}/draws.atom", httpserver.url_for("/subscriber"))
    newsroom.draw("396")
    began = time.monotonic()
    events.emit("draw.published", "draw/396", 1, backfill=False)
    events.deliver_due()
    webhooks.send_due()
    wait_for(lambda: received)
    assert time.monotonic() - began < 5
    assert b"/draws/396/" in received[0]
    assert set(Sending.objects.values_list("answer", flat=True)) == {"HTTP 202"}


def subscribe(address: str, topic: str, callback: str) -> None:
    wish = {"hub.mode": "subscribe", "hub.topic": topic, "hub.callback": callback}
    with urlopen(address, urlencode(wish).encode(), timeout=10) as answer:
        assert answer.status == 202


def test_it_tells_the_hub_each_feed_by_both_names(db, settings):
    settings.WEBSUB_HUB = "https://hub.example/"
    newsroom.draw("396")
    hub.on_event(events.emit("draw.published", "draw/396", 1, backfill=False))
    notice = parse_qs(Sending.objects.order_by("pk").first().body)
    assert notice["hub.mode"] == ["publish"]
    assert notice["hub.url"] == notice["hub.topic"]
    assert notice["hub.url"][0].startswith(settings.SITE_URL)


@pytest.mark.parametrize("root", ["", "/fr"])
def test_each_feed_names_the_hub_and_itself_and_no_table_does(db, client, settings, root):
    settings.WEBSUB_HUB = "https://hub.example/"
    newsroom.draw("396")
    for form in ("rss", "atom", "json"):
        response = client.get(f"{root}/draws.{form}")
        topic = f"{settings.SITE_URL}{root}/draws.{form}"
        expected = f'<https://hub.example/>; rel="hub", <{topic}>; rel="self"'
        assert response.headers["Link"] == expected
        assert b"https://hub.example/" in response.getvalue()
    assert "Link" not in client.get(f"{root}/draws.csv").headers
