"""Atom by RFC 4287."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from xml.etree.ElementTree import Element

from django.conf import settings

from publish.feed_html import for_feed
from publish.ids import tag_uri
from publish.listing import Entry, Listing, Person
from publish.renderers.xml import ATOM, LANG, add, introduce, rfc3339, streamed

SITE = Person("Cutline", "/")


class AtomRenderer:
    label = "Atom"
    content_type = "application/atom+xml; charset=utf-8"
    is_table = False
    refusal = "xml"

    def render(self, listing: Listing, modified: datetime) -> Iterator[bytes]:
        page_url = settings.SITE_URL + listing.page
        feed = Element("feed", {"xmlns": ATOM, LANG: listing.language})
        add(feed, "id", tag_uri(listing.identity))
        add(feed, "title", listing.feed_title)
        add(feed, "subtitle", listing.description)
        add(feed, "updated", rfc3339(modified))
        feed_url = settings.SITE_URL + listing.address("atom")
        add(feed, "link", rel="self", type="application/atom+xml", href=feed_url)
        add(feed, "link", rel="alternate", type="text/html", href=page_url)
        if settings.WEBSUB_HUB:
            add(feed, "link", rel="hub", href=settings.WEBSUB_HUB)
        # An entry without an author of its own has that of the feed.
        _authors(feed, [SITE])
        introduce(feed, listing.title, page_url)
        entries = (_entry(listing.entry(row)) for row in listing.each_row())
        return streamed(feed, feed, entries, ())


def _entry(entry: Entry) -> Element:
    page_url = settings.SITE_URL + entry.path
    element = Element("entry")
    add(element, "id", tag_uri(entry.key))
    add(element, "title", entry.title)
    add(element, "published", rfc3339(entry.published))
    add(element, "updated", rfc3339(entry.changed))
    add(element, "link", rel="alternate", type="text/html", href=page_url)
    if picture := entry.picture:
        url = settings.SITE_URL + picture.path
        add(element, "link", rel="enclosure", type=picture.content_type, href=url)
    _authors(element, entry.authors)
    for category in entry.categories:
        add(element, "category", term=category)
    add(element, "summary", entry.summary)
    if entry.content:
        add(element, "content", for_feed(entry.content, page_url), type="html")
    return element


def _authors(parent: Element, people: Iterable[Person]) -> None:
    for person in people:
        author = add(parent, "author")
        add(author, "name", person.name)
        if person.path:
            add(author, "uri", settings.SITE_URL + person.path)
