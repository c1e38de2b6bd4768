"""What crawlers find: robots.txt, ads.txt, the sitemaps and the one for news."""

import io
from datetime import timedelta
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from PIL import Image

from articles.crawlers.sitemaps import SECTIONS
from articles.models import Article
from articles.tests import newsroom

pytestmark = pytest.mark.django_db

S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
N = "{http://www.google.com/schemas/sitemap-news/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
HOST = "http://localhost:8000"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def locations(client, address: str) -> list[str]:
    response = client.get(address)
    assert response.headers["Content-Type"] == "application/xml; charset=utf-8"
    return [loc.text or "" for loc in ElementTree.fromstring(response.content).iter(f"{S}loc")]


def test_robots_may_read_everything_but_what_has_no_end(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    robots = RobotFileParser()
    robots.parse(lines)
    for path in ("/", "/fr/news/", "/news/a/b/", "/news.rss", "/draws/?family=cec", "/media/a.jpg"):
        assert robots.can_fetch("Googlebot", path)
    for path in ("/admin/", "/search/?q=x", "/fr/search/?q=x"):
        assert not robots.can_fetch("Googlebot", path)
    assert robots.site_maps() == [f"{HOST}/sitemap.xml", f"{HOST}/news-sitemap.xml"]


def test_nobody_sells_space_until_the_settings_name_somebody(client, settings):
    assert client.get("/ads.txt").content == (
        b"placeholder.example.com, placeholder, DIRECT, placeholder\n"
    )
    settings.ADS_TXT = ["ads.example, 123, DIRECT, abc"]
    settings.BUILD = "another"
    response = client.get("/ads.txt")
    assert response.content == b"ads.example, 123, DIRECT, abc\n"
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"


def test_the_index_leads_to_every_section_and_every_address_leads_to_a_page(client):
    newsroom.draw("396")
    story = newsroom.story()
    story.topics.add(newsroom.topic())
    newsroom.article("a", story=story)
    newsroom.episode()
    sections = locations(client, "/sitemap.xml")
    assert len(sections) == len(SECTIONS) + 1
    for section in sections:
        pages = locations(client, section.removeprefix(HOST))
        assert len(pages) == len(set(pages))
        for page in pages:
            assert client.get(page.removeprefix(HOST)).status_code == 200, page


def test_draws_stand_in_both_languages_with_a_moment(client):
    newsroom.draw("91a")
    found = locations(client, "/sitemap-draws.xml")
    assert f"{HOST}/draws/91a/" in found
    assert f"{HOST}/fr/draws/91a/" in found
    root = ElementTree.fromstring(client.get("/sitemap-draws.xml").content)
    assert all(url.findtext(f"{S}lastmod") for url in root)


def test_an_article_links_to_its_other_side_only_where_that_is_published(client):
    both, one = newsroom.story(), newsroom.story()
    newsroom.article("both", story=both)
    newsroom.article("les-deux", story=both, language="fr")
    newsroom.article("one", story=one)
    newsroom.article("un", story=one, language="fr", state=Article.State.DRAFT)
    root = ElementTree.fromstring(client.get("/sitemap-news.xml").content)
    links = {
        url.findtext(f"{S}loc").removeprefix(f"{HOST}"): sorted(
            (link.get("hreflang"), link.get("href").removeprefix(HOST)) for link in url.iter(LINK)
        )
        for url in root
    }
    english, french = "/news/express-entry/both/", "/fr/news/express-entry/les-deux/"
    assert (
        links[english]
        == links[french]
        == [
            ("en", english),
            ("fr", french),
            ("x-default", english),
        ]
    )
    assert links["/news/express-entry/one/"] == []
    assert "/fr/news/express-entry/un/" not in links


def test_google_news_sees_the_last_48_hours_and_nothing_else(client):
    now = timezone.now()
    newsroom.article("fresh", published_at=now - timedelta(hours=47), headline="Fresh & new")
    newsroom.article("stale", published_at=now - timedelta(hours=49))
    newsroom.article("frais", published_at=now - timedelta(hours=1), language="fr")
    newsroom.article("later", published_at=now + timedelta(hours=1))
    newsroom.article("draft", published_at=now, state=Article.State.DRAFT)
    root = ElementTree.fromstring(client.get("/news-sitemap.xml").content)
    found = [
        (news.findtext(f"{N}title"), news.findtext(f"{N}publication/{N}language"))
        for news in root.iter(f"{N}news")
    ]
    assert found == [("Headline of frais", "fr"), ("Fresh & new", "en")]


def test_news_leave_by_the_clock_without_a_new_edition(client, time_machine):
    newsroom.article("fresh", published_at=timezone.now())
    assert b"Headline of fresh" in client.get("/news-sitemap.xml").content
    time_machine.move_to(timezone.now() + timedelta(hours=49))
    assert b"Headline of fresh" not in client.get("/news-sitemap.xml").content


@pytest.mark.parametrize(
    "address", ["/robots.txt", "/ads.txt", "/sitemap.xml", "/sitemap-news.xml", "/news-sitemap.xml"]
)
def test_each_answers_not_modified(client, address):
    newsroom.article("fresh", published_at=timezone.now())
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_icon_is_found_where_browsers_look_for_it(client):
    response = client.get("/favicon.ico")
    assert (response.status_code, response.headers["Location"]) == (302, "/static/favicon.svg")


def test_the_sign_of_the_publisher_is_a_picture_of_at_least_112_pixels(client):
    picture = Image.open(io.BytesIO(client.get("/logo.png").content))
    assert picture.format == "PNG"
    assert picture.width == picture.height >= 112


def test_a_section_that_does_not_exist_is_not_found(client):
    assert client.get("/sitemap-nothing.xml").status_code == 404
