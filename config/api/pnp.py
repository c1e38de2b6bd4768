"""Provinces, their programs and streams, days of draws, rows of their tables."""

from datetime import date, datetime
from itertools import islice
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from ninja import Field, Query, Router, Schema

from config.api import provincial_changes as changes
from config.api.door import reads
from config.api.draws import editors_note, labels
from config.api.paging import (
    LATEST,
    Labels,
    Moment,
    Page,
    Updated,
    Urls,
    Year,
    one_of,
    page_of,
    whole_number,
)
from config.api.problems import COMMON, BadValues
from pnp import registry
from pnp.filters import RowFilter
from pnp.models import Event, Row
from pnp.models.event import KINDS
from pnp.models.row import RowQuerySet
from pnp.notation import written_count, written_score
from pnp.past import as_they_were
from pnp.programs import Program, Province, Stream
from pnp.quality import notes_for
from publish.ids import tag_uri

router = Router()
_lazily = lazy(gettext, str)
FILTERS = ("province", "year", "stream", "ee", "kind", "updated_since", "limit", "cursor")


class ProvinceOut(Schema):
    code: str = Field(description=_("Two letters: ON."))
    province: str = Field(description=_("Name in addresses: ontario."))
    label: Labels
    programs: list[str]


class ProgramOut(Schema):
    program: str
    province: str
    code: str
    label: Labels
    kind: str = Field(description=_("pnp, aip or quebec: only pnp counts as PNP."))
    publishes: str = Field(description=_("rounds, months or intakes."))


class StreamOut(Schema):
    stream: str
    program: str
    label: Labels
    ee: str = Field(description=_("enhanced (through Express Entry), base, both or unknown."))
    scale: str | None = Field(description=_("Scale of its scores."))


class RowOut(Schema):
    id: str = Field(description=_("Never changes."))
    event: str = Field(description=_("Id of the day in that province."))
    province: str
    date: date
    program: str
    stream: str
    stream_text: str = Field(description=_("As the province prints it."))
    target: str
    unit: str = Field(description=_("What was counted. Never add up different units."))
    count: int | None = Field(description=_("null where none, or only a bound, is printed."))
    count_text: str = Field(description=_("As printed: 54, <10."))
    score: int | None
    score_text: str
    scale: str | None
    evidence: str
    source_url: str


class Remark(Schema):
    code: str
    text: Labels
    source_url: str


class EventOut(Schema):
    id: str = Field(description=_("Never changes."))
    province: str
    date: date
    least: int = Field(description=_("The least that the rows can add up to."))
    most: int | None = Field(description=_("The most; null where a row has no upper bound."))
    rows: list[RowOut]
    notes: list[Remark]
    editors_note: Labels | None = Field(None, description=_("What our editors say of it now."))
    url: Urls


class Filter(Updated):
    province: str = Field(
        "",
        description=_("By name in addresses, or two letters."),
        json_schema_extra=one_of(
            *(province.slug for province in registry.provinces()),
            *(province.code for province in registry.provinces()),
        ),
    )
    year: Year | None = None
    stream: str = Field(
        "",
        description=_("Short name of /pnp/streams."),
        json_schema_extra=one_of(*registry.streams()),
    )
    ee: str = Field(
        "",
        description=_("aligned: streams within Express Entry."),
        json_schema_extra=one_of("aligned"),
    )
    kind: str = Field("", description=_("pnp, aip or quebec."), json_schema_extra=one_of(*KINDS))

    def of_pages(self) -> RowFilter:
        """The filter of the pages; raises BadValues where they would say that one is wrong."""
        typed = {name: getattr(self, name) for name in ("province", "stream", "ee", "kind")}
        found = RowFilter.of(typed | {"year": "" if self.year is None else str(self.year)})
        if found.errors:
            raise BadValues(found.errors.items())
        return found


class RowsThen(Filter):
    as_of: Moment | None = Field(
        None, description=_("What was published at this moment, or at the end of this day, UTC.")
    )


@router.get("/provinces", response={200: list[ProvinceOut], **COMMON}, summary=_("Provinces"))
@reads()
def provinces(request: HttpRequest) -> Any:
    return [_province(province) for province in registry.provinces()]


@router.get("/programs", response={200: list[ProgramOut], **COMMON}, summary=_("Programs"))
@reads()
def programs(request: HttpRequest) -> Any:
    return [
        _program(program, province)
        for province in registry.provinces()
        for program in province.programs
    ]


@router.get("/streams", response={200: list[StreamOut], **COMMON}, summary=_("Streams"))
@reads()
def streams(request: HttpRequest) -> Any:
    return [_stream(stream) for stream in registry.streams().values()]


@router.get("/events", response={200: Page[EventOut], **COMMON}, summary=_("Days, newest first"))
@reads(*FILTERS)
def events(request: HttpRequest, query: Query[Filter]) -> Any:
    found = query.of_pages().events(Event.objects.newest_first().with_rows())
    if query.updated_since:
        found = found.filter(pk__in=changes.changed_days(query.updated_since))
    if after := query.after():
        found = found.filter(_later_days(after))
    rows = list(found[: query.limit + 1])
    removed = changes.withdrawn_days(query.updated_since) if query.updated_since else ()
    return page_of(request, query, rows, _place_of_day, event_out, removed)


@router.get(
    "/events/{province}/{day}",
    response={200: EventOut, **COMMON},
    summary=_("One day"),
)
@reads()
def event(request: HttpRequest, province: str, day: date) -> Any:
    place = RowFilter.of({"province": province}).province
    found = place and Event.objects.with_rows().filter(province=place.code, date=day).first()
    if not found:
        raise Http404
    return event_out(found)


@router.get("/rows", response={200: Page[RowOut], **COMMON}, summary=_("Rows of the tables"))
@reads(*FILTERS, "as_of")
def rows(request: HttpRequest, query: Query[RowsThen]) -> Any:
    since, until = query.updated_since, query.as_of or LATEST
    shown = _past(query, query.as_of) if query.as_of else _present(query)
    removed = changes.withdrawn_rows(since, until) if since else ()
    return page_of(request, query, shown, _place_of_row, row_out, removed)


def _present(query: Filter) -> list[Row]:
    return list(_chosen(query, Row.objects.newest_first().with_event())[: query.limit + 1])


def _past(query: Filter, moment: datetime) -> list[Row]:
    # What the filter asks of is what no province can revise: a row of another day is another row.
    chosen = _chosen(query, Row.every.newest_first(), moment)
    return list(islice(as_they_were(moment, chosen), query.limit + 1))


def _chosen(query: Filter, found: RowQuerySet, until: datetime = LATEST) -> RowQuerySet:
    found = query.of_pages().rows(found)
    if query.updated_since:
        found = found.filter(event__in=changes.changed_days(query.updated_since, until))
    if after := query.after():
        found = found.filter(_later_rows(after))
    return found


def row_out(row: Row) -> dict[str, Any]:
    """A row as the schema has it. Its event is read with it."""
    return {
        "id": tag_uri(row.subject),
        "event": tag_uri(row.event.subject),
        "province": row.event.province.upper(),
        "date": row.event.date,
        "program": row.program,
        "stream": row.stream,
        "stream_text": row.stream_text,
        "target": row.target,
        "unit": row.unit,
        "count": row.count.exact,
        "count_text": written_count(row.count),
        "score": row.score_low,
        "score_text": written_score(row.score),
        "scale": row.scale or None,
        "evidence": row.evidence,
        "source_url": row.source_url,
    }


def event_out(event: Event) -> dict[str, Any]:
    """A day as the schema has it. Its rows are read with it."""
    path = f"/pnp/{event.place.slug}/{event.date.isoformat()}/"
    return {
        "id": tag_uri(event.subject),
        "province": event.province.upper(),
        "date": event.date,
        "least": event.total.low,
        "most": event.total.high,
        "rows": [row_out(row) for row in event.standing_rows],
        "notes": [
            {"code": note.code, "text": labels(note.text), "source_url": note.source_url}
            for note in notes_for(event)
        ],
        "editors_note": editors_note(event),
        "url": {"en": settings.SITE_URL + path, "fr": f"{settings.SITE_URL}/fr{path}"},
    }


def _province(province: Province) -> dict[str, Any]:
    return {
        "code": province.code.upper(),
        "province": province.slug,
        "label": labels(_lazily(province.name)),
        "programs": [program.slug for program in province.programs],
    }


def _program(program: Program, province: Province) -> dict[str, Any]:
    return {
        "program": program.slug,
        "province": province.code.upper(),
        "code": program.code,
        "label": labels(_lazily(program.name)),
        "kind": program.kind,
        "publishes": program.publishes,
    }


def _stream(stream: Stream) -> dict[str, Any]:
    return {
        "stream": stream.slug,
        "program": stream.program,
        "label": labels(_lazily(stream.name)),
        "ee": stream.ee,
        "scale": stream.scale or None,
    }


def _place_of_day(event: Event) -> list[Any]:
    return [event.date.isoformat(), event.province]


def _place_of_row(row: Row) -> list[Any]:
    return [row.event.date.isoformat(), row.event.province, row.pk]


def _later_days(place: list[Any], prefix: str = "") -> Q:
    """What stands after a day in the order of the lists: newest first, then by province."""
    try:
        day, province = date.fromisoformat(str(place[0])), str(place[1])
    except (ValueError, IndexError) as error:
        raise Http404 from error
    earlier = Q(**{f"{prefix}date__lt": day})
    return earlier | Q(**{f"{prefix}date": day, f"{prefix}province__gt": province})


def _later_rows(place: list[Any]) -> Q:
    days = _later_days(place, "event__")
    pk = whole_number(place, 2)
    same = Q(event__date=place[0], event__province=place[1], pk__gt=pk)
    return days | same
