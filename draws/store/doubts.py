"""What in a row is doubted, and what in a body as a whole."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from draws.differences import Difference, as_text, mass_change, published_figures
from draws.models import Draw
from draws.records import RoundRecord, serial_of
from ingest.changes import MASS_LEAST, Kind
from ingest.records import Arrival, Doubt

# A count that turns up on a round this old was typed in by somebody: an editor looks first.
OLD_ROUND = timedelta(days=60)
# So many rounds may be missing before a new one, or one for each day since the one before it.
LARGEST_GAP = 10


@dataclass(frozen=True, slots=True)
class Looking:
    """What the rows of one body are measured against: the newest round that was held, and the
    new rounds whose numbers leap, with how many numbers they leave out."""

    arrival: Arrival
    newest: date | None
    leaps: Mapping[str, int]

    @classmethod
    def at(
        cls, arrival: Arrival, records: Sequence[RoundRecord], draws: Mapping[str, Draw]
    ) -> "Looking":
        held = [draw.date for draw in draws.values()]
        held += [record.date for record in records if not _is_to_come(arrival, record.date)]
        new = [record for record in records if record.number not in draws]
        return cls(arrival, max(held, default=None), _leaps(arrival, new, draws.values()))

    def at_new(self, record: RoundRecord) -> list[Doubt]:
        """Why a round that is not on record should not be published yet."""
        found = [self._future(record), self._leap(record)]
        return [doubt for doubt in found if doubt and self._is_open(doubt)]

    def at_changed(
        self, draw: Draw, record: RoundRecord, differences: list[Difference], *, losses: bool
    ) -> tuple[list[Doubt], list[Difference]]:
        """The doubts about what a known round would become, and what may be published of it."""
        moved = self._future(record) if record.date != draw.date else None
        if moved and self._is_open(moved):
            # A slip in the year seldom comes alone: nothing else of this row is taken either.
            return [moved], []
        doubts: list[Doubt] = []
        for code, doubtful in self._doubtful(draw, differences, losses=losses).items():
            doubt = _doubt_about(draw, code, doubtful) if doubtful else None
            if doubt and self._is_open(doubt):
                doubts.append(doubt)
                differences = [d for d in differences if d not in doubtful]
        return doubts, differences

    def _doubtful(
        self, draw: Draw, differences: list[Difference], *, losses: bool
    ) -> dict[str, list[Difference]]:
        lost = [d for d in differences if d.kind is Kind.LOSS] if losses else []
        return {"pool-on-old-round": self._late_pool(draw, differences), "value-gone": lost}

    def _late_pool(self, draw: Draw, differences: list[Difference]) -> list[Difference]:
        """Bands that appear where there was no count, on a round that is long past.

        Past by the record (the newest round is much later) or by our own watch (we have had the
        round for long): the first holds when history is replayed, the second when nothing is
        drawn.
        """
        if draw.pool is not None:
            return []
        by_record = self.newest is not None and self.newest - draw.date > OLD_ROUND
        by_watch = self.arrival.seen_at - draw.first_seen_at > OLD_ROUND
        return [d for d in differences if d.of_pool] if by_record or by_watch else []

    def _future(self, record: RoundRecord) -> Doubt | None:
        if not _is_to_come(self.arrival, record.date):
            return None
        message = _("Draw %(number)s is dated %(date)s, after the day it was fetched (%(seen)s).")
        values = {
            "number": record.number,
            "date": record.date,
            "seen": self.arrival.seen_at.date(),
        }
        return Doubt(record.number, "future-date", message % values, as_text(record.date))

    def _leap(self, record: RoundRecord) -> Doubt | None:
        if record.number not in self.leaps:
            return None
        return _leap_doubt(record, self.leaps[record.number])

    def _is_open(self, doubt: Doubt) -> bool:
        return self.arrival.decision_on(doubt) is None


def _leaps(arrival: Arrival, new: Iterable[RoundRecord], draws: Iterable[Draw]) -> dict[str, int]:
    """New rounds with a number far from that of the round before, as 4120 after 411.

    A round whose leap no editor accepted is before none: 4121 is as far from 411.
    """
    rounds: list[tuple[int, date, RoundRecord | None]] = [
        *((draw.serial, draw.date, None) for draw in draws),
        *((serial_of(record.number), record.date, record) for record in new),
    ]
    found: dict[str, int] = {}
    last: tuple[int, date] | None = None
    for serial, day, record in sorted(rounds, key=lambda each: each[0]):
        missing = serial // 10 - last[0] // 10 - 1 if last else 0
        if record and last and missing > max(LARGEST_GAP, (day - last[1]).days):
            found[record.number] = missing
            if arrival.decision_on(_leap_doubt(record, missing)) is None:
                continue
        last = (serial, day)
    return found


def _leap_doubt(record: RoundRecord, missing: int) -> Doubt:
    message = _("Draw %(number)s of %(date)s leaps over %(missing)s numbers.") % {
        "number": record.number,
        "date": record.date,
        "missing": missing,
    }
    return Doubt(record.number, "leaping-number", message, record.number)


def _is_to_come(arrival: Arrival, day: date) -> bool:
    return day > arrival.seen_at.date() + timedelta(days=1)


def _doubt_about(draw: Draw, code: str, doubtful: list[Difference]) -> Doubt:
    raw = json.dumps({d.field: [as_text(d.old), as_text(d.new)] for d in doubtful})
    listed = ", ".join(f"{d.field} {as_text(d.old)!r} → {as_text(d.new)!r}" for d in doubtful[:6])
    texts = {
        "pool-on-old-round": _("Draw %(number)s of %(date)s now carries a pool count: %(listed)s"),
        "value-gone": _("Draw %(number)s of %(date)s lost a published value: %(listed)s"),
    }
    message = texts[code] % {"number": draw.number, "date": draw.date, "listed": listed}
    return Doubt(draw.number, code, message, raw)


def mass_doubt(
    arrival: Arrival, differences: Sequence[Difference], draws: Iterable[Draw]
) -> Doubt | None:
    """The doubt about a body that would change, or lose, too much at once."""
    mass_field = mass_change(differences, published_figures(draw.record for draw in draws))
    if not mass_field:
        return None
    rounds = sum(d.field == mass_field for d in differences)
    message = _(
        "The file changes %(field)s of %(rounds)s published rounds at once. Nothing was stored."
    ) % {"field": mass_field, "rounds": rounds}
    return Doubt("", "mass-change", message, arrival.capture.sha256)


def doubtful_body(arrival: Arrival, in_doubt: int, rows: int) -> Doubt | None:
    """The doubt about a body most of whose rows are in doubt: what of it looks like a correction
    is more likely of the same cause."""
    if in_doubt < MASS_LEAST or 2 * in_doubt <= rows:
        return None
    message = _("%(doubtful)s of %(rows)s rows are in doubt. Nothing was stored.") % {
        "doubtful": in_doubt,
        "rows": rows,
    }
    return Doubt("", "mostly-doubtful", message, arrival.capture.sha256)
