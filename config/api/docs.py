"""The documentation: made from the API's own description, without a script."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from config.api.paging import BLANK
from publish.pages import page


class Operation(NamedTuple):
    """One address of the API as the page shows it."""

    key: str
    method: str
    path: str
    summary: str
    parameters: list[dict[str, Any]]
    fields: list[dict[str, Any]]
    curl: str
    python: str


# An address that answers something, for each operation: what the examples ask for.
EXAMPLES = {
    "/draws": "/draws?family=cec&year=2026",
    "/draws/{number}": "/draws/396?as_of=2026-02-20",
    "/pool": "/pool?limit=1",
    "/pnp/events": "/pnp/events?province=ontario&year=2026",
    "/pnp/events/{province}/{day}": "/pnp/events/ontario/2026-02-02",
    "/pnp/rows": "/pnp/rows?kind=pnp&updated_since=2026-09-01",
    "/articles": "/articles?language=fr&topic=tie-break",
    "/articles/{article}": "/articles/1",
    "/search": "/search?q=tie-break",
    "/invited": "/invited?score=508&submitted=2025-04-02T14:20:00Z&eligible=cec",
}
# What is sent to an address that reads a body.
BODIES = {
    "/crs/score": {
        "age": 29,
        "education": "bachelor_or_3yr",
        "first_language": {"test": "ielts_gt", "scores": {"R": 7, "W": 6.5, "L": 8, "S": 7}},
        "canadian_work_years": 1,
    },
    "/eligibility": {
        "age": 31,
        "education": "two_year",
        "first_language": {"clb": 7},
        "work": [{"noc": "72106", "where": "canada", "from": "2024-06-01"}],
        "outside_quebec": True,
    },
}


@page()
def docs(request: HttpRequest) -> HttpResponse:
    """Every operation with its parameters, its fields and an example in curl and Python."""
    from config.api.root import api

    schema = api.get_openapi_schema(path_prefix="")
    groups: dict[str, list[Operation]] = {}
    for path, methods in schema["paths"].items():
        for method, about in methods.items():
            # Apart from the call, or the name of the key is taken for a string to translate.
            tag = about["tags"][0]
            groups.setdefault(gettext(tag), []).append(_operation(schema, path, method, about))
    context = {"groups": groups, "base": f"{settings.SITE_URL}/api/v1"}
    return render(request, "api/docs.html", context)


def _operation(schema: dict[str, Any], path: str, method: str, about: dict[str, Any]) -> Operation:
    address = f"{settings.SITE_URL}/api/v1{EXAMPLES.get(path, path)}"
    return Operation(
        key=about["operationId"],
        method=method.upper(),
        path=f"/api/v1{path}",
        summary=gettext(about["summary"]),
        parameters=[
            {"name": one["name"], "type": _type(one["schema"]), "description": _said(one)}
            for one in about.get("parameters", [])
        ],
        fields=_fields(schema, about["responses"][200]["content"]["application/json"]["schema"]),
        curl=_curl(address, BODIES.get(path)),
        python=_python(address, BODIES.get(path)),
    )


def _curl(address: str, body: dict[str, Any] | None) -> str:
    if body is None:
        return f"curl '{address}'"
    return f"curl '{address}' --json '{json.dumps(body)}'"


def _python(address: str, body: dict[str, Any] | None) -> str:
    if body is None:
        return (
            "import json\nfrom urllib.request import urlopen\n\n"
            f'with urlopen("{address}") as answer:\n    found = json.load(answer)\n'
        )
    return (
        "import json\nfrom urllib.request import urlopen\n\n"
        f'body = json.dumps({body!r}).encode()\nwith urlopen("{address}", body) as answer:\n'
        "    found = json.load(answer)\n"
    )


def _fields(schema: dict[str, Any], of: dict[str, Any]) -> list[dict[str, Any]]:
    """The fields of one object, or of the objects of a list or of a page of it."""
    found = _resolved(schema, of)
    found = _resolved(schema, found.get("items", found))
    page = found.get("properties", {}).get("items")
    return list(_inside(schema, _resolved(schema, page["items"]) if page else found))


def _inside(
    schema: dict[str, Any], found: dict[str, Any], before: str = ""
) -> Iterator[dict[str, Any]]:
    """Each field, and after it those within it: pool, pool.total."""
    for name, about in found.get("properties", {}).items():
        within = _object_in(schema, about)
        kind = about.get("type", "object") if within else _type(about)
        yield {"name": before + name, "type": kind, "description": _said(about)}
        if within:
            yield from _inside(schema, within, f"{before}{name}.")


def _object_in(schema: dict[str, Any], about: dict[str, Any]) -> dict[str, Any] | None:
    """The object that a field is, may be, or is a list of."""
    for part in (about, about.get("items", {}), *about.get("anyOf", [])):
        if "$ref" in part:
            return _resolved(schema, part)
    return None


def _resolved(schema: dict[str, Any], of: dict[str, Any]) -> dict[str, Any]:
    name = of.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = schema["components"]["schemas"][name] if name else of
    return found


def _said(about: dict[str, Any]) -> str:
    """The description in the language of the page; they are marked where they are written."""
    text = about.get("description", "")
    return gettext(text) if text else ""


def _type(about: dict[str, Any]) -> str:
    parts = [part for part in about.get("anyOf", [about]) if part != BLANK]
    return ", ".join(
        part.get("format") or part.get("type") or part.get("$ref", "").rpartition("/")[2]
        for part in parts
    )
