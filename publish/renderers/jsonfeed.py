"""JSON Feed 1.1. What the CSV has in columns stands in `_cutline`, for those who compute."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.conf import settings

from publish.feed_html import for_feed
from publish.ids import tag_uri
from publish.listing import Entry, Listing, Person
from publish.renderers.values import plain
from publish.renderers.xml import clean, rfc3339

VERSION = "https://jsonfeed.org/version/1.1"


class JsonFeedRenderer:
    label = "JSON"
    content_type = "application/feed+json; charset=utf-8"
    is_table = False
    refusal = "json"

    def render(self, listing: Listing, modified: datetime) -> Iterator[bytes]:
        feed: dict[str, Any] = {
            "version": VERSION,
            "title": clean(listing.feed_title),
            "description": clean(listing.description),
            "home_page_url": settings.SITE_URL + listing.page,
            "feed_url": settings.SITE_URL + listing.address("json"),
            "language": listing.language,
            "authors": _authors([Person("Cutline", "/")]),
        }
        if settings.WEBSUB_HUB:
            feed["hubs"] = [{"type": "WebSub", "url": settings.WEBSUB_HUB}]
        yield _json(feed).removesuffix(b"}") + b',"items":['
        before = b""
        for row in listing.each_row():
            yield before + _json(_item(listing, row))
            before = b","
        yield b"]}\n"


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _item(listing: Listing, row: Any) -> dict[str, Any]:
    entry = listing.entry(row)
    item: dict[str, Any] = {
        "id": tag_uri(entry.key),
        "url": settings.SITE_URL + entry.path,
        "title": clean(entry.title),
        "summary": clean(entry.summary),
        **_text(entry),
        "date_published": rfc3339(entry.published),
        "date_modified": rfc3339(entry.changed),
        "language": listing.language,
    }
    if entry.picture:
        item["image"] = settings.SITE_URL + entry.picture.path
    if entry.authors:
        item["authors"] = _authors(entry.authors)
    if entry.categories:
        item["tags"] = list(entry.categories)
    if listing.columns:
        item["_cutline"] = {column.name: plain(column.value(row)) for column in listing.columns}
    return item


def _text(entry: Entry) -> dict[str, str]:
    """An item must have one of the two: HTML where there is a text, else the summary."""
    if not entry.content:
        return {"content_text": clean(entry.summary)}
    return {"content_html": clean(for_feed(entry.content, settings.SITE_URL + entry.path))}


def _authors(people: Iterable[Person]) -> list[dict[str, str]]:
    return [
        {"name": clean(person.name)}
        | ({"url": settings.SITE_URL + person.path} if person.path else {})
        for person in people
    ]
