"""What pages say to search engines and to other sites, for their heads.

{% load machines %}
{% social_of article as social %}{% include "components/head.html" %}
{% article_data article body %}
"""

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString, mark_safe

from articles import social, structured
from articles.body import Body
from articles.models import Article, Author
from draws.models import Draw
from draws.social import of_draw
from publish.social import Social
from publish.structured import as_script

register = template.Library()


@register.simple_tag
def social_of(shown: Article | Author | Draw) -> Social:
    """What components/meta_social.html needs for the page of an article, an author or a draw."""
    if isinstance(shown, Article):
        return social.of_article(shown)
    if isinstance(shown, Author):
        return social.of_author(shown)
    return of_draw(shown)


@register.simple_tag
def article_data(article: Article, body: Body) -> SafeString:
    """NewsArticle, FAQPage where there are questions, and the way to the article."""
    return _scripts(
        structured.news_article(article),
        structured.faq_page(article, body.answers),
        structured.breadcrumbs(structured.steps_to(article)),
    )


@register.simple_tag
def author_data(author: Author) -> SafeString:
    """Who somebody is."""
    return _scripts(structured.person(author))


@register.simple_tag
def home_data() -> SafeString:
    """The site, its search and who publishes it: for the home page."""
    return _scripts(structured.website())


def _scripts(*objects: dict | None) -> SafeString:
    # Safe: each is made by as_script, which escapes.
    return mark_safe("".join(as_script(data) for data in _present(objects)))  # noqa: S308


def _present(objects: Iterable[dict | None]) -> Iterable[dict]:
    return (data for data in objects if data)
