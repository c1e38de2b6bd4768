"""The 31 keys of a row of the feed, and the texts under them."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from draws.families import collapse
from draws.records import POOL_FIELDS, Problem, RoundRecord
from draws.sources.body import Numeral, Row, is_number, written
from draws.sources.doubts import Doubts, shown

# Keys that must be there though no figure is read from them: links to the official page.
LINKS = ("drawNumberURL", "mitext", "DrawText1")
FACTS = (
    "drawNumber",
    "drawDate",
    "drawDateFull",
    "drawName",
    "drawSize",
    "drawCRS",
    "drawText2",
    "drawDateTime",
    "drawCutOff",
    "drawDistributionAsOn",
)
KEYS = frozenset((*LINKS, *FACTS, *POOL_FIELDS))

LONGEST_FACT = 200  # the longest seen has 118 characters
LONGEST_LINK = 2000
MOST_TOLD = 8  # doubts about one row that its message spells out


def texts_of(row: Row, doubts: Doubts, keys: frozenset[str] = KEYS) -> dict[str, str]:
    """The best text under each known key, white space collapsed; "" where there is none.

    Every way in which the row is not a plain object of texts becomes a doubt.
    """
    for key in row.repeated:
        doubts.add("repeated-key", f"has the key {shown(key)} more than once")
    for key in sorted(keys - row.keys()):
        doubts.add("missing-key", f"has no {key}")
    for key, value in row.items():
        if key in keys:
            _doubt_value(key, value, doubts)
    return {key: _best_text(row.get(key)) for key in keys}


def doubt_unknown_keys(row: Row, doubts: Doubts) -> None:
    for key in sorted(row.keys() - KEYS):
        doubts.add("unknown-key", f"has the unknown key {shown(key)}")


def number_of(row: Any) -> str:
    """The draw number of a row as printed, "" where there is none."""
    return _best_text(row.get("drawNumber")) if isinstance(row, Row) else ""


def is_clean(text: str) -> bool:
    """Whether every character can be stored and shown.

    Not NUL, half a surrogate pair, nor a mark that turns the direction of the text after it.
    """
    return (text.isascii() and text.isprintable()) or not any(map(_is_control, text))


def _is_control(character: str) -> bool:
    return unicodedata.category(character).startswith("C")


def _doubt_value(key: str, value: Any, doubts: Doubts) -> None:
    if not isinstance(value, str):
        doubts.add("bad-shape", f"{key} is not a text: {shown(value)}")
    elif not is_clean(collapse(value)):
        doubts.add("bad-shape", f"{key} has characters that no text has: {shown(value)}")
    elif len(value) > (LONGEST_LINK if key in LINKS else LONGEST_FACT):
        doubts.add("bad-shape", f"{key} is too long: {shown(value)}")


def _best_text(value: Any) -> str:
    if isinstance(value, Numeral):
        return value.text
    return collapse(value) if isinstance(value, str) and is_clean(collapse(value)) else ""


def no_object(row: Any, place: int) -> Problem:
    return Problem("", "bad-shape", f"Row {place} is not an object: {shown(row)}.", written(row))


def problem(
    row: Row,
    place: int,
    texts: Mapping[str, str],
    doubts: Doubts,
    record: RoundRecord | None = None,
) -> Problem:
    """One problem for a row with one doubt or more. A lone unknown label stands for itself."""
    number = texts["drawNumber"] if is_number(texts["drawNumber"]) else ""
    code = doubts.found[0].code
    # A value that is missing or of the wrong kind is blank as well; saying it once is enough.
    told = [doubt for doubt in doubts.found if doubt.code != "blank"] or doubts.found
    reasons = "; ".join(str(doubt) for doubt in told[:MOST_TOLD])
    if len(told) > MOST_TOLD:
        reasons += f"; and {len(told) - MOST_TOLD} more"
    message = f"{f'Draw {number}' if number else f'Row {place}'}: {reasons}."
    raw = texts["drawName"] if code == "unknown-label" else written(row)
    return Problem(number, code, message, raw, record)
