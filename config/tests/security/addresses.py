"""Every address that the site has, made from its own table of addresses: a new one is in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import get_resolver
from django.urls.resolvers import LocalePrefixPattern, RoutePattern, URLPattern, URLResolver

# For a part of a path: the first of these that its converter takes.
GUESSES = ("1", "2026-01-02", "json", "a")
_PART = re.compile(r"<(?:[^:>]+:)?([^>]+)>")


@dataclass(frozen=True, slots=True)
class Address:
    """A path that leads to a view; `route` is how it is written where addresses are named."""

    path: str
    route: str
    name: str
    view: Any


def addresses() -> Iterator[Address]:
    """One path for each address, without those that another one covers."""
    seen: set[str] = set()
    for parts, found in _walk(get_resolver()):
        path = "/" + "".join(map(_path, parts))
        if path not in seen:
            seen.add(path)
            route = "".join("" if isinstance(x, LocalePrefixPattern) else str(x) for x in parts)
            yield Address(path, route, found.name or "", found.callback)


def _walk(
    resolver: URLResolver, before: tuple[Any, ...] = ()
) -> Iterator[tuple[tuple[Any, ...], URLPattern]]:
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from _walk(each, (*before, each.pattern))
        else:
            yield (*before, each.pattern), each


def _path(pattern: Any) -> str:
    """A path that one part of an address takes."""
    if isinstance(pattern, LocalePrefixPattern):
        return ""
    if not isinstance(pattern, RoutePattern):
        return _of_expression(str(pattern))
    converters = pattern.converters
    return _PART.sub(lambda part: _guess(converters[part[1]]), str(pattern))


def _guess(converter: Any) -> str:
    return next(each for each in GUESSES if re.fullmatch(converter.regex, each))


def _of_expression(expression: str) -> str:
    """The admin writes a few of its addresses as expressions: groups, and what stands between."""
    plain = expression.removeprefix("^").removesuffix("$")
    return re.sub(r"\((?:\?P<\w+>)?([^()|]*)[^()]*\)", _group, plain)


def _group(found: re.Match[str]) -> str:
    return found[1] if re.fullmatch(r"\w+", found[1]) else "1"
