"""Hold the record as it was against copies of the official file."""

import datetime as dt
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from draws.differences import Difference, as_text, between
from draws.past import draws_as_of
from draws.records import RoundRecord
from draws.sources import ircc


class Command(BaseCommand):
    help = (
        "Compare what the record says was published on a day with copies of the official file of"
        " that day, named 2024-04-06.en.json or 2025-02-06T0815Z.en.json."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="where the copies lie")

    def handle(self, *args: Any, **options: Any) -> None:
        copies = sorted(options["folder"].glob("*.en.json"))
        if not copies:
            raise CommandError(f"There is no copy in {options['folder']}.")
        wrong = sum(self._compare(copy) for copy in copies)
        if wrong:
            raise CommandError(f"{wrong} values differ.")

    def _compare(self, copy: Path) -> int:
        """Prints what differs; returns how many values beside the pool counts that is."""
        printed = _rows(copy)
        known = {record.number: record for record in draws_as_of(_moment(copy))}
        unlike = sorted(printed.keys() ^ known.keys())
        both = [number for number in printed if number in known]
        found = [d for number in both for d in between(known[number], printed[number])]
        values = [difference for difference in found if not difference.of_pool]
        pools = sorted({difference.number for difference in found if difference.of_pool})
        self.stdout.write(
            f"{copy.name}: {len(printed)} rows; on one side only {len(unlike)} {unlike};"
            f" values that differ {len(values)}; other pool counts {len(pools)} {pools}"
        )
        for difference in values:
            self.stdout.write(f"  {_line(difference)}")
        return len(unlike) + len(values)


def _rows(copy: Path) -> dict[str, RoundRecord]:
    """Every row that can be read, also one that is held for an editor."""
    parsed = ircc.parse(copy.read_bytes())
    held = (problem.record for problem in parsed.problems if problem.record)
    return {record.number: record for record in (*parsed.records, *held)}


def _line(difference: Difference) -> str:
    was, printed = as_text(difference.old), as_text(difference.new)
    return f"{difference.number} {difference.field}: record {was!r}, copy {printed!r}"


def _moment(copy: Path) -> dt.datetime:
    """The moment in the name; the end of the day where it has no hour."""
    text = copy.name.removesuffix(".en.json")
    taken = dt.datetime.fromisoformat(text)
    if "T" in text:
        return taken
    return dt.datetime.combine(taken, dt.time(23, 59, 59), dt.UTC)
