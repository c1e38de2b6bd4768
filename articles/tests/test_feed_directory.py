"""All feeds on one page and in one file."""

from xml.etree import ElementTree

import pytest

from articles.feeds.directory import shelves, tables
from articles.tests import newsroom
from draws.tests import rows

pytestmark = pytest.mark.django_db


def outlines(client, address: str = "/feeds.opml") -> list[ElementTree.Element]:
    response = client.get(address)
    assert response.headers["Content-Type"] == "text/x-opml; charset=utf-8"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    root = ElementTree.fromstring(response.content)
    assert (root.tag, root.get("version")) == ("opml", "2.0")
    return [outline for outline in root.iter("outline") if outline.get("type") == "rss"]


@pytest.mark.parametrize("root", ["", "/fr"])
def test_every_feed_in_the_file_is_there(client, root):
    rows.draw("396", family="trades")
    story = newsroom.story()
    story.topics.add(newsroom.topic())
    newsroom.article(story=story)
    found = outlines(client, f"{root}/feeds.opml")
    addresses = [outline.get("xmlUrl").removeprefix("http://localhost:8000") for outline in found]
    for name in (
        "draws",
        "draws/trades",
        "draws/pool",
        "pnp",
        "pnp/alberta",
        "news",
        "corrections",
        "news/express-entry",
        "topics/tie-break",
        "authors/noor-haddad",
        "podcast",
    ):
        assert f"{root}/{name}.rss" in addresses
    assert f"{root}/draws/cec.rss" not in addresses
    for address in addresses:
        assert client.get(address).status_code == 200, address
    for outline in found:
        assert outline.get("text")
        assert client.get(outline.get("htmlUrl")).status_code == 200


def test_it_is_the_same_file_each_time_and_dated_by_the_edition(client):
    rows.draw("396")
    assert client.get("/feeds.opml").content == client.get("/feeds.opml").content


def test_the_page_lists_each_form_and_the_types_of_the_columns(client):
    rows.draw("396")
    page = client.get("/feeds/").content.decode()
    for form in ("rss", "atom", "json", "csv", "ndjson"):
        assert f'href="/draws/cec.{form}"' in page
    assert 'href="/feeds.opml"' in page
    assert 'tie_break_at</code></th><td lang="en">datetime</td>' in page
    assert 'href="/feeds/"' in client.get("/about/").content.decode()


def test_the_lists_cost_four_queries(django_assert_num_queries):
    rows.draw("396")
    with django_assert_num_queries(4):
        shelves()


def test_columns_have_names_once():
    for title, columns in tables():
        names = [column.name for column in columns]
        assert len(set(names)) == len(names), title
