"""Both kinds of corrections as one list that every form can render, newest first."""

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.corrections import editorial, official
from articles.models import ArticleChange, active_language
from ingest.models import Revision
from publish.ids import tag_uri
from publish.listing import AT_ONCE, Column, Entry, Listing


class Place(NamedTuple):
    """Where a correction stands in the list. One moment may have many: the anchor tells them
    apart, so that the order is whole."""

    at: datetime
    anchor: str


@dataclass(frozen=True, slots=True)
class Item:
    """One correction of either kind. `revision` None: one of ours, in an article."""

    anchor: str
    at: datetime
    title: str
    sentence: str
    subject: str
    path: str
    revision: Revision | None = None


COLUMNS = (
    Column("kind", lambda item: "official" if item.revision else "editorial"),
    Column("seen_at", lambda item: item.at, "datetime"),
    Column("subject", lambda item: item.subject),
    Column("field", lambda item: item.revision.field if item.revision else ""),
    Column("old", lambda item: item.revision.old if item.revision else ""),
    Column("new", lambda item: item.revision.new if item.revision else ""),
    Column("sentence", lambda item: item.sentence),
    Column(
        "old_last_seen_at",
        lambda item: item.revision.was_seen_at if item.revision else None,
        "datetime",
    ),
    Column("old_sha256", lambda item: item.revision.old_sha256 if item.revision else ""),
    Column("new_sha256", lambda item: item.revision.new_sha256 if item.revision else ""),
    Column("path", lambda item: item.path),
    Column("id", lambda item: tag_uri(f"correction/{item.anchor}")),
)


def corrections_listing(rows: Iterable[Item] = ()) -> Listing:
    """`rows` only where they are to be sent out: see `items` and `newest`."""
    return Listing(
        title=_("Corrections"),
        description=_(
            "What was changed after it was published: by the government, and by Cutline."
        ),
        path=reverse("corrections"),
        query={},
        rows=rows,
        columns=COLUMNS,
        entry=_entry,
        language=active_language(),
        key="corrections",
    )


def items() -> Iterator[Item]:
    """Every correction of both kinds, in the active language, newest first; never more than a
    portion of them in memory."""
    revisions = Revision.objects.newest_first().iterator(chunk_size=AT_ONCE)
    ours = map(_of_ours, editorial.corrections().iterator(chunk_size=AT_ONCE))
    return _merged(_in_portions(revisions), ours)


def newest(most: int) -> list[Item]:
    """The first of `items`. Three queries at most."""
    revisions = official.in_words(Revision.objects.newest_first()[:most])
    ours = map(_of_ours, editorial.corrections()[:most])
    return list(islice(_merged(map(_of_source, revisions), ours), most))


def after(place: Place | None, most: int, since: datetime | None = None) -> list[Item]:
    """At most so many that come after a place, in the order of their places, newest first; the
    first ones without a place. `since`: none that is older. Six queries at most."""
    revisions = _candidates(Revision.objects.all(), "seen_at", place, most, since)
    ours = _candidates(editorial.corrections(), "made_at", place, most, since)
    placed: list[tuple[Place, Any]] = [(Place(row.seen_at, row.anchor), row) for row in revisions]
    placed += [(Place(row.made_at, row.anchor), row) for row in ours]
    found = [(at, row) for at, row in placed if place is None or at < place]
    found.sort(key=lambda pair: pair[0], reverse=True)
    shown = [row for _place, row in found[:most]]
    told = official.in_words(row for row in shown if isinstance(row, Revision))
    words = {each.revision.pk: each for each in told}
    return [
        _of_source(words[row.pk]) if isinstance(row, Revision) else _of_ours(row) for row in shown
    ]


def _candidates(
    rows: QuerySet[Any], moment: str, place: Place | None, most: int, since: datetime | None
) -> QuerySet[Any]:
    """So many rows that come after a place, with all that share the moment of the place and of
    the last: which of those are meant, only their anchors tell."""
    if since:
        rows = rows.filter(**{f"{moment}__gte": since})
    earlier = rows.filter(**{f"{moment}__lt": place.at}) if place else rows
    last = earlier.order_by(f"-{moment}").values_list(moment, flat=True)[most - 1 : most].first()
    if place:
        rows = rows.filter(**{f"{moment}__lte": place.at})
    return rows.filter(**{f"{moment}__gte": last}) if last else rows


def _merged(of_source: Iterable[Item], ours: Iterable[Item]) -> Iterator[Item]:
    return heapq.merge(of_source, ours, key=lambda item: item.at, reverse=True)


def _in_portions(revisions: Iterator[Revision]) -> Iterator[Item]:
    while portion := list(islice(revisions, AT_ONCE)):
        yield from map(_of_source, official.in_words(portion))


def _of_source(correction: official.Correction) -> Item:
    words = correction.words
    return Item(
        anchor=correction.anchor,
        at=correction.revision.seen_at,
        title=_("%(subject)s: %(label)s") % {"subject": words.subject.label, "label": words.label},
        sentence=words.sentence,
        subject=correction.revision.subject,
        path=words.subject.path,
        revision=correction.revision,
    )


def _of_ours(change: ArticleChange) -> Item:
    return Item(
        anchor=change.anchor,
        at=change.made_at,
        title=_("Article corrected: %(headline)s") % {"headline": change.article.headline},
        sentence=change.sentence,
        subject=change.article.subject,
        path=change.article.get_absolute_url(),
    )


def _entry(item: Item) -> Entry:
    return Entry(
        key=f"correction/{item.anchor}",
        title=item.title,
        path=f"{reverse('corrections')}#{item.anchor}",
        summary=item.sentence,
        published=item.at,
    )
