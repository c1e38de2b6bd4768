"""The same page in the other languages: the language of a page is in its address."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.template import Context
from django.utils.translation import get_language

register = template.Library()


class Version(NamedTuple):
    """A page in one language; `path` begins with a slash and keeps the query string."""

    code: str
    label: str
    path: str
    is_current: bool


@register.simple_tag(takes_context=True)
def versions(context: Context) -> list[Version]:
    """The present page in each language of the site."""
    return list(_versions(context["request"]))


def _versions(request: Any) -> Iterator[Version]:
    query = request.GET.urlencode()
    bare = path_in(request.path, settings.LANGUAGE_CODE)
    for code, label in settings.LANGUAGES:
        path = path_in(bare, code) + (f"?{query}" if query else "")
        yield Version(code, label, path, code == get_language())


def path_in(path: str, language: str) -> str:
    """/fr/draws/ for /draws/ and the other way round."""
    for code, _label in settings.LANGUAGES:
        if code != settings.LANGUAGE_CODE and path.startswith(f"/{code}/"):
            path = path.removeprefix(f"/{code}")
    return path if language == settings.LANGUAGE_CODE else f"/{language}{path}"
