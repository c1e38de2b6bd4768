"""Bytes to rows: what both languages of the feed share before a single value is read.

The file was seen truncated, not valid JSON for 25 minutes (a line lost in a hand edit), and
replaced by an HTML page with status 200. All of that is refused whole.
"""

import json
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NoReturn

from draws.records import Unreadable, serial_of
from draws.sources.doubts import shown

MAX_COMMAS = 500_000  # 18,000 in the feed of spring 2026; more is no feed, and slow to find out
MAX_ROWS = 5000  # 448 rounds in twelve years
MAX_UNKNOWN = 10  # top-level keys; none was ever seen
MAX_DEPTH = 16  # a healthy body has three levels: feed, rounds, row


@dataclass(frozen=True, slots=True)
class Numeral:
    """A bare JSON number, kept as printed. The feed prints every figure as text."""

    text: str

    def __repr__(self) -> str:
        return self.text


class Row(dict[str, Any]):
    """A JSON object that remembers the keys it was given twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.pairs = pairs

    @property
    def repeated(self) -> list[str]:
        return [key for key, times in Counter(key for key, _ in self.pairs).items() if times > 1]


def rows_of(body: bytes) -> tuple[list[Any], list[str]]:
    """The rows of the feed as they stand, and the top-level keys that nobody knows.

    Raises Unreadable for a body that is no feed at all.
    """
    feed = _json(_text(body))
    if not isinstance(feed, Row):
        raise Unreadable(f"The top level is not a JSON object but {_kind(feed)}.")
    if "rounds" not in feed:
        raise Unreadable(f"The feed has no “rounds” list; its keys are {shown(list(feed))}.")
    if "rounds" in feed.repeated:
        raise Unreadable("The feed has more than one “rounds” list.")
    rows = feed["rounds"]
    if not isinstance(rows, list):
        raise Unreadable(f"“rounds” is not a list but {_kind(rows)}.")
    if not rows:
        raise Unreadable("The “rounds” list is empty.")
    if len(rows) > MAX_ROWS:
        raise Unreadable(f"{len(rows)} rows: more rounds than can have been held.")
    # “classes” styles the table on the official page. It says nothing about a round.
    unknown = [key for key in feed if key not in ("rounds", "classes")]
    if len(unknown) > MAX_UNKNOWN:
        raise Unreadable(f"The feed has {len(unknown)} unknown keys beside its rounds.")
    return rows, unknown


def refuse_disorder(numbers: list[str]) -> None:
    """The feed is newest first. Rows in another order, or twice, mean a broken file."""
    readable = [number for number in numbers if is_number(number)]
    for newer, older in pairwise(readable):
        if newer == older:
            raise Unreadable(f"Draw {newer} is there twice.")
        if serial_of(newer) < serial_of(older):
            raise Unreadable(f"The rows are out of order: draw {older} comes after draw {newer}.")


def is_number(text: str) -> bool:
    try:
        serial_of(text)
    except ValueError:
        return False
    return True


def written(value: Any) -> str:
    """The value as JSON on one line, pure ASCII: the same text however the file is indented."""
    if isinstance(value, Row):
        pairs = (f"{json.dumps(key)}: {written(each)}" for key, each in value.pairs)
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(written(each) for each in value) + "]"
    return value.text if isinstance(value, Numeral) else json.dumps(value)


def _text(body: bytes) -> str:
    # The French file flips between the two without saying so; the English one is plain ASCII.
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = body.decode(encoding).strip()
        except UnicodeDecodeError:
            continue
        break
    else:
        raise Unreadable("The body is not text: neither UTF-8 nor Windows-1252.")
    if not text:
        raise Unreadable("The body is empty.")
    if text.startswith("<"):
        raise Unreadable(f"The body is an HTML page, not the feed; it begins {shown(text[:40])}.")
    if text.count(",") > MAX_COMMAS:
        raise Unreadable("The body has far more values than the feed can have.")
    return text


def _json(text: str) -> Any:
    try:
        value = json.loads(
            text,
            object_pairs_hook=Row,
            parse_int=Numeral,
            parse_float=Numeral,
            parse_constant=_refuse_constant,
        )
    except json.JSONDecodeError as error:
        raise Unreadable(_why_no_json(text, error)) from None
    except RecursionError:
        raise Unreadable("The body is nested too deeply to be the feed.") from None
    if _depth_exceeds(value, MAX_DEPTH):
        raise Unreadable("The body is nested too deeply to be the feed.")
    return value


def _refuse_constant(name: str) -> NoReturn:
    raise Unreadable(f"The body is not valid JSON: it says {name}.")


def _why_no_json(text: str, error: json.JSONDecodeError) -> str:
    place = f"{error.msg.rstrip(':')} at line {error.lineno}, column {error.colno}"
    if text[0] in "{[" and text[-1] not in "}]":
        return f"The body is cut short: {place}."
    return f"The body is not valid JSON: {place}."


def _depth_exceeds(value: Any, limit: int) -> bool:
    """Level by level, without recursion: a bomb that json.loads survived must not go off later."""
    level = [value]
    for _ in range(limit):
        level = [child for each in level for child in _children(each)]
        if not level:
            return False
    return True


def _children(value: Any) -> list[Any]:
    if isinstance(value, Row):
        return [each for _, each in value.pairs]
    return value if isinstance(value, list) else []


def _kind(value: Any) -> str:
    names = {Row: "an object", list: "a list", str: "a text", bool: "true or false"}
    return names.get(type(value), "a number" if isinstance(value, Numeral) else "null")
