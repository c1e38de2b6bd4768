"""OPML 2.0: all feeds in one file, which a feed reader takes in at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from django.conf import settings

from publish.listing import Listing
from publish.renderers.rss import rfc822
from publish.renderers.xml import clean

CONTENT_TYPE = "text/x-opml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Lists under one heading."""

    title: str
    listings: tuple[Listing, ...]


def opml(title: str, shelves: Iterable[Shelf], modified: datetime) -> bytes:
    """Every list as RSS; `modified` is the moment of the edition."""
    root = Element("opml", version="2.0")
    head = SubElement(root, "head")
    SubElement(head, "title").text = clean(title)
    SubElement(head, "dateModified").text = rfc822(modified)
    SubElement(head, "docs").text = "http://opml.org/spec2.opml"
    body = SubElement(root, "body")
    for shelf in shelves:
        group = SubElement(body, "outline", text=clean(shelf.title), title=clean(shelf.title))
        for listing in shelf.listings:
            SubElement(group, "outline", _feed(listing))
    text: bytes = ElementTree.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + text + b"\n"


def _feed(listing: Listing) -> dict[str, str]:
    return {
        "type": "rss",
        "text": clean(listing.feed_title),
        "title": clean(listing.feed_title),
        "description": clean(listing.description),
        "language": listing.language,
        "version": "RSS2",
        "xmlUrl": settings.SITE_URL + listing.address("rss"),
        "htmlUrl": settings.SITE_URL + listing.page,
    }
