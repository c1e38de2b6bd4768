"""RSS 2.0 with the whole text, authors and pictures."""

from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from xml.etree.ElementTree import Element

from django.conf import settings
from django.utils.html import escape

from publish.feed_html import for_feed
from publish.ids import tag_uri
from publish.listing import Entry, Listing, Picture
from publish.renderers.xml import add, introduce, rfc3339, streamed

DOCS = "https://www.rssboard.org/rss-specification"
IN_ITEMS = ("atom", "content", "dc", "media")


class RssRenderer:
    label = "RSS"
    content_type = "application/rss+xml; charset=utf-8"
    is_table = False
    refusal = "xml"

    def render(self, listing: Listing, modified: datetime) -> Iterator[bytes]:
        root = Element("rss", version="2.0")
        channel = rss_channel(root, listing, modified)
        items = (_item(listing.entry(row)) for row in listing.each_row())
        return streamed(root, channel, items, IN_ITEMS)


def rss_channel(root: Element, listing: Listing, modified: datetime, *, title: str = "") -> Element:
    """The head of a feed; `modified` is the moment of the edition, never that of the request.

    `title` where it is not the one that a list has among those of other sites.
    """
    page_url = settings.SITE_URL + listing.page
    channel = add(root, "channel")
    add(channel, "title", title or listing.feed_title)
    add(channel, "link", page_url)
    add(channel, "description", listing.description)
    add(channel, "language", listing.language)
    add(channel, "lastBuildDate", rfc822(modified))
    add(channel, "docs", DOCS)
    feed_url = settings.SITE_URL + listing.address("rss")
    add(channel, "atom:link", rel="self", type="application/rss+xml", href=feed_url)
    if settings.WEBSUB_HUB:
        add(channel, "atom:link", rel="hub", href=settings.WEBSUB_HUB)
    introduce(channel, listing.title, page_url)
    return channel


def _item(entry: Entry) -> Element:
    """One item. A description is HTML to every reader, so plain text is escaped once more."""
    page_url = settings.SITE_URL + entry.path
    item = Element("item")
    add(item, "title", entry.title)
    add(item, "link", page_url)
    add(item, "guid", tag_uri(entry.key), isPermaLink="false")
    add(item, "pubDate", rfc822(entry.published))
    if entry.changed != entry.published:
        add(item, "atom:updated", rfc3339(entry.changed))
    for person in entry.authors:
        add(item, "dc:creator", person.name)
    for category in entry.categories:
        add(item, "category", category)
    add(item, "description", escape(entry.summary))
    if entry.content:
        add(item, "content:encoded", for_feed(entry.content, page_url))
    if entry.picture:
        _media(item, entry.picture)
    return item


def _media(item: Element, picture: Picture) -> None:
    sizes = {"width": picture.width, "height": picture.height} if picture.width else {}
    url = settings.SITE_URL + picture.path
    media = add(item, "media:content", url=url, medium="image", type=picture.content_type, **sizes)
    if picture.alt:
        add(media, "media:description", picture.alt, type="plain")


def rfc822(moment: datetime) -> str:
    """Tue, 17 Feb 2026 11:33:44 +0000."""
    return format_datetime(moment.astimezone(UTC))
