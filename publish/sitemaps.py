"""Sitemaps by sitemaps.org, with the other language of each page, and the one for Google News."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from django.conf import settings

from publish.renderers.xml import add, rfc3339

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
CONTENT_TYPE = "application/xml; charset=utf-8"
# What one file may hold at most.
LARGEST = 50_000


@dataclass(frozen=True, slots=True)
class Place:
    """One page: its path in each language that it exists in (en, fr), and when it changed."""

    paths: Mapping[str, str]
    changed: datetime | None = None


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One article for Google News."""

    path: str
    title: str
    language: str
    published: datetime
    paths: Mapping[str, str] = field(default_factory=dict)


def sitemap(places: Iterable[Place]) -> bytes:
    """Each page in each of its languages, with links to the others; at most LARGEST addresses."""
    root = Element("urlset", xmlns=SITEMAP)
    count = 0
    for place in places:
        for path in place.paths.values():
            count += 1
            if count > LARGEST:
                raise ValueError(f"a sitemap holds at most {LARGEST} addresses")
            url = _url(root, path)
            if place.changed:
                add(url, "lastmod", rfc3339(place.changed))
            _alternates(url, place.paths)
    return _document(root)


def news_sitemap(items: Iterable[NewsItem], publication: str) -> bytes:
    """The articles of the last two days: who published what, when, in which language."""
    root = Element("urlset", xmlns=SITEMAP)
    for item in items:
        url = _url(root, item.path)
        news = add(url, "news:news")
        source = add(news, "news:publication")
        add(source, "news:name", publication)
        add(source, "news:language", item.language)
        add(news, "news:publication_date", rfc3339(item.published))
        add(news, "news:title", item.title)
        _alternates(url, item.paths)
    return _document(root)


def sitemap_index(paths: Iterable[str], changed: datetime) -> bytes:
    """The list of the sitemaps."""
    root = Element("sitemapindex", xmlns=SITEMAP)
    for path in paths:
        entry = add(root, "sitemap")
        add(entry, "loc", settings.SITE_URL + path)
        add(entry, "lastmod", rfc3339(changed))
    return _document(root)


def _url(root: Element, path: str) -> Element:
    url = add(root, "url")
    add(url, "loc", settings.SITE_URL + path)
    return url


def _alternates(url: Element, paths: Mapping[str, str]) -> None:
    """Every language of the page, itself among them, as search engines ask for; English, or the
    only one there is, for everybody else."""
    if len(paths) < 2:
        return
    default = paths.get(settings.LANGUAGE_CODE, next(iter(paths.values())))
    for language, path in (*paths.items(), ("x-default", default)):
        href = settings.SITE_URL + path
        add(url, "xhtml:link", rel="alternate", hreflang=language, href=href)


def _document(root: Element) -> bytes:
    body: bytes = ElementTree.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body + b"\n"
