"""Pieces of the site in other pages: what they show, and that only they may be framed."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from articles.models import Article, SlugRedirect
from articles.tests import newsroom
from draws.tests import rows
from pnp.tests.tables import bring_in, line

pytestmark = pytest.mark.django_db

TOKEN = re.compile(r"--[\w-]+:#[0-9a-f]{6}")


def record() -> None:
    rows.draw("395", crs=509, date=rows.SEEN.date() - timedelta(days=20))
    rows.draw("396")
    bring_in(line("2026-02-02", "on-phd", "1429"), line("2026-02-03", "bc-innovate", "206"))
    newsroom.article("draw-396")


PIECES = [
    "/embed/draw/latest/",
    "/embed/draw/396/",
    "/embed/draws/",
    "/embed/draws/cec/chart/",
    "/embed/pnp/",
    "/embed/news/draw-396/",
]


@pytest.mark.parametrize("address", PIECES)
def test_any_site_may_show_it(client, address):
    record()
    client.cookies["sessionid"] = "of-a-session-that-has-ended"
    response = client.get(address)
    assert response.status_code == 200
    assert "frame-ancestors *" in response.headers["Content-Security-Policy"]
    assert not response.has_header("X-Frame-Options")
    assert not response.cookies
    assert "Cookie" not in response.headers["Vary"]
    again = client.get(address, headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304
    assert "frame-ancestors *" in again.headers["Content-Security-Policy"]
    assert not again.has_header("X-Frame-Options")


@pytest.mark.parametrize("address", PIECES)
def test_it_links_back_in_a_window_of_its_own_and_says_its_date(client, address):
    record()
    html = client.get(address).content.decode()
    links = re.findall(r'<a [^>]*href="([^"]+)"([^>]*)>', html)
    assert links
    for href, rest in links:
        assert href.startswith("http://localhost:8000/"), href
        assert 'target="_blank" rel="noopener"' in rest
    assert "As on <time" in html
    assert 'name="robots" content="noindex"' in html


@pytest.mark.parametrize("address", PIECES)
def test_it_asks_the_database_as_often_for_many_rows(
    client, address, django_assert_max_num_queries
):
    record()
    rows.many(300, first=400)
    with django_assert_max_num_queries(4):
        client.get(address)


@pytest.mark.parametrize("address", PIECES[:5])
def test_it_is_in_french_too(client, address):
    record()
    html = client.get(f"/fr{address}").content.decode()
    assert '<html lang="fr">' in html
    assert 'href="http://localhost:8000/fr/' in html


def test_the_newest_draw_changes_with_the_next_and_one_draw_does_not(client):
    record()
    assert "Draw 396" in client.get("/embed/draw/latest/").content.decode()
    rows.draw("397", family="french", crs=400)
    from publish import editions

    editions.advance("a draw")
    assert "Draw 397" in client.get("/embed/draw/latest/").content.decode()
    assert "Draw 396" in client.get("/embed/draw/latest/?family=cec").content.decode()
    assert "Draw 396" in client.get("/embed/draw/396/").content.decode()


def test_a_draw_has_its_figures_and_compares_with_its_own_type(client):
    record()
    rows.draw("397", family="french", crs=400)
    html = client.get("/embed/draw/396/").content.decode()
    assert '<p class="cut"><b>508</b></p>' in html
    assert "<b>6,000</b>" in html
    assert "Cut-off −1 against draw 395" in html
    assert "16 Mar 2025, 09:35:59 UTC" in html


def test_the_table_takes_any_filter_of_the_list(client):
    record()
    rows.draw("397", family="french", crs=400)
    html = client.get("/embed/draws/?family=cec&year=2026&score=508").content.decode()
    assert re.findall(r"/draws/(\d+)/", html) == ["396"]
    assert "/draws/?family=cec&amp;year=2026&amp;score=508" in html
    wrong = client.get("/embed/draws/?family=nobody")
    assert (wrong.status_code, b"Choose a type" in wrong.content) == (400, True)


def test_the_table_of_provinces_takes_a_province(client):
    record()
    html = client.get("/embed/pnp/?province=ontario").content.decode()
    assert "/pnp/ontario/2026-02-02/" in html
    assert "british-columbia" not in html
    assert client.get("/embed/pnp/?province=atlantis").status_code == 400


@pytest.mark.parametrize(
    "address",
    ["/embed/draw/999/", "/embed/draws/nobody/chart/", "/embed/draws/fst/chart/", "/embed/news/x/"],
)
def test_it_says_in_the_frame_why_there_is_nothing(client, address):
    record()
    response = client.get(address)
    assert response.status_code == 404
    assert "Nothing to show" in response.content.decode()
    assert not response.has_header("X-Frame-Options")


def test_an_article_is_found_under_its_new_address(client):
    article = newsroom.article("old")
    Article.objects.filter(pk=article.pk).update(slug="new")
    SlugRedirect.objects.get_or_create(article=article, language="en", slug="old")
    response = client.get("/embed/news/old/?theme=dark")
    assert response.status_code == 301
    assert response.headers["Location"] == "/embed/news/new/?theme=dark"


def test_a_draft_is_no_piece(client):
    newsroom.article("draft", state=Article.State.DRAFT)
    assert client.get("/embed/news/draft/").status_code == 404


@pytest.mark.parametrize(
    ("query", "start"),
    [
        ("", '<html lang="en">'),
        ("?theme=dark", '<html lang="en" class="dark">'),
        ("?theme=light", '<html lang="en" class="light">'),
        ("?theme=%22x", '<html lang="en">'),
    ],
)
def test_it_takes_a_theme(client, query, start):
    record()
    assert start in client.get(f"/embed/draw/396/{query}").content.decode()


def test_the_two_schemes_that_can_be_set_are_those_of_the_site():
    tokens, embed = (
        Path(str(finders.find(f"css/{name}.css"))).read_text() for name in ("tokens", "embed")
    )
    light, dark = tokens.split("@media (prefers-color-scheme:dark)")
    for scheme, values in (("light", light), ("dark", dark.split("@media")[0])):
        copied = embed.split(f":root.{scheme}{{")[1].split("}")[0]
        assert set(TOKEN.findall(copied)) == set(TOKEN.findall(values))
