"""oEmbed: from the address of a page to the piece that shows it."""

import json
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

from articles.models import Article
from articles.tests import newsroom
from draws.tests import rows

pytestmark = pytest.mark.django_db

SITE = "http://localhost:8000"


def ask(client, address: str, query: str = ""):
    return client.get(f"/oembed?url={quote(address, safe='')}{query}")


def told(client, address: str, query: str = "") -> dict:
    response = ask(client, address, query)
    assert response.status_code == 200, address
    assert response.headers["Content-Type"] == "application/json"
    found: dict = json.loads(response.content)
    return found


def test_a_draw_has_its_piece_its_card_and_its_size(client):
    rows.draw("396")
    answer = told(client, f"{SITE}/draws/396/?utm_source=x#pl")
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    assert answer["title"] == "Express Entry draw 396"
    assert (answer["provider_name"], answer["provider_url"]) == ("Cutline", f"{SITE}/")
    assert (answer["width"], answer["height"]) == (600, 330)
    assert f'<iframe src="{SITE}/embed/draw/396/" title="Express Entry draw 396"' in answer["html"]
    assert answer["thumbnail_url"] == f"{SITE}/cards/draw/396.png"
    assert (answer["thumbnail_width"], answer["thumbnail_height"]) == (1200, 630)


def test_a_family_and_an_article_have_theirs_in_their_language(client):
    rows.draw("396")
    newsroom.article("ronde", language="fr", headline="Ronde « 396 »")
    family = told(client, f"{SITE}/fr/draws/cec/")
    assert f'src="{SITE}/fr/embed/draws/cec/chart/"' in family["html"]
    article = told(client, f"{SITE}/fr/news/express-entry/ronde/")
    assert article["title"] == "Ronde « 396 »"
    assert article["author_name"] == "Noor Haddad"
    assert article["author_url"] == f"{SITE}/fr/authors/noor-haddad/"


def test_it_keeps_to_the_room_that_there_is(client):
    rows.draw("396")
    small = told(client, f"{SITE}/draws/396/", "&maxwidth=320&maxheight=200")
    assert (small["type"], small["width"], small["height"]) == ("rich", 320, 200)
    assert "thumbnail_url" not in small
    tiny = told(client, f"{SITE}/draws/396/", "&maxwidth=200")
    assert tiny["type"] == "link"
    assert "html" not in tiny
    assert told(client, f"{SITE}/draws/396/", "&maxwidth=9999")["width"] == 600


def test_it_speaks_xml(client):
    rows.draw("396")
    response = ask(client, f"{SITE}/draws/396/", "&format=xml")
    assert response.headers["Content-Type"] == "text/xml; charset=utf-8"
    root = ElementTree.fromstring(response.content)
    assert root.tag == "oembed"
    assert root.findtext("type") == "rich"
    assert "<iframe" in root.findtext("html", "")


@pytest.mark.parametrize("query", ["?format=yaml", "?format=jsonp&url=x"])
def test_it_implements_no_other_format(client, query):
    assert client.get(f"/oembed{query}").status_code == 501


@pytest.mark.parametrize(
    "query", ["", "?url=", "?url=x&maxwidth=wide", "?url=x&maxheight=-1", "?url=x&maxwidth=0"]
)
def test_it_says_what_is_missing(client, query):
    assert client.get(f"/oembed{query}").status_code == 400


@pytest.mark.parametrize(
    "address",
    [
        "http://evil.example/draws/396/",
        "http://localhost:8000@evil.example/draws/396/",
        "http://user@localhost:8000/draws/396/",
        "http://localhost:8000.evil.example/draws/396/",
        "http://localhost/draws/396/",
        "http://localhost:99999/draws/396/",
        "//localhost:8000/draws/396/",
        "/draws/396/",
        "ftp://localhost:8000/draws/396/",
        "javascript:alert(1)//localhost:8000/draws/396/",
        "http://[::1/draws/396/",
        "http://localhost:8000",
        "http://localhost:8000/",
        "http://localhost:8000/draws/396",
        "http://localhost:8000/draws/396.csv",
        "http://localhost:8000/draws/9999/",
        "http://localhost:8000/draws/fst/",
        "http://localhost:8000/draws/%00/",
        "http://localhost:8000/%2e%2e/admin/",
        "http://localhost:8000/admin/",
        "http://localhost:8000/fr",
        "http://localhost:8000/fr/embed/",
        "http://localhost:8000/news/express-entry/draft/",
        "http://localhost:8000/news/other/public/",
        "http://localhost:8000/draws/396/" + "x" * 3000,
        "http://localhost:8000/draws/\ud83c\uff11/",
        "http://localhost:8000/draws/３９６/",
        "\x00",
        "http://localhost:8000\\@evil.example/draws/396/",
    ],
)
def test_it_knows_only_our_own_pages(client, address):
    rows.draw("396")
    newsroom.article("draft", state=Article.State.DRAFT)
    newsroom.article("public")
    response = client.get("/oembed", {"url": address.encode("utf-8", "replace").decode()})
    assert response.status_code == 404
    assert b"evil" not in response.content


def test_any_script_may_ask_and_no_cookie_is_set(client):
    rows.draw("396")
    response = ask(client, f"{SITE}/draws/396/")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert not response.cookies
    again = client.get(
        f"/oembed?url={quote(SITE + '/draws/396/', safe='')}",
        headers={"If-None-Match": response.headers["ETag"]},
    )
    assert again.status_code == 304


@pytest.mark.parametrize(
    "address", ["/draws/396/", "/fr/draws/cec/", "/news/express-entry/public/"]
)
def test_the_page_says_where_to_ask(client, address):
    rows.draw("396")
    newsroom.article("public")
    page = client.get(address).content.decode()
    asked = f"{SITE}/oembed?format=json&amp;url={quote(SITE + address, safe='')}"
    assert 'type="application/json+oembed" title="' in page
    assert asked in page
    assert client.get(asked.removeprefix(SITE).replace("&amp;", "&")).status_code == 200
