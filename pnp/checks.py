"""When a province's pages were last looked at, and what of them waits for an editor."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from ingest.models import Attempt, HeldRow
from pnp.programs import Province


@dataclass(frozen=True, slots=True)
class Checked:
    """`at`: the last time that a page was found to agree with the record; None: never, or the
    province has no page that is fetched. `waiting`: how many doubts wait for an editor."""

    at: datetime | None
    waiting: int

    @property
    def is_fetched(self) -> bool:
        return self.at is not None


def checked(province: Province) -> Checked:
    """Two queries."""
    keys = [feed.key for feed in province.feeds]
    good = Attempt.objects.good().filter(source__key__in=keys)
    at = good.aggregate(at=Max("started_at"))["at"]
    return Checked(at, HeldRow.objects.waiting().filter(source__key__in=keys).count())
