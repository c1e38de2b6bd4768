"""Structured data and sitemaps: nothing breaks out, every address is full, languages linked."""

import json
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from django.template import Context, Template

from publish.sitemaps import NewsItem, Place, news_sitemap, sitemap, sitemap_index
from publish.structured import as_script

CHANGED = datetime(2026, 2, 17, 16, 52, tzinfo=UTC)
S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
N = "{http://www.google.com/schemas/sitemap-news/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def inside(script: str) -> str:
    return script.removeprefix('<script type="application/ld+json">').removesuffix("</script>")


def test_no_text_ends_the_script_and_all_of_it_comes_back():
    hostile = "</script><script>alert(1)</script><!-- & \u2028 é"
    script = as_script({"@type": "NewsArticle", "headline": hostile})
    assert not set("<>&\u2028") & set(inside(script))
    assert json.loads(inside(script)) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": hostile,
    }


def test_it_leaves_out_what_is_absent_and_keeps_what_is_nought():
    script = as_script({"a": None, "b": "", "c": [], "d": 0, "e": False, "f": [None, {"g": ""}]})
    assert json.loads(inside(script)) == {
        "@context": "https://schema.org",
        "d": 0,
        "e": False,
        "f": [{}],
    }


def test_a_template_writes_it_or_nothing():
    template = Template("{% load structured %}[{% json_ld data %}]")
    assert template.render(Context({"data": None})) == "[]"
    assert template.render(Context({"data": {"@type": "Person"}})).startswith("[<script type=")


def test_a_page_of_two_languages_stands_in_a_sitemap_twice_with_links_to_both(settings):
    settings.SITE_URL = "https://a.example"
    root = ElementTree.fromstring(sitemap([Place({"en": "/x/", "fr": "/fr/x/"}, CHANGED)]))
    urls = root.findall(f"{S}url")
    assert [url.findtext(f"{S}loc") for url in urls] == [
        "https://a.example/x/",
        "https://a.example/fr/x/",
    ]
    for url in urls:
        assert url.findtext(f"{S}lastmod") == "2026-02-17T16:52:00Z"
        links = {link.get("hreflang"): link.get("href") for link in url.findall(LINK)}
        assert links == {
            "en": "https://a.example/x/",
            "fr": "https://a.example/fr/x/",
            "x-default": "https://a.example/x/",
        }


def test_a_page_of_one_language_has_no_other():
    root = ElementTree.fromstring(sitemap([Place({"fr": "/fr/x/"})]))
    (url,) = root.findall(f"{S}url")
    assert url.findall(LINK) == url.findall(f"{S}lastmod") == []


def test_a_sitemap_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr("publish.sitemaps.LARGEST", 2)
    with pytest.raises(ValueError, match="at most 2"):
        sitemap([Place({"en": f"/{n}/"}) for n in range(3)])


def test_the_index_names_each_sitemap(settings):
    settings.SITE_URL = "https://a.example"
    root = ElementTree.fromstring(sitemap_index(["/sitemap-news.xml"], CHANGED))
    assert root.tag == f"{S}sitemapindex"
    assert root.findtext(f"{S}sitemap/{S}loc") == "https://a.example/sitemap-news.xml"


def test_google_news_learns_who_when_and_in_which_language():
    item = NewsItem("/fr/news/a/b/", "Ronde 396 & suite", "fr", CHANGED)
    root = ElementTree.fromstring(news_sitemap([item], "Cutline"))
    news = root.find(f"{S}url/{N}news")
    assert news.findtext(f"{N}publication/{N}name") == "Cutline"
    assert news.findtext(f"{N}publication/{N}language") == "fr"
    assert news.findtext(f"{N}publication_date") == "2026-02-17T16:52:00Z"
    assert news.findtext(f"{N}title") == "Ronde 396 & suite"
