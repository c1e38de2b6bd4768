import re
from datetime import timedelta

import pytest
from django.core.cache import cache

from articles.models import Ad, AdSlot, Article, Byline, MenuItem
from articles.tests import newsroom
from publish import editions, fragments

pytestmark = pytest.mark.django_db

LISTS = ["/news/", "/news/express-entry/", "/topics/tie-break/", "/authors/noor-haddad/"]


def get(client, address, status=200):
    cache.clear()
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def titles(html):
    """The headlines of a list, in its order."""
    return re.findall(r'<article class="item"><h2><a [^>]*>([^<]+)</a>', html)


def filed(count, first=1, language="en"):
    """Articles on one topic, the first the newest."""
    for n in range(first, first + count):
        story = newsroom.story()
        story.topics.add(newsroom.topic())
        moment = newsroom.PUBLISHED - timedelta(hours=n)
        newsroom.article(
            f"a{n}-{language}",
            headline=f"A{n}",
            story=story,
            published_at=moment,
            language=language,
        )


@pytest.mark.parametrize("address", LISTS)
def test_it_lists_what_is_published_newest_first_and_links_back(client, address):
    filed(3)
    filed(1, first=9, language="fr")
    newsroom.article("draft", state="draft")
    assert titles(get(client, address)) == ["A1", "A2", "A3"]
    assert titles(get(client, f"/fr{address}")) == ["A9"]


@pytest.mark.parametrize("address", LISTS)
def test_it_pages_by_twenty_with_plain_links(client, address):
    filed(45)
    first = get(client, address)
    assert titles(first) == [f"A{n}" for n in range(1, 21)]
    assert '<a href="?page=2" rel="next">' in first
    last = get(client, f"{address}?page=3")
    assert titles(last) == [f"A{n}" for n in range(41, 46)]
    assert '<a href="?page=2" rel="prev">' in last
    assert 'rel="next"' not in last
    for page in ("4", "0", "x", "-1"):
        get(client, f"{address}?page={page}", status=404)


@pytest.mark.parametrize("address", LISTS)
def test_it_names_its_own_address_and_the_first_page_of_the_other_language(client, address):
    filed(25)
    html = get(client, f"{address}?page=2&utm_source=x")
    assert f'<link rel="canonical" href="http://localhost:8000{address}?page=2">' in html
    assert f'hreflang="fr" href="http://localhost:8000/fr{address}"' in html


@pytest.mark.parametrize("address", LISTS)
def test_it_offers_the_same_rows_in_every_form(client, address):
    filed(1)
    html = get(client, address)
    for form in ("rss", "atom", "json", "csv", "ndjson"):
        path = f"{address.rstrip('/')}.{form}"
        assert f'<a href="{path}">' in html
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("address", LISTS)
def test_it_asks_the_database_twelve_times_however_many_rows(
    client, django_assert_max_num_queries, address
):
    editions.current()
    filed(4)
    with django_assert_max_num_queries(12) as few:
        client.get(address)
    filed(396, first=5)
    for article in Article.objects.filter(slug__in=["a1-en", "a2-en"]):
        for n in range(10):
            writer = newsroom.author(f"w{n}", f"Writer {n}")
            Byline.objects.create(story=article.story, author=writer, position=n + 1)
    cache.clear()
    fragments.forget()
    with django_assert_max_num_queries(12) as lots:
        client.get(address)
    assert len(lots) == len(few)


def test_it_says_that_a_list_is_empty_and_leads_on(client):
    newsroom.category("study-and-work", name_en="Study and work", name_fr="Études et travail")
    empty = get(client, "/news/study-and-work/").split('class="empty"')[1]
    assert '<a href="/news/">All articles</a>' in empty
    assert "Études et travail" in get(client, "/fr/news/study-and-work/")


@pytest.mark.parametrize("address", ["/news/never/", "/topics/never/", "/authors/never/"])
def test_it_knows_no_others(client, address):
    get(client, address, status=404)


def test_it_shows_who_an_author_is(client):
    author = newsroom.author()
    author.role_en, author.bio_en = "Reporter", "Covers federal draws."
    author.save()
    html = get(client, "/authors/noor-haddad/")
    assert "Reporter" in html
    assert "Covers federal draws." in html
    assert '"ProfilePage"' in html


def test_it_takes_the_menu_from_editors_in_the_language_of_the_page(client):
    newsroom.category()
    assert '<a href="/news/express-entry/">Express Entry</a>' in get(client, "/about/")
    MenuItem.objects.create(label_en="Draws", label_fr="Rondes", path="/draws/", position=2)
    MenuItem.objects.create(label_en="Pool", label_fr="Bassin", path="/draws/pool/", position=1)
    menu = get(client, "/fr/about/").split('<ul class="nav">')[1].split("</ul>")[0]
    assert re.findall(r'href="([^"]+)">([^<]+)<', menu) == [
        ("/fr/draws/pool/", "Bassin"),
        ("/fr/draws/", "Rondes"),
    ]


def test_it_keeps_the_room_of_an_advertisement_where_there_is_none(client):
    filed(6)
    listed = get(client, "/news/").split("<aside")[0]
    assert '<div class="ad ad-wide"><b>Advertisement</b></div>' in listed
    Ad.objects.create(name="x", position="list", text_en="Our feeds", link="/news.rss")
    assert '<a href="/news.rss"' in get(client, "/news/").split("<aside")[0]
    AdSlot.objects.create(position="list", narrow="none", wide="none")
    assert 'class="ad' not in get(client, "/news/").split("<aside")[0]


def test_it_leads_home_with_the_newest_article_and_a_rail_for_each_category(client):
    filed(6)
    words = newsroom.category("how", name_en="How it works", name_fr="Fonctionnement", position=2)
    for n in (7, 8, 9, 10):
        story = newsroom.story(category=words)
        moment = newsroom.PUBLISHED - timedelta(hours=n)
        newsroom.article(f"h{n}", headline=f"H{n}", story=story, published_at=moment)
    html = get(client, "/").split("<main")[1]
    lead, rails = html.split('<div class="rails sec">')
    assert re.findall(r"<h[23]><a [^>]*>([AH]\d+)</a>", lead) == ["A1", "A2", "A3", "A4"]
    sections = rails.split("</div>\n\n")[0].split("<section")[1:]
    found = [re.findall(r">([AH]\d+)</a>", section) for section in sections]
    assert found[:2] == [["A5", "A6"], ["H7", "H8", "H9"]]
