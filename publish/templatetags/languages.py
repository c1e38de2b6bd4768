"""The same page in the other languages: the language of a page is in its address."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.template import Context
from django.utils.translation import get_language

register = template.Library()


class Version(NamedTuple):
    """A page in one language; `path` begins with a slash and keeps the query string.

    A page that is not there in a language has a path all the same, which says so.
    """

    code: str
    label: str
    path: str
    is_current: bool
    is_there: bool = True


@register.simple_tag(takes_context=True)
def versions(context: Context) -> list[Version]:
    """The present page in each language of the site.

    A view whose page has an address of its own in each language, or is not in all of them,
    gives `sides`: language -> path.
    """
    return list(_versions(context["request"], context.get("sides")))


def _versions(request: Any, sides: Mapping[str, str] | None) -> Iterator[Version]:
    query = request.GET.urlencode()
    bare = path_in(request.path, settings.LANGUAGE_CODE)
    for code, label in settings.LANGUAGES:
        path = path_in(bare, code) + (f"?{query}" if query else "")
        own = path if sides is None else sides.get(code)
        yield Version(code, label, own or path, code == get_language(), own is not None)


def path_in(path: str, language: str) -> str:
    """/fr/draws/ for /draws/ and the other way round."""
    for code, _label in settings.LANGUAGES:
        if code != settings.LANGUAGE_CODE and path.startswith(f"/{code}/"):
            path = path.removeprefix(f"/{code}")
    return path if language == settings.LANGUAGE_CODE else f"/{language}{path}"
