"""The provincial rows that come with the program, so that a new site has something to show.

Three tables in `pnp/data/`, made from what the provinces published:

- `rows.csv`: one line a row, oldest first, in the form of `pnp.table`. `evidence` is secondary
  where no official page was seen; `day_total` is the sum that the page itself prints for the day.
- `months.csv`: one line a month, of provinces that publish no days.
- `remarks.csv`: what is worth knowing beside an event, in both languages: see `pnp.quality`.
"""

import csv
import datetime as dt
from functools import cache
from pathlib import Path

from pnp import registry, table
from pnp.notation import count_of
from pnp.records import MonthRecord, Parsed

DATA = Path(__file__).parent / "data"


@cache
def rows() -> table.Read:
    """Every bundled row, oldest first, and the printed totals of days."""
    return table.read((DATA / "rows.csv").read_bytes())


@cache
def months() -> tuple[MonthRecord, ...]:
    with (DATA / "months.csv").open(encoding="utf-8", newline="") as file:
        return tuple(map(_month, csv.DictReader(file)))


def _month(line: dict[str, str]) -> MonthRecord:
    count = count_of(line["count"])
    if count is None:
        raise ValueError(f"no count: {line}")
    province = registry.province(line["province"].lower())
    month = dt.date.fromisoformat(f"{line['month']}-01")
    page = province.program.page
    return MonthRecord(province.code, line["program"].lower(), month, line["unit"], count, page)


def as_bytes() -> bytes:
    """The tables as they lie on disk: what a capture of the bundle keeps."""
    return b"".join((DATA / name).read_bytes() for name in ("rows.csv", "months.csv"))


def parsed() -> Parsed:
    """The bundle in the form of a page."""
    found = rows()
    return Parsed(tuple(found.rows), months=months(), totals=found.totals)
