"""What search engines and other sites are told about our pages."""

import json
from datetime import timedelta

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from articles import structured
from articles.body import Body, body_of
from articles.models import Article, ArticleQuestion
from articles.social import of_article, of_author
from articles.tests import newsroom
from draws.social import of_draw
from publish.social import Social
from publish.structured import as_script

pytestmark = pytest.mark.django_db

HOST = "http://localhost:8000"
URL = f"{HOST}/news/express-entry/draw-396/"


def objects(*given: dict | None) -> dict[str, dict]:
    """What search engines read, by its type: each object as its script element has it."""
    scripts = [as_script(data) for data in given if data]
    pieces = [script.removeprefix('<script type="application/ld+json">') for script in scripts]
    found = [json.loads(piece.removesuffix("</script>")) for piece in pieces]
    return {data["@type"]: data for data in found}


def on_page(article: Article) -> Article:
    return Article.objects.for_page().get(pk=article.pk)


def told(article: Article) -> dict[str, dict]:
    shown = on_page(article)
    return objects(*about(shown, body_of(shown)))


def about(article: Article, body: Body) -> list[dict | None]:
    return [
        structured.news_article(article),
        structured.faq_page(article, body.answers),
        structured.breadcrumbs(structured.steps_to(article)),
    ]


def test_an_article_says_what_google_asks_of_news():
    story = newsroom.story(checked_by=newsroom.author("daniel-okafor", "Daniel Okafor"))
    story.topics.add(newsroom.topic())
    updated = newsroom.PUBLISHED + timedelta(hours=3)
    news = told(newsroom.article(story=story, updated_at=updated))["NewsArticle"]
    assert news["headline"] == "Headline of draw-396"
    assert news["mainEntityOfPage"] == URL
    assert news["datePublished"] == "2026-02-17T16:52:00Z"
    assert news["dateModified"] == "2026-02-17T19:52:00Z"
    assert news["author"] == [
        {
            "@type": "Person",
            "@id": f"{HOST}/authors/noor-haddad/#person",
            "name": "Noor Haddad",
            "url": f"{HOST}/authors/noor-haddad/",
        }
    ]
    assert news["editor"]["name"] == "Daniel Okafor"
    assert news["publisher"]["name"] == "Cutline"
    assert news["publisher"]["logo"]["url"] == f"{HOST}/logo.png"
    assert (news["inLanguage"], news["articleSection"]) == ("en", "Express Entry")
    assert news["keywords"] == ["Tie-break"]


def test_a_long_headline_ends_at_a_word():
    news = told(newsroom.article(headline="word " * 30 + "end"))["NewsArticle"]
    assert len(news["headline"]) <= 110
    assert news["headline"].endswith("word…")


def test_questions_come_with_the_answers_of_the_page():
    newsroom.draw("396", crs=508)
    article = newsroom.article()
    ArticleQuestion.objects.create(
        article=article,
        slug="same-score",
        own_question="What if </script> I have 508?",
        own_answer='<p>At <data value="draw/396/crs">1</data>, the tie-break decides.</p>',
    )
    (question,) = told(article)["FAQPage"]["mainEntity"]
    assert question["name"] == "What if </script> I have 508?"
    assert question["@id"] == f"{URL}#q-same-score"
    assert question["acceptedAnswer"]["text"] == "At 508, the tie-break decides."


def test_an_article_without_questions_has_no_faq():
    assert "FAQPage" not in told(newsroom.article())


def test_the_breadcrumb_leads_from_home_to_the_article():
    items = told(newsroom.article())["BreadcrumbList"]["itemListElement"]
    assert [(item["position"], item["name"], item["item"]) for item in items] == [
        (1, "Home", f"{HOST}/"),
        (2, "News", f"{HOST}/news/"),
        (3, "Express Entry", f"{HOST}/news/express-entry/"),
        (4, "Headline of draw-396", URL),
    ]


def test_the_data_of_a_page_read_no_more_rows(django_assert_num_queries):
    story = newsroom.story(checked_by=newsroom.author())
    story.topics.add(newsroom.topic())
    shown = on_page(newsroom.article(story=story))
    body = body_of(shown)
    with django_assert_num_queries(0):
        objects(*about(shown, body))
        of_article(shown)


def test_an_author_is_a_person_and_the_home_page_a_site_with_a_search():
    person = objects(structured.person(newsroom.author()))["ProfilePage"]["mainEntity"]
    assert (person["@type"], person["name"]) == ("Person", "Noor Haddad")
    site = objects(structured.website())["WebSite"]
    assert site["potentialAction"]["target"] == f"{HOST}/search/?q={{search_term_string}}"


def test_an_episode_names_its_sound_and_its_series(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    data = structured.podcast_episode(newsroom.episode(3))
    assert data["associatedMedia"]["contentUrl"].startswith(f"{HOST}/media/podcast/")
    assert data["associatedMedia"]["duration"] == data["timeRequired"]
    assert data["partOfSeries"]["url"] == f"{HOST}/podcast/"
    assert data["datePublished"] == "2026-02-17T16:52:00Z"


def meta(social: Social, **values: str) -> str:
    template = Template('{% include "components/meta_social.html" %}')
    given = {"social": social, "SITE_URL": HOST, "canonical": "/x/", **values}
    return template.render(Context(given | {"request": RequestFactory().get("/x/")}))


def test_a_shared_article_shows_the_card_of_its_draw():
    story = newsroom.story(draw=newsroom.draw())
    html = meta(
        of_article(on_page(newsroom.article(story=story))), title='A "b"', description="C & d"
    )
    for line in (
        '<meta property="og:type" content="article">',
        '<meta property="og:title" content="A &quot;b&quot;">',
        f'<meta property="og:url" content="{HOST}/x/">',
        f'<meta property="og:image" content="{HOST}/cards/draw/396.png">',
        '<meta property="og:image:width" content="1200">',
        '<meta property="og:image:alt" content="Draw 396: cut-off 508">',
        '<meta property="article:published_time" content="2026-02-17T16:52:00Z">',
        f'<meta property="article:author" content="{HOST}/authors/noor-haddad/">',
        '<meta name="twitter:card" content="summary_large_image">',
    ):
        assert line in html
    assert 'content="C &amp; d"' in html


def test_a_shared_draw_shows_its_card_and_another_page_none():
    assert f"{HOST}/cards/draw/91a.png" in meta(of_draw(newsroom.draw("91a")))
    html = meta(of_author(newsroom.author()))
    assert '<meta name="twitter:card" content="summary">' in html
    assert "og:image" not in html
