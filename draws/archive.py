"""A long list of rounds as a page shows it: some at a time, grouped by year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from draws.models import Draw, DrawQuerySet, TallyQuerySet
from publish.turns import PAGE, Turn

# A list this short is shown open as a whole; of a longer one, the newest year.
FEW = 60


@dataclass(frozen=True, slots=True)
class Year:
    """The rounds of one year on this page, and the figures of the whole year."""

    year: int
    count: int
    invited: int
    lowest: int
    highest: int
    rounds: Sequence[Draw]
    is_open: bool

    @property
    def missing(self) -> int:
        """How many rounds of the year are on another page."""
        return self.count - len(self.rounds)


@dataclass(frozen=True, slots=True)
class Archive:
    """A page of rounds with its years, newest first, and the totals of the whole list."""

    rounds: Sequence[Draw]
    years: Sequence[Year]
    turn: Turn
    count: int
    invited: int
    first_year: int | None
    last_year: int | None

    @classmethod
    def of(
        cls,
        found: DrawQuerySet,
        tally: TallyQuerySet,
        params: Mapping[str, str],
        query: Mapping[str, str],
        size: int = PAGE,
    ) -> "Archive":
        """Two queries: one for what is counted of all `found`, one for the rows of the page."""
        summaries = tally.years()
        count = sum(summary["draws"] for summary in summaries)
        turn = Turn.of(params, count, query, size)
        rounds = list(found.newest_first()[turn.start : turn.end])
        return cls(
            rounds=rounds,
            years=_years(rounds, summaries),
            turn=turn,
            count=count,
            invited=sum(summary["invited"] for summary in summaries),
            first_year=summaries[-1]["year"] if summaries else None,
            last_year=summaries[0]["year"] if summaries else None,
        )


def _years(rounds: Sequence[Draw], summaries: Sequence[dict[str, Any]]) -> list[Year]:
    whole = {summary["year"]: summary for summary in summaries}
    return [
        Year(
            year=year,
            count=whole[year]["draws"],
            invited=whole[year]["invited"],
            lowest=whole[year]["lowest"],
            highest=whole[year]["highest"],
            rounds=list(of_year),
            is_open=len(rounds) <= FEW or year == rounds[0].date.year,
        )
        for year, of_year in groupby(rounds, key=lambda draw: draw.date.year)
    ]
