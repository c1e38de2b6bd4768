"""What the record says of an article, beside its form."""

from typing import Any

from django import template
from django.template import Context

from articles.models import Article
from articles.receipt.panel import Panel, panel_of
from articles.receipt.written import stored

register = template.Library()


@register.simple_tag(takes_context=True)
def claims_panel(context: Context, article: Article | None) -> Panel | None:
    """The panel for an article as stored; None for one that is not."""
    if not isinstance(article, Article) or article.pk is None:
        return None
    user: Any = context["request"].user
    return panel_of(stored(article), user)
