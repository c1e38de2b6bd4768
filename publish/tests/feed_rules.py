"""The rules that validators and readers check, as code: each function returns what is wrong.

RSS: rssboard.org/rss-specification and the W3C feed validator. Atom: RFC 4287. JSON Feed 1.1.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
XHTML = "{http://www.w3.org/1999/xhtml}"

ONCE_IN_CHANNEL = ("title", "link", "description", "language", "lastBuildDate", "docs")
IN_CHANNEL = {*ONCE_IN_CHANNEL, "item", "copyright", "image", "ttl", "category", "generator"}
ONCE_IN_ITEM = ("title", "link", "guid", "pubDate", "description")
IN_ITEM = {*ONCE_IN_ITEM, "category", "enclosure", "source", "author", "comments"}
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
# RFC 4151: tag:authority,date:specific.
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d\d){0,2}:[A-Za-z0-9/?=&;:@!$'()*+,~._%-]+")
# What the W3C validator calls a security risk in the text of an item.
RISKY = re.compile(r"<(script|style|iframe|object|embed|form|meta|link|svg)\b|\son\w+=", re.I)
RELATIVE = re.compile(r"""\b(?:href|src)=["'](?![a-z]+:)""")


def rss_faults(body: bytes) -> list[str]:
    root = ElementTree.fromstring(body)
    return [*_rss_head(root), *_rss_items(root.findall("channel/item"))]


def _rss_head(root: Element) -> Iterator[str]:
    if (root.tag, root.get("version")) != ("rss", "2.0"):
        yield "the root is not <rss version=2.0>"
    if [child.tag for child in root] != ["channel"]:
        yield "not exactly one channel"
    channel = root.find("channel")
    assert channel is not None
    yield from _exactly_one(channel, ONCE_IN_CHANNEL)
    yield from _unknown(channel, IN_CHANNEL)
    yield from _addresses(channel, ["link", "docs"])
    yield from _rfc822(channel.findtext("lastBuildDate"))
    links = channel.findall(f"{ATOM}link")
    own = [link for link in links if link.get("rel") == "self"]
    if len(own) != 1 or not _is_url(own[0].get("href")):
        yield "no atom:link rel=self"
    tags = [child.tag for child in channel]
    if "item" in tags and any(tag != "item" for tag in tags[tags.index("item") :]):
        yield "something stands after the first item"
    if "<" in (channel.findtext("title") or "") + (channel.findtext("description") or ""):
        yield "HTML in the title or description of the channel"


def _rss_items(items: list[Element]) -> Iterator[str]:
    yield from _repeats([item.findtext("guid") for item in items])
    for item in items:
        yield from _exactly_one(item, ONCE_IN_ITEM)
        yield from _unknown(item, IN_ITEM)
        yield from _addresses(item, ["link"])
        yield from _rfc822(item.findtext("pubDate"))
        if item.find("guid").get("isPermaLink") != "false":
            yield "a guid that is no address must say isPermaLink=false"
        if not TAG.fullmatch(item.findtext("guid") or ""):
            yield f"no tag URI: {item.findtext('guid')}"
        yield from _text(item.findtext("description") or "")
        yield from _text(item.findtext(f"{CONTENT}encoded") or "")
        for media in item.findall(f"{MEDIA}content"):
            if not _is_url(media.get("url")) or not media.get("type", "").startswith("image/"):
                yield "media:content without address or type"


def _text(html: str) -> Iterator[str]:
    if found := RISKY.search(html):
        yield f"not fit for a reader: {found.group()}"
    if found := RELATIVE.search(html):
        yield f"relative address: {html[found.start() : found.start() + 60]}"


def atom_faults(body: bytes) -> list[str]:
    feed = ElementTree.fromstring(body)
    if feed.tag != f"{ATOM}feed":
        return ["the root is not atom:feed"]
    entries = feed.findall(f"{ATOM}entry")
    ids = [feed.findtext(f"{ATOM}id"), *(entry.findtext(f"{ATOM}id") for entry in entries)]
    faults = [*_atom_element(feed, own=True), *_repeats(ids)]
    for entry in entries:
        faults += _atom_element(entry, own=False)
        if entry.find(f"{ATOM}author") is None and feed.find(f"{ATOM}author") is None:
            faults.append("an entry without any author")
    return faults


def _atom_element(element: Element, *, own: bool) -> Iterator[str]:
    names = [f"{ATOM}{name}" for name in ("id", "title", "updated")]
    yield from _exactly_one(element, names)
    if not TAG.fullmatch(element.findtext(f"{ATOM}id") or ""):
        yield f"no tag URI: {element.findtext(f'{ATOM}id')}"
    for date in (*element.findall(f"{ATOM}updated"), *element.findall(f"{ATOM}published")):
        if not RFC3339.fullmatch(date.text or ""):
            yield f"no RFC 3339 date: {date.text}"
    yield from _atom_links(element, own=own)
    yield from _atom_parts(element)


def _atom_parts(element: Element) -> Iterator[str]:
    for author in element.findall(f"{ATOM}author"):
        yield from _exactly_one(author, [f"{ATOM}name"])
    for category in element.findall(f"{ATOM}category"):
        if not category.get("term"):
            yield "a category without a term"
    for content in element.findall(f"{ATOM}content"):
        if content.get("type") != "html":
            yield "content is not marked as HTML"
        yield from _text(content.text or "")


def _atom_links(element: Element, *, own: bool) -> Iterator[str]:
    links = element.findall(f"{ATOM}link")
    seen = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in links]
    if len({pair for pair in seen if pair[0] == "alternate"}) != 1:
        yield "not one alternate link"
    if own and sum(link.get("rel") == "self" for link in links) != 1:
        yield "no link rel=self"
    if not all(_is_url(link.get("href")) for link in links):
        yield "a link without a full address"


def json_feed_faults(body: bytes) -> list[str]:
    feed = json.loads(body)
    faults = []
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        faults.append("not version 1.1")
    if not isinstance(feed.get("title"), str) or not feed["title"]:
        faults.append("no title")
    faults += [f"{k} is no address" for k in ("home_page_url", "feed_url") if not _is_url(feed[k])]
    faults += _json_authors(feed)
    faults += _repeats([item.get("id") for item in feed["items"]])
    for item in feed["items"]:
        faults += _json_item(item)
    return faults


def _json_item(item: dict) -> Iterator[str]:
    if not isinstance(item.get("id"), str) or not TAG.fullmatch(item["id"]):
        yield f"id is no tag URI: {item.get('id')}"
    if not ("content_html" in item or "content_text" in item):
        yield "neither content_html nor content_text"
    yield from _text(item.get("content_html", ""))
    for name in ("url", "image", "banner_image", "external_url"):
        if name in item and not _is_url(item[name]):
            yield f"{name} is no address"
    for name in ("date_published", "date_modified"):
        if name in item and not RFC3339.fullmatch(item[name]):
            yield f"{name} is no RFC 3339 date"
    if not all(isinstance(tag, str) for tag in item.get("tags", [])):
        yield "tags are not text"
    yield from _json_authors(item)


def _json_authors(owner: dict) -> Iterator[str]:
    for author in owner.get("authors", []):
        if not author.keys() & {"name", "url", "avatar"}:
            yield "an author without name, url or avatar"
        if "url" in author and not _is_url(author["url"]):
            yield "the url of an author is no address"


def _exactly_one(parent: Element, names) -> Iterator[str]:
    counts = Counter(child.tag for child in parent)
    for name in names:
        if counts[name] != 1:
            yield f"{parent.tag} has {counts[name]} {name}"
        elif not (parent.findtext(name) or "").strip():
            yield f"{name} of {parent.tag} is empty"


def _unknown(parent: Element, names: set[str]) -> Iterator[str]:
    for child in parent:
        if not child.tag.startswith("{") and child.tag not in names:
            yield f"{parent.tag} may not hold {child.tag}"


def _addresses(parent: Element, names: list[str]) -> Iterator[str]:
    for name in names:
        if not _is_url(parent.findtext(name)):
            yield f"{name} of {parent.tag} is no address: {parent.findtext(name)}"


def _rfc822(text: str | None) -> Iterator[str]:
    try:
        moment: datetime = parsedate_to_datetime(text or "")
    except ValueError:
        yield f"no RFC 822 date: {text}"
    else:
        if moment.tzinfo is None:
            yield f"a date without a zone: {text}"


def _repeats(ids: list) -> Iterator[str]:
    for value, times in Counter(ids).items():
        if times > 1:
            yield f"{times} items have the id {value}"


def _is_url(text: str | None) -> bool:
    parts = urlsplit(text or "")
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in (text or "")
