"""Draws, families and counts of the pool."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any, Protocol

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Concat
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from django.utils.translation import override
from ninja import Field, Query, Router, Schema

from config.api.door import reads
from config.api.paging import (
    LATEST,
    MOST,
    AnyScore,
    Labels,
    Moment,
    Page,
    Paging,
    Updated,
    Urls,
    Year,
    one_of,
    page_of,
    whole_number,
)
from config.api.problems import COMMON, BadValues
from draws.families import FAMILIES, Family
from draws.filters import RoundFilter
from draws.models import Draw, PoolCount
from draws.models.draw import DrawQuerySet
from draws.past import each_as_of, pools_as_of
from draws.quality import notes_for
from draws.records import BANDS, PoolRecord, RoundRecord, serial_of
from ingest.models import Event
from publish.ids import tag_uri

router = Router()
# So many events are read for the draws they name; of more, each draw is asked for its own.
FEW = 1000
FILTERS = ("family", "year", "score", "updated_since", "as_of", "limit", "cursor")


class FamilyOut(Schema):
    family: str = Field(description=_("Short name, as in addresses: cec."))
    label: Labels
    official: Labels = Field(description=_("The official name, without a version."))
    who: Labels = Field(description=_("Who can be invited."))


class Band(Schema):
    low: int
    high: int
    count: int | None = Field(description=_("Candidates; null where it is not published."))
    part_of: str | None = Field(description=_("The wider band that counts these people as well."))


class PoolOut(Schema):
    as_of: date | None = Field(description=_("Day of the count: not that of a draw."))
    total: int | None
    bands: list[Band]
    draws: list[str] | None = Field(None, description=_("Numbers of the draws it is printed with."))


class Note(Schema):
    code: str
    text: Labels


class DrawOut(Schema):
    id: str = Field(description=_("Never changes."))
    number: str = Field(description=_("396, 91a."))
    date: date
    family: str | None
    name: str = Field(description=_("As IRCC prints it."))
    name_fr: str
    programs: str
    invitations: int
    crs: int = Field(description=_("Cut-off: CRS score of the lowest-ranked candidate invited."))
    tie_break_at: datetime | None
    held_at: datetime | None
    pool: PoolOut | None
    notes: list[Note] = Field(description=_("What IRCC prints that cannot be right."))
    editors_note: Labels | None = Field(
        None, description=_("What our editors say of it now; null with as_of.")
    )
    url: Urls


class DrawFilter(Updated):
    family: str = Field(
        "", description=_("A short name of /families."), json_schema_extra=one_of(*FAMILIES)
    )
    year: Year | None = None
    score: AnyScore | None = Field(None, description=_("Draws with this cut-off or a lower one."))
    as_of: Moment | None = Field(
        None, description=_("What was published at this moment, or at the end of this day, UTC.")
    )


class AsOf(Schema):
    as_of: Moment | None = Field(None, description=_("What was published then."))


@router.get("/draws", response={200: Page[DrawOut], **COMMON}, summary=_("Draws, newest first"))
@reads(*FILTERS)
def draws(request: HttpRequest, query: Query[DrawFilter]) -> Any:
    chosen = RoundFilter.of(
        {"family": query.family, "year": _text(query.year), "score": _text(query.score)}
    )
    if chosen.errors:
        raise BadValues(chosen.errors.items())
    found: Sequence[RoundRecord | Draw] = (
        _past(chosen, query, query.as_of) if query.as_of else _present(chosen, query)
    )
    return page_of(request, query, found, lambda row: [serial_of(row.number)], draw_out)


@router.get("/draws/{number}", response={200: DrawOut, **COMMON}, summary=_("One draw"))
@reads("as_of")
def draw(request: HttpRequest, number: str, query: Query[AsOf]) -> Any:
    these = Draw.objects.with_pool().filter(number=number)
    found: RoundRecord | Draw | None = (
        next(each_as_of(query.as_of, these), None) if query.as_of else these.first()
    )
    if found is None:
        raise Http404
    return draw_out(found)


@router.get("/families", response={200: list[FamilyOut], **COMMON}, summary=_("Types of draw"))
@reads()
def families(request: HttpRequest) -> Any:
    return [_family(family) for family in FAMILIES.values()]


@router.get("/pool", response={200: Page[PoolOut], **COMMON}, summary=_("Counts of the pool"))
@reads("as_of", "limit", "cursor")
def pool(request: HttpRequest, query: Query[Paging], moment: Query[AsOf]) -> Any:
    after = query.after()
    if moment.as_of:
        counts = _counts_at(moment.as_of)
    else:
        counts = _counts(str(after[0]), -_nth(after), query) if after else _counts(None, 0, query)
    if after:
        counts = [count for count in counts if count.place < (str(after[0]), _nth(after))]
    rows = counts[: query.limit + 1]
    return page_of(request, query, rows, lambda row: [*row.place], lambda row: row.said)


@dataclass(frozen=True, slots=True)
class _Count:
    """A count on its way out. `place` is its day, and which of that day it is, backwards."""

    place: tuple[str, int]
    said: dict[str, Any]


def _counts(day: str | None, before: int, query: Paging) -> list[_Count]:
    """A page of counts and those before it of the `day` that it begins in, `before` at most."""
    rows = PoolCount.objects.printed().with_draws().newest_first()
    if day is not None:
        rows = rows.filter(Q(as_of__lte=_day_of(day)) | Q(as_of=None)) if day else rows.none()
    nth: Counter[date | None] = Counter()
    found = []
    for row in rows[: min(max(before, 0), MOST) + query.limit + 1]:
        nth[row.as_of] += 1
        numbers = [draw.number for draw in row.draws.all()]
        said = _pool(row.as_of, row.record, numbers)
        found.append(_Count((str(row.as_of or ""), -nth[row.as_of]), said))
    return found


def _day_of(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error


def _counts_at(moment: datetime) -> list[_Count]:
    found = pools_as_of(moment)
    return [_Count((str(day), -1), _pool(day, record, None)) for day, record in found]


def _nth(after: list[Any]) -> int:
    return whole_number(after, 1)


def draw_out(draw: RoundRecord | Draw) -> dict[str, Any]:
    """A draw as the schema has it: as it is, or only its official values where it is a record."""
    row = draw.record if isinstance(draw, Draw) else draw
    path = f"/draws/{row.number}/"
    return {
        "id": tag_uri(f"draw/{row.number}"),
        **{name: getattr(row, name) for name in _SAME},
        "pool": _pool(row.pool_as_of, row.pool, None) if row.pool else None,
        "notes": _notes(row),
        "editors_note": editors_note(draw) if isinstance(draw, Draw) else None,
        "url": {"en": settings.SITE_URL + path, "fr": f"{settings.SITE_URL}/fr{path}"},
    }


_SAME = (
    *("number", "date", "family", "name", "name_fr", "programs", "invitations", "crs"),
    *("tie_break_at", "held_at"),
)


def _past(chosen: RoundFilter, query: DrawFilter, moment: datetime) -> list[RoundRecord]:
    draws = _later(query, Draw.objects.with_pool().newest_first())
    if query.updated_since:
        draws = _changed(draws, query.updated_since, moment)
    rows = (row for row in each_as_of(moment, draws, query.limit + 1) if _fits(row, chosen))
    return list(islice(rows, query.limit + 1))


def _present(chosen: RoundFilter, query: DrawFilter) -> list[Draw]:
    rows = chosen.apply(Draw.objects.with_pool().newest_first())
    if query.updated_since:
        rows = _changed(rows, query.updated_since)
    return list(_later(query, rows)[: query.limit + 1])


def _later(query: DrawFilter, draws: DrawQuerySet) -> DrawQuerySet:
    after = query.after()
    return draws.filter(serial__lt=whole_number(after)) if after else draws


def _changed(rows: DrawQuerySet, since: datetime, until: datetime = LATEST) -> DrawQuerySet:
    """Those about which something public happened in that time."""
    events = Event.objects.filter(edition__isnull=False, happened_at__range=(since, until))
    of_draws = events.filter(subject__startswith="draw/").order_by()
    subjects = list(of_draws.values_list("subject", flat=True)[: FEW + 1])
    if len(subjects) <= FEW:
        return rows.filter(number__in={subject.partition("/")[2] for subject in subjects})
    # Among so many changed draws a page is full after few that did not change.
    own = Concat(Value("draw/"), OuterRef("number"))
    return rows.filter(Exists(events.filter(subject=own)))


def _fits(row: RoundRecord, chosen: RoundFilter) -> bool:
    """The filter of the pages, for a draw as it was."""
    return (
        (not chosen.family or row.family == chosen.family)
        and (chosen.year is None or row.date.year == chosen.year)
        and (chosen.score is None or row.crs <= chosen.score)
    )


def _pool(as_of: date | None, record: PoolRecord, numbers: list[str] | None) -> dict[str, Any]:
    names = {band.field: f"{band.low}-{band.high}" for band in BANDS}
    bands = [
        {
            "low": band.low,
            "high": band.high,
            "count": getattr(record, band.field),
            "part_of": names[band.part_of] if band.part_of else None,
        }
        for band in BANDS
    ]
    return {"as_of": as_of, "total": record.total, "bands": bands, "draws": numbers}


def _notes(row: RoundRecord) -> list[dict[str, Any]]:
    return [{"code": note.code, "text": labels(note.text)} for note in notes_for(row)]


class Noted(Protocol):
    note_en: str
    note_fr: str


def editors_note(row: Noted) -> dict[str, str] | None:
    """What our editors say of it; the language that they wrote in stands for one that is blank."""
    said = {"en": row.note_en or row.note_fr, "fr": row.note_fr or row.note_en}
    return said if any(said.values()) else None


def _family(family: Family) -> dict[str, Any]:
    return {
        "family": family.slug,
        "label": labels(family.name),
        "official": labels(family.official),
        "who": labels(family.who),
    }


def labels(text: object) -> dict[str, str]:
    """A lazy text in both languages."""
    said = {}
    for language in ("en", "fr"):
        with override(language):
            said[language] = str(text)
    return said


def _text(number: int | None) -> str:
    return "" if number is None else str(number)
