"""The versions of an article: what stood in each, and what stood under it."""

from typing import Any

from articles.models import Article, ArticleQuestion

# What a version gives back. Its address, its moments and its state are not words.
WORDS = ("headline", "standfirst", "body", "seo_title", "seo_description")


def put_back(version: Any, article: Article) -> None:
    """The words of a version into the article. The article is not saved."""
    for name in WORDS:
        setattr(article, name, getattr(version, name))


def questions_of(version: Any) -> list[ArticleQuestion]:
    """What stood under the article while this version was its newest, in order.

    Questions are stored after their article, so they are read just before its next version.
    """
    later = Article.history.filter(id=version.id, history_id__gt=version.history_id)
    following = later.order_by("history_id").values_list("history_date", flat=True).first()
    if following is None:
        return list(ArticleQuestion.objects.filter(article=version.id))
    history: Any = ArticleQuestion.history
    rows = history.as_of(following).filter(article=version.id)
    return sorted(rows, key=lambda row: (row.position, row.pk))
