"""datapackage.json: what the files hold, by the Frictionless Data Package specification."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import override

from articles.release.fields import Field, Table
from publish.renderers.xml import rfc3339

NAME = "datapackage.json"
LICENSES = [
    {
        "name": "CC-BY-4.0",
        "path": "https://creativecommons.org/licenses/by/4.0/",
        "title": "Creative Commons Attribution 4.0, for what Cutline adds: the selection, the "
        "families, the notes on quality. Figures are facts of the governments that published "
        "them; the wording of names and streams remains theirs, under the terms of their sites.",
    }
]
SOURCES = [
    {
        "title": "Immigration, Refugees and Citizenship Canada: rounds of invitations",
        "path": "https://www.canada.ca/en/immigration-refugees-citizenship/corporate/mandate/"
        "policies-operational-instructions-agreements/ministerial-instructions/"
        "express-entry-rounds.html",
    },
    {"title": "Provinces and territories: the page of each row stands in its source_url"},
]


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of one file; `rows` of a table, None of the others."""

    name: str
    bytes: int
    sha256: str
    rows: int | None = None


def fact_of(path: Path, rows: int | None = None) -> Fact:
    """Read a file once, a piece at a time."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Fact(path.name, path.stat().st_size, digest, rows)


def as_json(
    edition: int, modified: datetime, tables: Sequence[Table], facts: Sequence[Fact]
) -> bytes:
    """The description of a release, in English with French beside it."""
    by_name = {fact.name: fact for fact in facts}
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "cutline",
        "title": "Cutline: Express Entry and provincial draws",
        "homepage": f"{settings.SITE_URL}/data/",
        "version": str(edition),
        "created": rfc3339(modified),
        "licenses": LICENSES,
        "sources": SOURCES,
        "resources": [_resource(table, by_name[f"{table.name}.csv"]) for table in tables],
        "_files": [
            {"path": fact.name, "bytes": fact.bytes, "hash": f"sha256:{fact.sha256}"}
            for fact in facts
        ],
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(table: Table, fact: Fact) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": fact.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_in_both("title", table.title),
        **_in_both("description", table.description),
        "bytes": fact.bytes,
        "hash": f"sha256:{fact.sha256}",
        "_rows": fact.rows,
        "schema": {
            "fields": [_field(field) for field in table.fields],
            "missingValues": [""],
            **({"primaryKey": list(table.key)} if table.key else {}),
        },
    }


def _field(field: Field) -> dict[str, Any]:
    made: dict[str, Any] = {"name": field.name, "type": field.type}
    if field.type == "datetime":
        made["format"] = "%Y-%m-%dT%H:%M:%SZ"
    made |= _in_both("description", field.meaning)
    if field.unit:
        made |= _in_both("_unit", field.unit)
    return made | ({"constraints": {"required": True}} if field.required else {})


def _in_both(name: str, text: object) -> dict[str, str]:
    said = {}
    for language, key in (("en", name), ("fr", f"_{name.lstrip('_')}_fr")):
        with override(language):
            said[key] = str(text)
    return said
