"""The lists of occupations behind the categories: which are in use, since when, and how sure."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crs.eligibility.rules import categories, category_on
from crs.occupations import Occupation, occupations, search
from crs.pages.words import title_of
from crs.wording import Said
from draws.families import FAMILIES, Family


@dataclass(frozen=True, slots=True)
class Listed:
    """One list of one category. `until` None: in use. `why` says what the list rests on."""

    family: Family
    since: dt.date
    until: dt.date | None
    hours: int | None
    in_canada: bool
    is_certain: bool
    why: Said
    occupations: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """An occupation that was looked for, and the lists that have it, newest first."""

    noc: str
    title: str
    language: str
    now: tuple[Listed, ...]
    before: tuple[Listed, ...]


def lists(on: dt.date) -> list[Listed]:
    """Every list in use on a day."""
    found = ((family, category_on(family, on)) for family in categories())
    return [_listed(family, entry) for family, entry in found if entry and "occupations" in entry]


def with_words(words: str, on: dt.date) -> list[Row]:
    """The occupations that have all the words or begin with the code."""
    return [_row(each, on) for each in search(words)]


def _row(occupation: Occupation, on: dt.date) -> Row:
    every = [
        _listed(family, entry)
        for family, entry in _entries()
        if occupation.noc in entry.get("occupations", ()) and entry["from"] <= on
    ]
    return Row(
        noc=occupation.noc,
        title=title_of(occupation)[0],
        language=title_of(occupation)[1],
        now=tuple(each for each in every if each.until is None or each.until >= on),
        before=tuple(each for each in every if each.until is not None and each.until < on),
    )


def _entries() -> Iterator[tuple[str, dict[str, Any]]]:
    for family, entries in categories().items():
        for entry in reversed(entries):
            yield family, entry


def _listed(family: str, entry: dict[str, Any]) -> Listed:
    known = occupations()
    return Listed(
        family=FAMILIES[family],
        since=entry["from"],
        until=entry.get("until"),
        hours=entry.get("hours"),
        in_canada=entry.get("where") == "canada",
        is_certain=entry["certainty"] == "high",
        why=Said(f"list-{entry['why']}"),
        occupations=tuple(
            (noc, *title_of(known[noc])) for noc in entry["occupations"] if noc in known
        ),
    )
