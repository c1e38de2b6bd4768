"""What changed in the provincial record in a stretch of time, for who keeps in step with it."""

from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db.models import Q

from config.api.paging import LATEST
from ingest.models import Event as Happening
from pnp.models import Event, Row
from publish.ids import tag_uri


def changed_days(since: datetime, until: datetime = LATEST) -> list[int]:
    """Events about which, or about a row of which, something public happened in that time."""
    happenings = Happening.objects.filter(
        subject__startswith="pnp/", edition__isnull=False, happened_at__range=(since, until)
    )
    days = {
        "/".join(subject.split("/")[:3]) for subject in happenings.values_list("subject", flat=True)
    }
    wanted = Q(pk__in=[])
    for province, rows in groupby(sorted(days), key=lambda subject: subject.split("/")[1]):
        dates = [day for subject in rows if (day := _day(subject))]
        wanted |= Q(province=province, date__in=dates)
    return list(Event.every.filter(wanted).values_list("pk", flat=True))


def _day(subject: str) -> date | None:
    try:
        return date.fromisoformat(subject.split("/")[2])
    except (ValueError, IndexError):
        return None


def withdrawn_days(since: datetime, until: datetime = LATEST) -> list[dict[str, Any]]:
    """Days that were taken back in that time, as the schema of a page has them."""
    gone = Event.every.filter(withdrawn_at__range=(since, until)).order_by("withdrawn_at")
    return [{"id": tag_uri(event.subject), "removed_at": event.withdrawn_at} for event in gone]


def withdrawn_rows(since: datetime, until: datetime = LATEST) -> list[dict[str, Any]]:
    """Rows that were taken back in that time, as the schema of a page has them."""
    gone = Row.every.filter(withdrawn_at__range=(since, until)).with_event()
    return [
        {"id": tag_uri(row.subject), "removed_at": row.withdrawn_at}
        for row in gone.order_by("withdrawn_at")
    ]
