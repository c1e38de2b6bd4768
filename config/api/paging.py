"""Pages of a list by a cursor: the next page begins after a row, however many came before it."""

import base64
import binascii
import json
import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any, Generic, TypeVar

from annotated_types import Ge, Le
from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Field, Query, Schema
from pydantic import BeforeValidator, WithJsonSchema

from publish.pages import edition_of

MOST = 500
USUAL = 100
EARLIEST, LATEST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
Row = TypeVar("Row")
Item = TypeVar("Item")


class Labels(Schema):
    """A name in both languages."""

    en: str
    fr: str


class Urls(Schema):
    """The page for readers, in both languages."""

    en: str
    fr: str


class Removed(Schema):
    """A row that is no longer published."""

    id: str
    removed_at: datetime


class Page(Schema, Generic[Item]):
    """A page of a list."""

    items: list[Item]
    next: str | None = Field(None, description=_("Address of the next page; null on the last."))
    removed: list[Removed] = Field(
        default_factory=list,
        description=_("With updated_since, on the first page: what was taken back since then."),
    )
    edition: int = Field(description=_("Grows by one whenever anything public changes."))


# A whole number as people write it: Python would also read 1_000 and ٣.
# 44.0 is one too: by JSON Schema, and so by our own description.
_NUMBER = re.compile(r"(-?[0-9]{1,9})(\.0+)?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# A parameter that is left blank asks for nothing, as on the pages.
BLANK = {"type": "string", "enum": [""]}
_DAY_OR_MOMENT = {
    "anyOf": [
        {"type": "string", "format": "date"},
        {"type": "string", "format": "date-time"},
        BLANK,
    ]
}


def _number(text: Any) -> Any:
    if not isinstance(text, str):
        return text
    if found := _NUMBER.fullmatch(text):
        return found[1]
    raise ValueError("This is not a whole number.")


def _end_of(text: Any) -> datetime:
    """A day stands for its end: what was published on it counts."""
    return _read(text, timedelta(days=1, microseconds=-1))


def beginning_of(text: Any) -> datetime:
    return _read(text, timedelta())


def _read(text: Any, into_the_day: timedelta) -> datetime:
    """A day, or a moment with or without a zone: then it is UTC."""
    try:
        if DAY.fullmatch(text):
            return datetime.combine(date.fromisoformat(text), time(), UTC) + into_the_day
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError:  # the first and the last day that there are, in another zone
        return EARLIEST if text.startswith("0") else LATEST
    except (TypeError, ValueError) as error:
        raise ValueError("This is neither a day (2024-02-03) nor a moment by ISO 8601.") from error


Moment = Annotated[datetime, BeforeValidator(_end_of), WithJsonSchema(_DAY_OR_MOMENT)]
Since = Annotated[datetime, BeforeValidator(beginning_of), WithJsonSchema(_DAY_OR_MOMENT)]


def _between(least: int, most: int, *also: dict[str, Any]) -> Any:
    described = WithJsonSchema(_bounds(least, most, *also))
    return Annotated[int, BeforeValidator(_number), Ge(least), Le(most), described]


def _bounds(least: int, most: int, *also: dict[str, Any]) -> dict[str, Any]:
    bounds = {"type": "integer", "minimum": least, "maximum": most}
    return {"anyOf": [bounds, *also]} if also else bounds


Year = _between(1000, 2999, BLANK)
Score = _between(0, 1200)
AnyScore = _between(0, 1200, BLANK)
Limit = Annotated[
    int, BeforeValidator(_number), Ge(1), Le(MOST), WithJsonSchema(_bounds(1, MOST, BLANK))
]


def one_of(*values: str) -> dict[str, Any]:
    """What the description says of a parameter that knows only these values, or is blank."""
    return {"enum": [*values, ""]}


class Paging(Schema):
    """What every list understands."""

    limit: Limit = Field(USUAL, description=_("Rows on a page, at most 500."))
    cursor: str = Field("", max_length=200, description=_("As `next` of the page before has it."))

    def after(self) -> list[Any] | None:
        """The place of the last row of the page before; None on the first page."""
        if not self.cursor:
            return None
        try:
            place = json.loads(base64.urlsafe_b64decode(self.cursor.encode("ascii")))
        except (ValueError, binascii.Error, RecursionError):
            place = None
        if not isinstance(place, list) or not all(isinstance(part, int | str) for part in place):
            raise Http404
        return place


class Updated(Paging):
    """A list that can be kept in step with."""

    updated_since: Since | None = Field(
        None, description=_("Only rows that were new or changed at or after this moment or day.")
    )


def page_of(
    request: HttpRequest,
    paging: Paging,
    rows: Sequence[Row],
    place: Callable[[Row], list[Any]],
    item: Callable[[Row], Any],
    removed: Sequence[dict[str, Any]] = (),
) -> dict[str, Any]:
    """A page as the schema has it. `rows` are at most one more than asked for: the one too many
    says that there is a next page. `place` is what the next page begins after."""
    shown = rows[: paging.limit]
    more = len(rows) > paging.limit
    return {
        "items": [item(row) for row in shown],
        "next": next_address(request, place(shown[-1])) if more else None,
        "removed": [] if paging.cursor else list(removed),
        "edition": edition_of(request).number,
    }


def next_address(request: HttpRequest, place: list[Any]) -> str:
    """Where the page after this place is."""
    raw = json.dumps(place, separators=(",", ":")).encode()
    query = request.GET.copy()
    query["cursor"] = base64.urlsafe_b64encode(raw).decode()
    return f"{settings.SITE_URL}{request.path}?{query.urlencode()}"


def whole_number(place: list[Any], index: int = 0) -> int:
    """A part of a cursor that must be a number."""
    if len(place) <= index or not isinstance(place[index], int) or abs(place[index]) > 2**53:
        raise Http404
    return int(place[index])


__all__ = ["Labels", "Moment", "Page", "Paging", "Query", "Removed", "Updated", "Urls"]
