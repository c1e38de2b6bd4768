"""On the demonstration content, what is related is what a look at every article would find."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.models import Article
from articles.related import related_to

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bundled")]


def ranked(article, readable):
    """All others of the language, by the rule itself."""
    topics = {topic.pk for topic in article.story.topics.all()}

    def rank(other):
        shared = len(topics & {topic.pk for topic in other.story.topics.all()})
        same = other.story.category_id == article.story.category_id
        return (shared, same, other.published_at, other.pk)

    others = [other for other in readable if other.story_id != article.story_id]
    return sorted(others, key=rank, reverse=True)


def test_it_finds_what_a_look_at_every_article_finds():
    call_command("load_demo", verbosity=0)
    for language in ("en", "fr"):
        found = Article.objects.published().in_language(language)
        rows = found.select_related("story").prefetch_related("story__topics")
        readable = list(rows.not_superseded())
        assert len(readable) > 5
        for article in rows:
            wanted = ranked(article, readable)
            assert related_to(article, timezone.now(), 12) == wanted[:12]
            assert related_to(article, timezone.now(), 100) == wanted
