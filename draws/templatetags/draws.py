"""Draws in templates that no view fills: the strip on every page."""

from django import template
from django.template import Context

from draws.models import Draw

register = template.Library()


@register.simple_tag(takes_context=True)
def latest_draw(context: Context) -> Draw | None:
    """The newest draw of any type; None before the first. One query, none where the view has
    read the `newest_draws` for its page."""
    if "newest_draws" in context:
        return next(iter(context["newest_draws"]), None)
    return Draw.objects.newest_first().first()
