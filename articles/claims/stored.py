"""The record as the database has it now: four queries, for any number of articles."""

from articles.claims.record import Record, record_of
from draws.models import Draw
from pnp.models import PeriodTotal, Row


def stored() -> Record:
    """Everything that articles can be judged by."""
    return record_of(
        [draw.record for draw in Draw.objects.with_pool().oldest_first()],
        [row.record for row in Row.objects.with_event().as_printed()],
        [month.record for month in PeriodTotal.objects.all()],
    )
