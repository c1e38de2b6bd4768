"""The minimums of the programs and the grid, from data."""

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from crs.rules import Steps

FOLDER = Path(__file__).parents[1] / "data"


@cache
def programs() -> dict[str, Any]:
    """The tables of `programs.toml`, with those of the grid as steps."""
    data = tomllib.loads((FOLDER / "programs.toml").read_text("utf-8"))
    for name in ("first_language", "work", "age"):
        data["grid"][name] = Steps(data["grid"][name])
    return data


@cache
def categories() -> dict[str, list[dict[str, Any]]]:
    """The entries of `categories.toml` by family of draws."""
    return tomllib.loads((FOLDER / "categories.toml").read_text("utf-8"))


def category_on(family: str, on: dt.date) -> dict[str, Any] | None:
    """What a category asks for on a day; None while it is not in use."""
    for entry in categories()[family]:
        if entry["from"] <= on <= entry.get("until", dt.date.max):
            return entry
    return None


def funds_needed(family_size: int, on: dt.date) -> tuple[int, dt.date]:
    """Canadian dollars for a family, and the first day of the table (the oldest one before it)."""
    tables = programs()["funds"]
    table = next((each for each in reversed(tables) if each["from"] <= on), tables[0])
    amounts = table["amounts"]
    size = max(family_size, 1)
    more = max(size - len(amounts), 0) * table["each_more"]
    return amounts[min(size, len(amounts)) - 1] + more, table["from"]
