"""What was changed after it was published: by the government, and by Cutline."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Field, Query, Router, Schema

from articles.corrections.listing import Item, Place, after
from config.api.door import reads
from config.api.paging import Page, Updated, page_of, whole_number
from config.api.problems import COMMON
from publish.ids import tag_uri

router = Router()
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class CorrectionOut(Schema):
    id: str = Field(description=_("Never changes."))
    kind: str = Field(description=_("official: of the source; editorial: of an article of ours."))
    seen_at: datetime
    subject: str = Field(description=_("draw/335, article/12."))
    field: str | None
    old: str | None = Field(description=_("What was published, as text; moments ISO 8601."))
    new: str | None
    old_last_seen_at: datetime | None
    old_sha256: str | None = Field(description=_("Of the copy of the source with the old value."))
    new_sha256: str | None
    sentence: str
    url: str


@router.get(
    "", response={200: Page[CorrectionOut], **COMMON}, summary=_("Corrections, newest first")
)
@reads("updated_since", "limit", "cursor")
def corrections(request: HttpRequest, query: Query[Updated]) -> Any:
    place = None
    if asked := query.after():
        place = Place(EPOCH + timedelta(microseconds=whole_number(asked)), str(asked[-1]))
    found = after(place, query.limit + 1, query.updated_since)
    return page_of(request, query, found, _place, _out)


def _place(item: Item) -> list[Any]:
    return [(item.at - EPOCH) // timedelta(microseconds=1), item.anchor]


def _out(item: Item) -> dict[str, Any]:
    revision = item.revision
    return {
        "id": tag_uri(f"correction/{item.anchor}"),
        "kind": "official" if revision else "editorial",
        "seen_at": item.at,
        "subject": item.subject,
        "field": revision.field if revision else None,
        "old": revision.old if revision else None,
        "new": revision.new if revision else None,
        "old_last_seen_at": revision.was_seen_at if revision else None,
        "old_sha256": (revision.old_sha256 or None) if revision else None,
        "new_sha256": (revision.new_sha256 or None) if revision else None,
        "sentence": item.sentence,
        "url": settings.SITE_URL + item.path,
    }
