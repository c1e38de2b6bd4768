"""The whole text of articles for feeds, all of them rendered together."""

from collections.abc import Iterable
from functools import cached_property

from django.template.loader import render_to_string

from articles.body import bodies
from articles.models import Article
from articles.social import picture_of


class FeedTexts:
    """texts[article] is its text as HTML. Nothing is read before the first is asked for."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = articles

    def __getitem__(self, article: Article) -> str:
        return self._texts.get(article.pk, "")

    @cached_property
    def _texts(self) -> dict[int, str]:
        articles = list(self._articles)
        found = bodies(articles, plain=True)
        return {
            article.pk: render_to_string(
                "articles/feed_text.html",
                {"body": found[article.pk], "picture": picture_of(article), "article": article},
            )
            for article in articles
        }
