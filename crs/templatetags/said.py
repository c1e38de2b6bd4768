"""What the rules say, in the language of the page: {{ line.rule|in_words }}."""

from django import template
from django.utils.translation import gettext

from crs.pages.words import label
from crs.wording import Said

register = template.Library()
register.filter(label)


@register.filter
def in_words(said: Said) -> str:
    return said.in_words(gettext)
