"""XML as bytes that every parser accepts and that are the same for the same edition."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from django.templatetags.static import static
from django.utils.html import escape
from django.utils.translation import gettext as _

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
MEDIA = "http://search.yahoo.com/mrss/"
XHTML = "http://www.w3.org/1999/xhtml"
ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# The prefixes that readers expect, some of which do not look at the address of a namespace.
PREFIXES = {
    "atom": ATOM,
    "content": CONTENT,
    "dc": DC,
    "media": MEDIA,
    "xhtml": XHTML,
    "itunes": ITUNES,
    "podcast": PODCAST,
    "news": NEWS,
}
for _prefix, _address in PREFIXES.items():
    ElementTree.register_namespace(_prefix, _address)

# XML 1.0 has no way to write these, not even escaped.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
STYLESHEET = "css/feed.css"


def clean(text: object) -> str:
    """The text without the characters that XML cannot hold."""
    return ILLEGAL.sub("", str(text))


def add(parent: Element, name: str, text: object = "", **attributes: object) -> Element:
    """Append an element. `name` is "title", or "dc:creator" with a prefix of PREFIXES; an
    attribute called `text` is given as `text_`."""
    values = {key.rstrip("_"): clean(value) for key, value in attributes.items()}
    child = SubElement(parent, qualified(name), values)
    child.text = clean(text)
    return child


def qualified(name: str) -> str:
    """{http://purl.org/dc/elements/1.1/}creator for dc:creator."""
    prefix, colon, local = name.rpartition(":")
    return f"{{{PREFIXES[prefix]}}}{local}" if colon else name


def rfc3339(moment: datetime) -> str:
    """2026-02-17T11:33:44Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def introduce(parent: Element, title: str, page_url: str) -> None:
    """What somebody sees who opens a feed in a browser: what this is, and where the page is."""
    box = add(parent, "xhtml:div")
    add(box, "xhtml:h1", title)
    add(box, "xhtml:p", _("This is a feed. Copy its address into a feed reader to follow it."))
    link = add(add(box, "xhtml:p"), "xhtml:a", _("Open the page instead"))
    link.set("href", clean(page_url))


def document(root: Element) -> bytes:
    """The whole document, with the style sheet that browsers show it by."""
    body: bytes = ElementTree.tostring(root, encoding="utf-8")
    return _prologue() + body + b"\n"


def streamed(
    root: Element, holder: Element, items: Iterable[Element], prefixes: Iterable[str]
) -> Iterator[bytes]:
    """The same piece by piece, in constant memory: `items` stand last in `holder`, which is
    `root` or in it. `prefixes` of PREFIXES are those that an item may use."""
    place = SubElement(holder, "place")
    place.text = " "
    for prefix in prefixes:
        add(place, f"{prefix}:x")
    whole: bytes = ElementTree.tostring(root, encoding="utf-8")
    before, _mark, rest = whole.partition(b"<place>")
    yield _prologue() + before
    for item in items:
        yield _without_namespaces(item)
    yield rest.partition(b"</place>")[2] + b"\n"


def _without_namespaces(item: Element) -> bytes:
    """An element without attributes of its own, as it stands where its prefixes are known."""
    whole: bytes = ElementTree.tostring(item, encoding="utf-8")
    return f"<{item.tag}>".encode() + whole.partition(b">")[2]


def _prologue() -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<?xml-stylesheet type="text/css" href="{escape(static(STYLESHEET))}"?>\n'
    ).encode()
