"""Both kinds of corrections as one list that every form can render, newest first."""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.corrections import editorial, official
from articles.models import ArticleChange, active_language
from ingest.models import Revision
from publish.ids import tag_uri
from publish.listing import Column, Entry, Listing


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
    """`rows` only where they are to be sent out: see `items`."""
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


def items() -> list[Item]:
    """Every correction of both kinds, in the active language. Three queries at most."""
    of_source = map(_of_source, official.in_words(Revision.objects.newest_first()))
    ours = map(_of_ours, editorial.corrections())
    return list(heapq.merge(of_source, ours, key=lambda item: item.at, reverse=True))


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
