"""What the source changed before there was a site to see it, from copies of its file.

Two tables in `draws/data/`:

- `captures.csv`: one line a copy of the official file, oldest first: when it was taken (a day
  where the hour is not known), the SHA-256 and the number of its bytes, its newest round;
- `changes.csv`: one line a published value that became another: in the copy `last_old` it was
  still `old`, in `first_new`, the next one, it was `new`. Values are as in revisions.

A copy says nothing of the time to the next: a value may have changed on any day between the two.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from draws.bundle import DATA

TABLES = ("captures.csv", "changes.csv")


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of the official file. Where only the day is known, `taken_at` is its beginning."""

    taken_at: datetime
    sha256: str


@dataclass(frozen=True, slots=True)
class Change:
    """One value of one round that became another, and the copies on both sides of it."""

    number: str
    field: str
    old: str
    new: str
    last_old: Copy
    first_new: Copy


@cache
def changes() -> tuple[Change, ...]:
    """Every change on record from before, in the order of the rounds."""
    copies = {line["taken"]: _copy(line) for line in _lines("captures.csv")}
    return tuple(
        Change(
            number=line["number"],
            field=line["field"],
            old=line["old"],
            new=line["new"],
            last_old=copies[line["last_old"]],
            first_new=copies[line["first_new"]],
        )
        for line in _lines("changes.csv")
    )


def as_bytes() -> bytes:
    """Both tables as they lie on disk: what a capture of them keeps."""
    return b"".join((DATA / name).read_bytes() for name in TABLES)


def _lines(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _copy(line: dict[str, str]) -> Copy:
    taken = datetime.fromisoformat(line["taken"])
    return Copy(taken if taken.tzinfo else taken.replace(tzinfo=UTC), line["sha256"])
