"""Rows as the bytes of the official file: CRLF, and indented by whoever added the round."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from draws.records import RoundRecord, serial_of
from draws.standin.rows import rows_of

LINE = "\r\n"

# From this round on each is one long line, before that each key has a line of its own.
_FIRST_ON_ONE_LINE = serial_of("396")


def feed(rounds: Iterable[RoundRecord], language: str = "en", encoding: str = "utf-8") -> bytes:
    """The file of one language. `encoding` is of the French one: "utf-8" or "cp1252"."""
    return printed(rows_of(rounds, language), language, encoding)


def printed(rows: Sequence[Mapping[str, Any]], language: str, encoding: str = "utf-8") -> bytes:
    """Rows as the file has them, in its mixed indentation."""
    blocks = [_block(row, place) for place, row in enumerate(rows)]
    head = f'{{{LINE}    "classes": "wb-tables",{LINE}    "rounds": [{LINE}    {LINE}'
    text = head + f",{LINE}{LINE}".join(blocks) + f"{LINE}    ]{LINE}}}{LINE}"
    return encoded(text, language, encoding)


def reindented(rows: Sequence[Mapping[str, Any]], language: str, encoding: str) -> bytes:
    """The same rows, all indented alike: other bytes, nothing new."""
    body = {"classes": "wb-tables", "rounds": rows}
    text = json.dumps(body, ensure_ascii=False, indent=2).replace("\n", LINE)
    return encoded(text, language, encoding)


def encoded(text: str, language: str, encoding: str) -> bytes:
    """The English file is pure ASCII; the French one flips between two encodings."""
    if language == "fr":
        try:
            return text.encode(encoding)
        except UnicodeEncodeError:
            pass  # a character that Windows-1252 lacks: escaped, as below
    return "".join(each if each.isascii() else json.dumps(each)[1:-1] for each in text).encode()


def _block(row: Mapping[str, Any], place: int) -> str:
    if _serial(row) >= _FIRST_ON_ONE_LINE:
        indent = "\t\t" if place % 3 else " " * 8
        return indent + json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    indent = " " * (10 if place % 7 == 0 else 12)
    lines = (f"{indent}{_text(key)}: {_text(value)}" for key, value in row.items())
    return f"        {{{LINE}" + f",{LINE}".join(lines) + f"{LINE}        }}"


def _serial(row: Mapping[str, Any]) -> int:
    try:
        return serial_of(str(row["drawNumber"]))
    except ValueError:
        return _FIRST_ON_ONE_LINE


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
