"""Each way to misbehave: a function from what the file should be to what the server answers."""

import gzip
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from draws.standin import feed

JSON = "application/json"  # as the official server says it, without a charset
MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes over the wire.

    `length` is a Content-Length that is not the truth; `seconds` is the time over which the body
    drips; `reset` breaks the connection before a word is said.
    """

    body: bytes = b""
    status: int = 200
    content_type: str = JSON
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = None
    seconds: float = 0.0
    reset: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """One language's file as it should be. `seconds` is the request's, for slow, 429 and 503."""

    rows: Sequence[Mapping[str, Any]]
    language: str = "en"
    encoding: str = "utf-8"
    seconds: float | None = None

    def printed(self, rows: Sequence[Mapping[str, Any]] | None = None) -> bytes:
        rows = self.rows if rows is None else rows
        return feed.printed(rows, self.language, self.encoding)

    def with_newest(self, **changes: Any) -> Answer:
        """The file with other values, or further keys, in its newest row."""
        newest, *others = self.rows
        return Answer(self.printed([{**newest, **changes}, *others]))


Fault = Callable[[File], Answer]


def healthy(file: File) -> Answer:
    """The file as it should be."""
    return Answer(file.printed())


# The transport breaks ---------------------------------------------------------------------------


def truncated(file: File) -> Answer:
    """The connection ends half way through the body."""
    body = file.printed()
    return Answer(body[: len(body) // 2], length=len(body))


def slow(file: File) -> Answer:
    """The right body, a little at a time, over a minute."""
    return Answer(file.printed(), seconds=60.0 if file.seconds is None else file.seconds)


def reset(file: File) -> Answer:
    """The connection is reset before a word is said."""
    return Answer(reset=True)


# Another status ---------------------------------------------------------------------------------


def not_modified(file: File) -> Answer:
    """304, also to who did not ask for changes only."""
    return Answer(status=304)


def not_found(file: File) -> Answer:
    """404 with a page."""
    return Answer(_PAGE.format("404 Not Found").encode(), status=404, content_type="text/html")


def too_many(file: File) -> Answer:
    """429 with Retry-After: two minutes."""
    return _come_back(429, "429 Too Many Requests", 120.0 if file.seconds is None else file.seconds)


def unavailable(file: File) -> Answer:
    """503, with Retry-After only where the request gives seconds."""
    return _come_back(503, "503 Service Unavailable", file.seconds)


def _come_back(status: int, title: str, seconds: float | None) -> Answer:
    page = _PAGE.format(title).encode()
    headers = {} if seconds is None else {"Retry-After": f"{seconds:.0f}"}
    return Answer(page, status=status, content_type="text/html", headers=headers)


# Status 200, but not the file -------------------------------------------------------------------

_PAGE = "<!DOCTYPE html>\r\n<html lang='en'><head><title>{0}</title></head><body>{0}</body></html>"


def html(file: File) -> Answer:
    """An error page that says it is fine; this was seen."""
    page = _PAGE.format("We are sorry, something went wrong").encode()
    return Answer(page, content_type="text/html; charset=utf-8")


def empty(file: File) -> Answer:
    """Not one byte."""
    return Answer(b"")


def half(file: File) -> Answer:
    """All that the server has, but it has only half of the file."""
    body = file.printed()
    return Answer(body[: len(body) // 2])


def invalid(file: File) -> Answer:
    """The line between two rows was lost in a hand edit; this was seen."""
    between = f"}},{feed.LINE}".encode()
    return Answer(file.printed().replace(between, feed.LINE.encode(), 1))


def huge(file: File) -> Answer:
    """The right file, and then 21 MB of blanks."""
    return Answer(file.printed() + b" " * (21 * MEGABYTE))


def bomb(file: File) -> Answer:
    """The right file and 64 MB of blanks, packed into a tenth of a megabyte."""
    packed = gzip.compress(file.printed() + b" " * (64 * MEGABYTE), compresslevel=9, mtime=0)
    return Answer(packed, headers={"Content-Encoding": "gzip"})


def pdf(file: File) -> Answer:
    """A PDF."""
    return Answer(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", content_type="application/pdf")


def wrong_type(file: File) -> Answer:
    """Valid JSON, but the list of rounds is an object."""
    text = file.printed().replace(b'"rounds": [', b'"rounds": {"list": [', 1)
    return Answer(text.rstrip().removesuffix(b"}") + b"}}")


# The file, but not as it was --------------------------------------------------------------------


def numbers(file: File) -> Answer:
    """Sizes and scores as JSON numbers, not as texts."""
    return Answer(file.printed([{**row, **_as_numbers(row)} for row in file.rows]))


def _as_numbers(row: Mapping[str, Any]) -> dict[str, int]:
    return {key: _number(row[key]) for key in ("drawSize", "drawCRS")}


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text) or 0)


def reordered(file: File) -> Answer:
    """Oldest first."""
    return Answer(file.printed(list(reversed(file.rows))))


def missing_newest(file: File) -> Answer:
    """A stale copy; this came and went six times in 19.6 hours."""
    return Answer(file.printed(file.rows[1:]))


def reindented(file: File) -> Answer:
    """Other bytes, the same values."""
    return Answer(feed.reindented(file.rows, file.language, file.encoding))


def unknown_label(file: File) -> Answer:
    """The newest round has a name that nobody knows."""
    return file.with_newest(drawName="Lighthouse keepers, 2027-Version 1")


def unknown_key(file: File) -> Answer:
    """The newest row has a 32nd key."""
    return file.with_newest(drawText3="")


def missing_key(file: File) -> Answer:
    """The newest row has no tie-break key."""
    newest, *others = file.rows
    row = {key: value for key, value in newest.items() if key != "drawCutOff"}
    return Answer(file.printed([row, *others]))


def respelled(file: File) -> Answer:
    """“November 9, 2022 at 18:58:59 UTC” becomes “November 9,2022 18:58:59 UTC”, in every row."""
    keys = ("drawDateTime", "drawCutOff")
    spelled = [
        {**row, **{key: re.sub(r"(\d), (\d{4}) at ", r"\1,\2 ", row[key]) for key in keys}}
        for row in file.rows
    ]
    return Answer(file.printed(spelled))


def mass_change(file: File) -> Answer:
    """Every score one higher: no correction looks like that."""
    changed = [{**row, "drawCRS": str(_number(row["drawCRS"]) + 1)} for row in file.rows]
    return Answer(file.printed(changed))


FAULTS: dict[str, Fault] = {
    "none": healthy,
    "truncated": truncated,
    "slow": slow,
    "reset": reset,
    "304": not_modified,
    "404": not_found,
    "429": too_many,
    "503": unavailable,
    "html": html,
    "empty": empty,
    "half": half,
    "invalid": invalid,
    "huge": huge,
    "bomb": bomb,
    "pdf": pdf,
    "wrong-type": wrong_type,
    "numbers": numbers,
    "reordered": reordered,
    "missing-newest": missing_newest,
    "reindented": reindented,
    "unknown-label": unknown_label,
    "unknown-key": unknown_key,
    "missing-key": missing_key,
    "respelled": respelled,
    "mass-change": mass_change,
}
