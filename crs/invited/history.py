"""Every round for one person: when an invitation would have come, and which turned on a moment."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from crs.invited.person import Person
from crs.invited.rounds import Outcome, RoundLike, outcome


@dataclass(frozen=True, slots=True)
class History:
    """`outcomes` in the order of the rounds. `days_waited`: from the day of submission (UTC) to
    the first round that would have invited; None where none did."""

    outcomes: tuple[Outcome, ...]
    first_invited: Outcome | None
    days_waited: int | None
    by_tie_break: tuple[Outcome, ...]

    def as_json(self) -> dict[str, object]:
        first = self.first_invited
        return {
            "first_invited": first.as_json() if first else None,
            "days_waited": self.days_waited,
            "by_tie_break": [each.number for each in self.by_tie_break],
            "draws": [each.as_json() for each in self.outcomes],
        }


def history(person: Person, rounds: Iterable[RoundLike]) -> History:
    """What every round would have meant. Rounds in any order; the first invited is by date."""
    outcomes = tuple(outcome(person, each) for each in rounds)
    invited = [each for each in outcomes if each.result == "invited"]
    first = min(invited, key=_day, default=None)
    start = person.submitted.earliest.astimezone(dt.UTC).date()
    return History(
        outcomes=outcomes,
        first_invited=first,
        # A round of the night after its day may come after a profile of that night.
        days_waited=max((first.date - start).days, 0) if first else None,
        by_tie_break=tuple(each for each in outcomes if each.by_tie_break),
    )


def _day(each: Outcome) -> dt.date:
    return each.date
