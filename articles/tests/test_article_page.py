import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache

from articles import publishing
from articles.models import Article, ArticleQuestion, Byline, SlugRedirect
from articles.tests import newsroom
from draws.tests import rows
from publish import fragments

pytestmark = pytest.mark.django_db

HERE = "/news/express-entry/draw-396/"
BODY = (
    '<p>Canada invited <data value="draw/396/invitations">0</data> people.</p>'
    '<div data-block="facts" data-of="draw/396"></div>'
    "<h2>Why the score was not enough</h2><p>Text.</p>"
    '<div data-block="see-also" data-of=""></div>'
    "<h2>Who was in the pool</h2>"
    '<div data-block="pool" data-of="draw/396"></div>'
    '<div data-block="ad" data-of="article-mid"></div>'
    '<h2>Below</h2><p>Text.</p><div data-block="see-also" data-of=""></div>'
)


def get(client, address=HERE, status=200):
    cache.clear()
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def whole(**values):
    """An article with everything that a page can show."""
    rows.draw("392", crs=509, date=date(2026, 1, 21))
    draw = rows.draw("396", pool=rows.pool())
    story = newsroom.story(draw=draw, checked_by=newsroom.author("dan", "Daniel Okafor"))
    story.topics.add(newsroom.topic())
    values = {"updated_at": newsroom.PUBLISHED + timedelta(days=1), **values}
    article = newsroom.article(story=story, body=BODY, update_note="Added a line.", **values)
    ArticleQuestion.objects.create(
        article=article,
        slug="470",
        own_question="Is 470 enough?",
        own_answer="<p>Not at present.</p>",
        own_reviewed_on=date(2026, 2, 17),
    )
    return article


def others(count, first=1, **values):
    """That many more articles in the same category, an hour apart."""
    return [
        newsroom.article(
            f"other-{n}", published_at=newsroom.PUBLISHED - timedelta(hours=n), **values
        )
        for n in range(first, first + count)
    ]


def test_it_holds_every_element_in_its_order(client):
    whole()
    others(7)
    html = get(client)
    marks = [
        '<ul class="nav">',
        ">Search</a>",
        'class="strip"',
        '<ol class="crumbs">',
        '<li class="kicker"><a href="/news/express-entry/">Express Entry</a>',
        "<h1>Headline of draw-396</h1>",
        '<p class="standfirst">',
        '<a href="/authors/noor-haddad/" rel="author">Noor Haddad</a>',
        'Checked by</span> <a href="/authors/dan/">',
        "17 Feb 2026, 11:52 ET",
        "18 Feb 2026, 11:52 ET",
        "Added a line.",
        "https://wa.me/",
        '<nav class="toc"',
        '<svg class="card"',
        'class="ad ad-wide"',
        "Canada invited",
        'class="facts"',
        'id="why-the-score-was-not-enough"',
        'class="see"',
        'class="bars"',
        'class="ad"',
        'class="see"',
        'class="faq"',
        '<div id="q-470">',
        '<a href="/topics/tie-break/" rel="tag">',
        'class="author"',
        "Report an error",
        'id="related"',
        'class="near"',
        "PNP Draws &amp; Updates",
        "Recent Express Entry Draws",
        'class="ad"',
        "Podcast</h2>",
        "Trending searches",
        'class="ad"',
        'id="connect"',
        '<footer class="foot">',
    ]
    main = html[html.index('<header class="head">') :].replace("&#x27;", "’")
    place = 0
    for mark in marks:
        if mark == ">Search</a>":
            assert mark in main
            continue
        found = main.find(mark, place)
        assert found >= 0, f"{mark} is not there, or too early"
        place = found + 1


def test_it_shows_figures_of_the_record_in_the_language_of_the_page(client):
    draw = whole().story.draw
    assert '<data value="draw/396/invitations">6,000</data>' in get(client)
    draw.invitations = 6500
    draw.save()
    assert '<data value="draw/396/invitations">6,500</data>' in get(client)


def fill(article, count):
    """So many times the rows of everything that the page reads."""
    rows.many(4 * count, first=400)
    ArticleQuestion.objects.bulk_create(
        ArticleQuestion(article=article, slug=f"n{n}", own_question="Q?", own_answer="<p>A.</p>")
        for n in range(count)
    )
    others(count, first=10)
    for n in range(20):
        writer = newsroom.author(f"a{n}", f"Author {n}")
        Byline.objects.create(story=article.story, author=writer, position=n + 1)
        article.story.topics.add(newsroom.topic(f"t{n}"))
        newsroom.episode(n + 1)


def test_it_asks_the_database_as_often_however_many_rows(client, django_assert_max_num_queries):
    article = whole()
    others(5)
    fragments.forget()
    with django_assert_max_num_queries(21) as few:
        get(client)
    fill(article, 100)
    fragments.forget()
    with django_assert_max_num_queries(21) as lots:
        get(client)
    assert len(lots) == len(few)


def test_it_says_when_a_later_draw_of_the_family_was_held(client):
    article = whole()
    assert "notice" not in get(client).split("<article")[0]
    rows.draw("397", family="pnp", date=date(2026, 2, 20))
    assert "notice" not in get(client).split("<article")[0]
    rows.draw("400", crs=507, invitations=4000, date=date(2026, 3, 3))
    rows.draw("446", crs=518, date=date(2026, 9, 29))
    notice = get(client).split('<p class="notice">')[1].split("</p>")[0]
    assert "until <time" in notice
    assert "3 March 2026" in notice
    assert '<a href="/draws/400/">draw 400</a> invited 4,000 people at 507' in notice
    assert '<a href="/draws/446/">draw 446</a>' in notice
    assert Article.objects.get(pk=article.pk).body == article.body


def test_it_links_the_article_on_the_next_draw(client):
    whole()
    later = newsroom.story(draw=rows.draw("400", date=date(2026, 3, 3)))
    moment = newsroom.PUBLISHED + timedelta(days=14)
    newsroom.article("draw-400", story=later, published_at=moment, state="draft")
    assert "/news/express-entry/draw-400/" not in get(client)
    Article.objects.filter(slug="draw-400").update(state="published")
    newsroom.article("between", published_at=newsroom.PUBLISHED + timedelta(days=1))
    html = get(client)
    notice = html.split('<p class="notice">')[1].split("</p>")[0]
    assert '<a href="/news/express-entry/draw-400/">Headline of draw-400</a>' in notice
    assert '<a href="/news/express-entry/between/" rel="next">' in html


def test_it_leads_to_the_previous_and_the_next_article_of_the_language(client):
    about = newsroom.article("middle")
    newsroom.article("older", published_at=newsroom.PUBLISHED - timedelta(days=1))
    newsroom.article("oldest", published_at=newsroom.PUBLISHED - timedelta(days=2))
    newsroom.article("newer", published_at=newsroom.PUBLISHED + timedelta(days=1))
    newsroom.article("autre", language="fr", published_at=newsroom.PUBLISHED + timedelta(hours=1))
    near = get(client, about.get_absolute_url()).split('<nav class="near"')[1].split("</nav>")[0]
    assert re.findall(r'href="/news/express-entry/([a-z]+)/" rel="(\w+)"', near) == [
        ("older", "prev"),
        ("newer", "next"),
    ]


def test_it_leads_to_its_other_side_under_its_own_address(client):
    article = whole()
    newsroom.article("ronde-396", story=article.story, language="fr")
    html = get(client)
    assert '<a href="/fr/news/express-entry/ronde-396/" lang="fr" hreflang="fr"' in html
    address = "http://localhost:8000/fr/news/express-entry/ronde-396/"
    assert f'<link rel="alternate" hreflang="fr" href="{address}">' in html
    assert client.get("/fr" + HERE).headers["Location"] == "/fr/news/express-entry/ronde-396/"


def test_it_says_in_the_other_language_that_it_is_not_translated(client):
    article = whole()
    newsroom.article("ronde-396", story=article.story, language="fr", state="draft")
    html = get(client)
    assert f'href="/fr{HERE}"' in html
    assert 'hreflang="fr" href="http' not in html
    page = get(client, "/fr" + HERE)
    assert f'<a href="{HERE}" lang="en" hreflang="en">Headline of draw-396</a>' in page
    assert '<meta name="robots" content="noindex">' in page


def test_it_says_that_its_source_has_changed_since(client):
    article = whole()
    newsroom.article(
        "ronde-396", story=article.story, language="fr", based_on_update=newsroom.PUBLISHED
    )
    page = get(client, "/fr/news/express-entry/ronde-396/")
    assert f'<a href="{HERE}" hreflang="en">' in page.split('<p class="notice">')[1]


def test_it_redirects_from_an_old_slug_and_from_another_category(client):
    article = newsroom.article("new-slug")
    SlugRedirect.objects.create(language="en", slug="old-slug", article=article)
    now = "/news/express-entry/new-slug/"
    for address in ("/news/express-entry/old-slug/", "/news/gone/old-slug/", "/news/x/new-slug/"):
        response = client.get(address)
        assert (response.status_code, response.headers["Location"]) == (301, now)


def test_it_shows_no_draft_and_nothing_before_its_moment(client):
    newsroom.article("draft", state="draft")
    ahead = datetime.now(UTC) + timedelta(hours=1)
    newsroom.article("ahead", published_at=ahead)
    newsroom.article("brouillon", language="fr", state="draft")
    for slug in ("draft", "ahead", "brouillon", "never"):
        get(client, f"/news/express-entry/{slug}/", status=404)
        get(client, f"/fr/news/express-entry/{slug}/", status=404)


def test_it_does_not_lead_from_an_old_slug_to_a_withdrawn_article(client):
    article = newsroom.article("new-slug", state="draft")
    SlugRedirect.objects.create(language="en", slug="old-slug", article=article)
    get(client, "/news/express-entry/old-slug/", status=404)


def test_it_appears_at_its_moment_on_pages_that_were_kept(client, time_machine):
    moment = datetime(2026, 3, 1, 12, tzinfo=UTC)
    time_machine.move_to(moment - timedelta(minutes=5))
    story = newsroom.story()
    article = Article(story=story, language="en", slug="soon", headline="Soon", standfirst="S.")
    article.body = "<p>Text.</p>"
    publishing.schedule(article, by=None, at=moment)
    assert "Soon" not in client.get("/news/").content.decode()
    time_machine.move_to(moment + timedelta(seconds=1))
    publishing.publish_due()
    assert "Soon" in client.get("/news/").content.decode()


def test_it_is_light(client):
    whole()
    others(7)
    assert len(get(client).encode()) < 60_000


def test_it_escapes_what_editors_and_authors_write(client):
    evil = '"><script>alert(1)</script>'
    article = whole(headline=evil, standfirst=evil, slug="evil")
    author = article.authors[0]
    author.bio_en = evil
    author.save()
    html = get(client, "/news/express-entry/evil/")
    assert "<script>alert" not in html
    assert html.count("&lt;script&gt;alert(1)") >= 3
