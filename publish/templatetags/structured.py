"""Structured data in a page's head: {% json_ld data %}."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString

from publish.structured import as_script

register = template.Library()


@register.simple_tag
def json_ld(data: Mapping[str, Any] | None) -> SafeString | str:
    """One script element; nothing for nothing."""
    return as_script(data) if data else ""
