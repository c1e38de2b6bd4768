"""What we corrected in articles that readers had seen."""

from articles.models import Article, ArticleChange, active_language
from articles.models.changes import ArticleChangeQuerySet


def corrections() -> ArticleChangeQuerySet:
    """Our corrections of articles that readers can read in the active language, newest first."""
    readable = Article.objects.published().in_language(active_language())
    found: ArticleChangeQuerySet = ArticleChange.objects.filter(article__in=readable)
    return found.corrections().newest_first().select_related("article__story__category", "revision")
