"""Draws in templates that no view fills: the strip on every page."""

from django import template

from draws.models import Draw

register = template.Library()


@register.simple_tag
def latest_draw() -> Draw | None:
    """The newest draw of any type; None before the first. One query."""
    return Draw.objects.newest_first().first()
