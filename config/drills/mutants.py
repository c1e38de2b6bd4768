"""Bodies that are not what they should be, from good ones, the same for the same seed."""

import json
import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

Mutation = Callable[[Random, bytes], bytes]

TEXTS = (
    *(
        "",
        " ",
        "0",
        "-1",
        "N/A",
        "null",
        "1,2,3",
        "5O8",
        "٥٠٨",
        "5\u00a0000",
        "6.000",
        "6,00",
        "99999999",
    ),
    *(
        "1e3",
        "1e999",
        "NaN",
        "=1+1",
        "<b>508</b>",
        "508 ",
        "\u200b508",
        "508\x00",
        "1201",
        "12 000",
    ),
    *("February 30, 2026", "2026-13-01", "2099-01-01", "01/02/2026", "0001-01-01", "2026-02-17T"),
    *("March 16, 2025 at 29:35:59 UTC", "midi", "\ud800", "x" * 5000, "500-600", "½", "−500"),
)
VALUES: tuple[Any, ...] = (*TEXTS, None, True, 508, -3, 5.5, 10**30, [], {}, ["508"], {"a": {}})
SCRAPS = (
    *("", " ", "<", ">", "</td>", "<td>", "</tr><tr>", "</table>", "<table>", "&lt;", "&nbsp;"),
    *('rowspan="999999"', 'colspan="9"', "-1", "0", "99999999", "May 33, 2026", "\x00", "\u200b"),
    *("N/A", "–", "<b>", "<!--", "-->", "<script>", "١٢", "²", "&#0;", "&#xD800;", "<![CDATA["),
)
DIGITS = re.compile(rb"\d+")
CELLS = re.compile(rb"<t[dh]\b.*?</t[dh]>", re.DOTALL | re.IGNORECASE)
TAGS = re.compile(rb"<[^>]*>")


def of_feed(random: Random, body: bytes) -> bytes:
    """One to three mutations of a JSON feed."""
    return _some(random, body, (*BYTES, *JSON, *JSON, *JSON, *CODINGS))


def of_page(random: Random, body: bytes) -> bytes:
    """One to three mutations of an HTML page."""
    return _some(random, body, (*BYTES, *HTML, *HTML, *CODINGS))


def _some(random: Random, body: bytes, among: Sequence[Mutation]) -> bytes:
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        body = random.choice(among)(random, body)
    return body


def _span(random: Random, body: bytes, longest: int = 400) -> tuple[int, int]:
    start = random.randrange(len(body) + 1)
    return start, min(len(body), start + random.randint(0, longest))


def flip(random: Random, body: bytes) -> bytes:
    changed = bytearray(body or b" ")
    for _ in range(random.randint(1, 8)):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def cut(random: Random, body: bytes) -> bytes:
    start, end = _span(random, body)
    return body[:start] + body[end:]


def double(random: Random, body: bytes) -> bytes:
    start, end = _span(random, body)
    return body[:end] + body[start:]


def truncate(random: Random, body: bytes) -> bytes:
    return body[: random.randrange(len(body) + 1)]


def graft(random: Random, body: bytes) -> bytes:
    at, _end = _span(random, body)
    return body[:at] + random.randbytes(random.randint(1, 40)) + body[at:]


def other_digits(random: Random, body: bytes) -> bytes:
    """A number becomes another one: what a correction looks like, or a slip."""
    found = list(DIGITS.finditer(body))
    for match in random.sample(found, min(len(found), random.choice((1, 1, 2, 12)))):
        size = len(match[0])
        digits = "".join(random.choice("0123456789") for _ in range(size)).encode()
        body = body[: match.start()] + digits + body[match.end() :]
    return body


def nest(random: Random, body: bytes) -> bytes:
    deep = random.choice((50, 1000, 100_000))
    before, after = random.choice(((b"[", b"]"), (b'{"rounds":', b"}"), (b"<div>", b"</div>")))
    return before * deep + body + random.choice((after * deep, b""))


def in_other_coding(random: Random, body: bytes) -> bytes:
    text = body.decode("utf-8", "replace")
    coding = random.choice(
        ("utf-16", "utf-16-le", "utf-32", "cp1252", "utf-8-sig", "utf-7", "cp500")
    )
    return text.encode(coding, "replace")


def twice_coded(random: Random, body: bytes) -> bytes:
    return body.decode("latin-1").encode()


def with_nuls(random: Random, body: bytes) -> bytes:
    at, _end = _span(random, body)
    return body[:at] + b"\x00" * random.randint(1, 50) + body[at:]


def in_json(change: Callable[[Random, list[Any]], None]) -> Mutation:
    """A change of the list of rounds; bytes that are no feed any more stay as they are."""

    def changed(random: Random, body: bytes) -> bytes:
        try:
            feed = json.loads(body)
            change(random, feed["rounds"])
            indent = random.choice((None, 1, 4))
            return json.dumps(feed, indent=indent, ensure_ascii=random.random() < 0.5).encode(
                "utf-8", "surrogatepass"
            )
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return body

    return changed


def other_value(random: Random, rows: list[Any]) -> None:
    row = random.choice(rows)
    row[random.choice(list(row))] = random.choice(VALUES)


def nudged(random: Random, rows: list[Any]) -> None:
    """A figure a little larger or smaller, in one row or in many."""
    key = random.choice(("drawCRS", "drawSize", "dd18", "dd3"))
    for row in random.sample(rows, random.choice((1, 1, 2, len(rows)))):
        size = int(str(row[key]).replace(",", "")) + random.choice((-100, -1, 1, 10))
        row[key] = f"{size:,}"


def other_key(random: Random, rows: list[Any]) -> None:
    row = random.choice(rows)
    key = random.choice(list(row))
    row[random.choice((key.upper(), key + " ", "drawCrs", "dd19", "\ud800"))] = row.pop(key)


def without_key(random: Random, rows: list[Any]) -> None:
    key = random.choice(list(rows[0]))
    for row in random.sample(rows, random.choice((1, len(rows)))):
        row.pop(key)


def swapped(random: Random, rows: list[Any]) -> None:
    """Values of two rounds, or of two fields, in each other's place."""
    one, other = random.choice(rows), random.choice(rows)
    first, second = random.choice(list(one)), random.choice(list(one))
    second = random.choice((first, second))
    one[first], other[second] = other[second], one[first]


def other_rows(random: Random, rows: list[Any]) -> None:
    way = random.randrange(6)
    if way == 0:
        random.shuffle(rows)
    elif way == 1:
        del rows[random.randrange(len(rows)) :]
    elif way == 2:
        rows.insert(random.randrange(len(rows)), dict(random.choice(rows)))
    elif way == 3:
        rows[random.randrange(len(rows))] = random.choice(VALUES)
    elif way == 4:
        rows.pop(random.randrange(len(rows)))
    else:
        rows.reverse()


def new_round(random: Random, rows: list[Any]) -> None:
    """A round that nobody knows, with a number near or far."""
    model = dict(rows[0])
    model["drawNumber"] = random.choice(
        ("448", "449a", "4480", "", "0448", "447", "99999999", "-1")
    )
    model["drawCRS"] = str(random.randint(-5, 1300))
    model["drawSize"] = f"{random.randint(-5, 300_000):,}"
    model["drawName"] = random.choice((model["drawName"], "Canadian Experience Class", "Artists"))
    rows.insert(random.choice((0, 0, 0, len(rows) - 1)), model)


def splice(random: Random, body: bytes) -> bytes:
    start, end = _span(random, body, 60)
    return body[:start] + random.choice(SCRAPS).encode("utf-8", "surrogatepass") + body[end:]


def without_tag(random: Random, body: bytes) -> bytes:
    found = list(TAGS.finditer(body))
    if not found:
        return body
    tag = random.choice(found)
    return body[: tag.start()] + body[tag.end() :]


def swapped_cells(random: Random, body: bytes) -> bytes:
    cells = list(CELLS.finditer(body))
    if len(cells) < 2:
        return body
    one, other = sorted(random.sample(cells, 2), key=lambda cell: cell.start())
    between = body[one.end() : other.start()]
    return body[: one.start()] + other[0] + between + one[0] + body[other.end() :]


def doubled_cell(random: Random, body: bytes) -> bytes:
    cells = list(CELLS.finditer(body))
    if not cells:
        return body
    cell = random.choice(cells)
    return body[: cell.end()] + cell[0] * random.choice((1, 2, 500)) + body[cell.end() :]


BYTES: tuple[Mutation, ...] = (flip, cut, double, truncate, graft, other_digits)
CODINGS: tuple[Mutation, ...] = (in_other_coding, twice_coded, with_nuls, nest)
JSON = tuple(
    map(in_json, (other_value, nudged, other_key, without_key, swapped, other_rows, new_round))
)
HTML: tuple[Mutation, ...] = (splice, without_tag, swapped_cells, doubled_cell, other_digits)
