"""Feeds of any list: valid by their rules, read by a reader, the same bytes and ids for ever."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest
from django.contrib.staticfiles import finders
from django.test import RequestFactory
from django.utils import translation

from publish import editions
from publish.browsers import ReadableFeeds
from publish.feed_html import for_feed
from publish.forms import respond
from publish.ids import tag_uri
from publish.listing import Column, Entry, Listing, Person, Picture
from publish.renderers.xml import STYLESHEET
from publish.tests.feed_rules import atom_faults, json_feed_faults, rss_faults

pytestmark = pytest.mark.django_db

RULES = {"rss": rss_faults, "atom": atom_faults, "json": json_feed_faults}
FEEDS = list(RULES)
PUBLISHED = datetime(2026, 2, 17, 16, 52, tzinfo=UTC)
UPDATED = datetime(2026, 2, 18, 9, 0, tzinfo=UTC)
BODY = (
    '<p>At <data value="draw/396/crs">508</data>: <a href="/draws/396/">the draw</a>, '
    '<a href="#tie">below</a>.</p><picture><source srcset="/m/a.avif"><img src="/m/a.jpg" '
    'alt="A line"></picture><div class="ad"></div><svg><text>x</text></svg>'
    '<script>alert(1)</script><p onclick="x()">End.</p>'
)


def article(key: str = "article/7", **changes: object) -> Entry:
    values: dict = {
        "key": key,
        "title": "6,000 invited at 508 & what it means",
        "path": "/news/express-entry/draw-396/",
        "summary": "One point lower < January.",
        "published": PUBLISHED,
        "updated": UPDATED,
        "content": BODY,
        "authors": (Person("Noor Haddad", "/authors/noor-haddad/"), Person("Zoé")),
        "categories": ("Express Entry", "CEC & co"),
        "picture": Picture("/m/a.jpg", "image/jpeg", 1600, 900, "A line"),
    }
    return Entry(**values | changes)


def listing_of(*entries: Entry, **changes: object) -> Listing:
    values: dict = {
        "title": "News",
        "description": "All articles",
        "path": "/news/",
        "query": {},
        "rows": entries,
        "columns": [Column("title", lambda entry: entry.title)],
        "entry": lambda entry: entry,
        "language": "en",
    }
    return Listing(**values | changes)


def body_of(listing: Listing, form: str) -> bytes:
    return respond(listing, form).getvalue()


def read(listing: Listing, form: str) -> feedparser.FeedParserDict:
    return feedparser.parse(body_of(listing, form))


@pytest.mark.parametrize("form", FEEDS)
def test_it_follows_the_rules_of_the_format(form):
    plain = Entry("draw/91a", "Draw 91a", "/draws/91a/", "A < B", PUBLISHED)
    assert RULES[form](body_of(listing_of(article(), plain), form)) == []
    assert RULES[form](body_of(listing_of(), form)) == []


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_a_reader_finds_everything(form):
    feed = read(listing_of(article()), form)
    assert not feed.bozo
    (item,) = feed.entries
    assert item.id == "tag:cutline.example,2026:article/7"
    assert item.title == "6,000 invited at 508 & what it means"
    assert item.link == "http://localhost:8000/news/express-entry/draw-396/"
    assert [person.name for person in item.authors] == ["Noor Haddad", "Zoé"]
    assert [tag.term for tag in item.tags] == ["Express Entry", "CEC & co"]
    assert item.published_parsed[:5] == (2026, 2, 17, 16, 52)
    assert item.updated_parsed[:5] == (2026, 2, 18, 9, 0)
    assert "http://localhost:8000/draws/396/" in item.content[0].value
    assert item.summary in ("One point lower < January.", "One point lower &lt; January.")
    assert feed.feed.title == "News · Cutline"
    assert feed.feed.language == "en"


def test_it_says_everything_in_json():
    (item,) = json.loads(body_of(listing_of(article()), "json"))["items"]
    assert item["id"] == "tag:cutline.example,2026:article/7"
    assert item["authors"][0] == {
        "name": "Noor Haddad",
        "url": "http://localhost:8000/authors/noor-haddad/",
    }
    assert item["tags"] == ["Express Entry", "CEC & co"]
    assert item["image"] == "http://localhost:8000/m/a.jpg"
    assert (item["date_published"], item["date_modified"]) == (
        "2026-02-17T16:52:00Z",
        "2026-02-18T09:00:00Z",
    )
    assert item["_cutline"] == {"title": "6,000 invited at 508 & what it means"}
    assert item["content_html"].startswith("<p>At 508: <a")


def test_the_text_has_full_addresses_and_nothing_that_readers_drop():
    assert for_feed(BODY, "https://a.example/news/x/") == (
        '<p>At 508: <a href="https://a.example/draws/396/">the draw</a>, '
        '<a href="https://a.example/news/x/#tie">below</a>.</p>'
        '<img src="https://a.example/m/a.jpg" alt="A line"><p>End.</p>'
    )


@pytest.mark.parametrize("form", FEEDS)
def test_control_characters_break_no_feed(form):
    entry = article(title="A\x00B\x0bC\ufffe", content="<p>\x08x\x1f</p>", summary="\x0c\ud800")
    body = body_of(listing_of(entry, title="N\x01"), form)
    assert RULES[form](body) in ([], ["description of item is empty"])
    assert b"ABC" in body


@pytest.mark.parametrize("form", FEEDS)
def test_ids_outlive_title_slug_host_and_scheme(form, settings):
    def ids(listing: Listing) -> list[str]:
        if form == "json":
            return [item["id"] for item in json.loads(body_of(listing, form))["items"]]
        feed = read(listing, form)
        return [feed.feed.get("id", ""), *(item.id for item in feed.entries)]

    settings.SITE_URL = "http://a.example"
    before = ids(listing_of(article(), path="/news/old/", key="category/3"))
    settings.SITE_URL = "https://b.example"
    renamed = article(title="New", path="/news/new/x/", updated=None)
    assert ids(listing_of(renamed, path="/news/new/", title="N", key="category/3")) == before


def test_the_two_languages_of_a_list_are_two_feeds():
    english = read(listing_of(key="category/3"), "atom").feed.id
    french = read(listing_of(key="category/3", language="fr"), "atom").feed.id
    assert english == "tag:cutline.example,2026:category/3/en"
    assert french == "tag:cutline.example,2026:category/3/fr"
    filtered = listing_of(query={"family": "cec", "q": "é b"})
    assert read(filtered, "atom").feed.id == (
        "tag:cutline.example,2026:list/news/?family=cec&q=%C3%A9+b"
    )


@pytest.mark.parametrize("form", FEEDS)
def test_the_same_edition_gives_the_same_bytes(form):
    editions.advance("published")
    listing = listing_of(article())
    assert body_of(listing, form) == body_of(listing, form)


def test_an_update_before_publication_counts_as_none():
    early = article(updated=datetime(2026, 1, 1, tzinfo=UTC))
    assert early.changed == PUBLISHED


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_a_browser_shows_what_it_is_and_a_link_to_the_page(form):
    with translation.override("fr"):
        body = body_of(listing_of(language="fr", path="/fr/news/"), form).decode()
    assert '<?xml-stylesheet type="text/css" href="/static/css/feed.css"?>' in body
    assert '<xhtml:a href="http://localhost:8000/fr/news/">' in body


def test_a_key_with_spaces_and_accents_is_still_a_tag_uri():
    assert tag_uri("topic/é b") == "tag:cutline.example,2026:topic/%C3%A9%20b"


def test_a_browser_gets_a_feed_as_xml_that_it_shows_and_a_reader_as_a_feed():
    def given(accept: str, form: str = "rss") -> tuple[str, str]:
        view = ReadableFeeds(lambda request: respond(listing_of(), form))
        response = view(RequestFactory().get(f"/news.{form}", headers={"Accept": accept}))
        return response.headers["Content-Type"], response.headers.get("Vary", "")

    assert given("text/html,application/xml") == ("application/xml; charset=utf-8", "Accept")
    assert given("*/*") == ("application/rss+xml; charset=utf-8", "Accept")
    assert given("text/html", "atom") == ("application/xml; charset=utf-8", "Accept")
    assert given("text/html", "csv") == ("text/csv; charset=utf-8", "")


def test_the_style_sheet_and_what_it_imports_exist():
    sheet = Path(str(finders.find(STYLESHEET)))
    imported = re.findall(r'@import url\("(.+?)"\)', sheet.read_text())
    assert imported == ["tokens.css"]
    assert (sheet.parent / imported[0]).exists()
