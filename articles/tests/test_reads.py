from datetime import date, timedelta

import pytest
from django.utils import timezone, translation

from articles import publishing
from articles.ads import boxes
from articles.body.blocks import BLOCKS
from articles.models import Ad, AdSlot, Article, BlockedTerm, Category, SearchTerm, Topic
from articles.prose.extensions import KINDS
from articles.related import related_to
from articles.tests.stories import PUBLISHED, hold_draws, published, side, story
from draws.models import Draw

pytestmark = pytest.mark.django_db


def slugs(found) -> list[str]:
    return [article.slug for article in found]


def on(article: Article, *topics: str) -> Article:
    rows = [
        Topic.objects.get_or_create(slug=slug, defaults={"name_en": slug, "name_fr": slug})[0]
        for slug in topics
    ]
    publishing.save_story(article.story, by=None, topics=rows)
    return article


def test_it_shows_what_is_published_at_a_moment():
    published(slug="past")
    tomorrow = timezone.now() + timedelta(days=1)
    ahead = side(story("future"), slug="future", state="published", published_at=tomorrow)
    Article.objects.bulk_create([ahead])
    publishing.save_draft(side(story("draft"), slug="draft"), by=None)
    assert slugs(Article.objects.published()) == ["past"]
    assert slugs(Article.objects.published(PUBLISHED - timedelta(seconds=1))) == []
    later = timezone.now() + timedelta(days=2)
    assert slugs(Article.objects.published(later).newest_first()) == ["future", "past"]


def test_it_finds_by_language_category_topic_author_and_draw():
    hold_draws()
    on(published(slug="a", draw="396"), "ties")
    published(slug="b", language="fr")
    every = Article.objects.all()
    assert slugs(every.in_language("fr")) == ["b"]
    assert len(every.in_category("express-entry")) == 2
    assert slugs(every.on_topic("ties")) == ["a"]
    assert len(every.by_author("noor")) == 2
    assert slugs(every.about_draw(Draw.objects.get(number="396"))) == ["a"]
    assert not every.in_category("x") | every.on_topic("x") | every.by_author("x")


def test_it_walks_to_the_articles_before_and_after_also_at_one_moment():
    first, second, third = (published(slug=slug) for slug in "abc")
    assert slugs(Article.objects.before(second)) == [first.slug]
    assert slugs(Article.objects.after(second)) == [third.slug]
    assert slugs(Article.objects.before(third)) == ["b", "a"]
    assert slugs(Article.objects.after(first)) == ["b", "c"]


def test_it_leaves_out_draws_that_a_later_one_of_the_family_has_followed():
    hold_draws()
    for number in ("392", "394", "396"):
        published(slug=f"draw-{number}", draw=number)
    published(slug="guide")
    assert set(slugs(Article.objects.not_superseded())) == {"draw-394", "draw-396", "guide"}
    old = Article.objects.get(slug="draw-392").story
    assert old.superseding_draw().number == "396"
    assert Article.objects.get(slug="draw-394").story.superseding_draw() is None
    assert Article.objects.get(slug="guide").story.superseding_draw() is None


def test_it_relates_by_topics_then_category_then_time():
    other = Category.objects.create(slug="other", name_en="Other", name_fr="Autre")
    article = on(published(slug="a"), "x", "y")
    on(published(slug="one-topic"), "x")
    on(published(slug="two-topics"), "x", "y", "z")
    published(slug="newer", at=PUBLISHED + timedelta(days=1))
    published(slug="older")
    elsewhere = published(slug="elsewhere", at=PUBLISHED + timedelta(days=9))
    elsewhere.story.category = other
    publishing.save_story(elsewhere.story, by=None)
    published(slug="french", language="fr")
    expected = ["two-topics", "one-topic", "newer", "older", "elsewhere"]
    assert slugs(related_to(article, timezone.now(), 9)) == expected
    assert slugs(related_to(article, timezone.now(), 2)) == expected[:2]
    left = {Article.objects.get(slug="one-topic").story_id}
    assert slugs(related_to(article, timezone.now(), 2, left)) == ["two-topics", "newer"]


def test_it_relates_no_draw_that_a_later_one_has_followed_and_nothing_that_nobody_can_read():
    hold_draws()
    article = published(slug="a")
    for number in ("392", "396"):
        published(slug=f"draw-{number}", draw=number)
    publishing.save_draft(side(story("draft"), slug="draft"), by=None)
    assert slugs(related_to(article, timezone.now(), 9)) == ["draw-396"]


def test_it_reads_cards_in_two_queries_and_a_page_in_five(django_assert_num_queries):
    for slug in "abcd":
        on(published(slug=slug), "x", "y")
    with django_assert_num_queries(2):
        for article in Article.objects.published().for_list():
            assert article.authors[0].name == "Noor Haddad"
            assert article.get_absolute_url()
    with django_assert_num_queries(5):
        for article in Article.objects.published().for_page():
            list(article.questions.all())
            article.story.translation("fr")
            list(article.story.topics.all())


def test_it_keeps_the_address_of_an_article_in_its_own_language():
    article = published(slug="une", language="fr")
    with translation.override("en"):
        assert article.get_absolute_url() == "/fr/news/express-entry/une/"


def test_it_speaks_the_language_of_the_page():
    row = Category(slug="c", name_en="How it works", name_fr="Comment ça marche")
    with translation.override("fr"):
        assert row.name == "Comment ça marche"
    row.name_fr = ""
    with translation.override("fr"):
        assert row.name == "How it works"


def test_it_trends_without_rare_and_blocked_terms():
    today = date(2026, 2, 17)
    counts = {("tie break", 0): 4, ("tie break", 3): 4, ("cec", 0): 5, ("old", 9): 50}
    for (term, days), count in counts.items():
        SearchTerm.objects.create(day=today - timedelta(days=days), term=term, count=count)
    SearchTerm.objects.create(day=today, term="rare", count=1)
    SearchTerm.objects.create(day=today, term="rude", count=99)
    BlockedTerm.objects.create(term="rude")
    found = SearchTerm.objects.trending(today - timedelta(days=6), least=3)
    assert [(row["term"], row["searches"]) for row in found] == [("tie break", 8), ("cec", 5)]


def ad(name: str, **values) -> Ad:
    return Ad.objects.create(**{"name": name, "position": "list", "link": "/"} | values)


def shown(language: str = "en") -> str | None:
    box = boxes(language, PUBLISHED)["list"]
    return box.ad.name if box.ad else None


def test_it_prefers_paid_then_priority_then_newest():
    assert shown() is None
    for name, values in (
        ("house", {"is_house": True, "priority": 9}),
        ("paid", {}),
        ("paid later", {}),
        ("urgent", {"priority": 1}),
    ):
        ad(name, **values)
        assert shown() == name


def test_it_keeps_advertisements_to_their_time_and_language():
    ad("over", ends_at=PUBLISHED)
    ad("soon", starts_at=PUBLISHED + timedelta(seconds=1))
    ad("french", language="fr")
    assert shown() is None
    assert shown("fr") == "french"
    ad("now", starts_at=PUBLISHED, ends_at=PUBLISHED + timedelta(seconds=1))
    assert shown() == "now"


@pytest.mark.parametrize(
    ("narrow", "wide", "css"),
    [
        ("box", "box", "ad"),
        ("banner", "banner", "ad ad-wide"),
        ("box", "banner", "ad ad-wide ad-tall-s"),
        ("banner", "box", "ad ad-low-s"),
        ("none", "box", "ad hide-s"),
        ("box", "none", "ad only-s"),
    ],
)
def test_it_keeps_the_room_that_an_editor_set(narrow, wide, css):
    AdSlot.objects.create(position="list", narrow=narrow, wide=wide)
    assert boxes("en", PUBLISHED)["list"].css == css


def test_it_keeps_no_room_at_a_position_that_is_switched_off():
    AdSlot.objects.create(position="list", narrow="none", wide="none")
    assert "list" not in boxes("en", PUBLISHED)


def test_it_offers_exactly_the_blocks_that_can_be_drawn():
    assert set(KINDS) == set(BLOCKS)
