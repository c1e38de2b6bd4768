"""The rounds that come with the program, so that a new site has something to show.

Two tables in `draws/data/`, both made from the official figures:

- `rounds.csv`: one line a round, oldest first. `programs` is a code of PROGRAMS. `tie_break` and
  `held` are ISO moments in UTC. The `…_printed` columns hold the official words where they are
  not in the usual form, “April 15, 2026 at 10:43:11 UTC”. `as_on` names the day of the pool count
  that the source gives, also where it prints no count.
- `pools.csv`: one line an as-on day, with every band as printed.

An empty cell is a figure that the source does not print, or that is not known here.
"""

import csv
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from draws.families import family_of_label
from draws.records import PoolRecord, RoundRecord
from draws.sources.moments import MONTHS

DATA = Path(__file__).parent / "data"

# The programs whose candidates a round could invite, as the source words them.
PROGRAMS: dict[str, str] = {
    "all": (
        "Federal Skilled Worker, Canadian Experience Class, Federal Skilled Trades"
        " and Provincial Nominee Program"
    ),
    "all-2023": (
        "Federal Skilled Worker Program, Canadian Experience Class,"
        " Federal Skilled Trades Program and Provincial Nominee Program"
    ),
    "federal": (
        "Federal Skilled Worker Program, Canadian Experience Class"
        " and Federal Skilled Trades Program"
    ),
    "cec": "Canadian Experience Class",
    "pnp": "Provincial Nominee Program",
    "fsw": "Federal Skilled Worker",
    "fst": "Federal Skilled Trades",
}


@cache
def rounds() -> tuple[RoundRecord, ...]:
    """Every bundled round, oldest first."""
    pools = {line["as_on"]: _pool(line) for line in _lines("pools.csv")}
    return tuple(_round(line, pools) for line in _lines("rounds.csv"))


def usual_form(at: datetime) -> str:
    """`April 15, 2026 at 10:43:11 UTC`: how the source words most moments, in English."""
    return f"{MONTHS[at.month - 1]} {at.day}, {at.year} at {at:%H:%M:%S} UTC"


def _lines(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _round(line: dict[str, str], pools: dict[str, PoolRecord]) -> RoundRecord:
    tie_break_at, held_at = _moment(line["tie_break"]), _moment(line["held"])
    return RoundRecord(
        number=line["number"],
        date=date.fromisoformat(line["date"]),
        name=line["label"],
        name_fr=line["label_fr"],
        family=family_of_label(line["label"]),
        programs=PROGRAMS[line["programs"]],
        invitations=int(line["invitations"]),
        crs=int(line["cut_off"]),
        tie_break_at=tie_break_at,
        tie_break_text=line["tie_break_printed"] or _usual_or_blank(tie_break_at),
        held_at=held_at,
        held_at_text=line["held_printed"] or _usual_or_blank(held_at),
        pool_as_of=date.fromisoformat(line["as_on"]),
        pool=pools.get(line["as_on"]),
    )


def _pool(line: dict[str, str]) -> PoolRecord:
    printed = {band.name: line[band.name] for band in fields(PoolRecord)}
    return PoolRecord(**{name: int(text) if text else None for name, text in printed.items()})


def _moment(text: str) -> datetime | None:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC) if text else None


def _usual_or_blank(at: datetime | None) -> str:
    return usual_form(at) if at else ""


def as_bytes() -> bytes:
    """Both tables as they lie on disk: what a capture of the bundle keeps."""
    return b"".join((DATA / name).read_bytes() for name in ("rounds.csv", "pools.csv"))
