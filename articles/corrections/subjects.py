"""What a revision is about, as readers know it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from draws import history as draw_words
from ingest.models import Revision
from pnp import history as province_words
from pnp import registry
from pnp.models import Row
from publish.formats import long_day, month

Rows = Mapping[str, Row]

# Values that are words as the source prints them.
PRINTED = ("name", "name_fr", "programs", "target", "date_text", "note")


@dataclass(frozen=True, slots=True)
class Subject:
    """Its name, the address of its page, and who publishes it."""

    label: str
    path: str
    publisher: str


@dataclass(frozen=True, slots=True)
class Words:
    """A change in the active language: what was changed, and both values. `lang`: the language of
    values that are printed words, "" where it is that of the page."""

    subject: Subject
    label: str
    old: str
    new: str
    lang: str = ""

    @property
    def sentence(self) -> str:
        """The whole of it in one sentence, for feeds and machines."""
        values = {
            "subject": self.subject.label,
            "label": self.label,
            "publisher": self.subject.publisher,
            "old": self.old,
            "new": self.new,
        }
        return (
            _("%(subject)s, %(label)s: %(publisher)s published “%(old)s”, then “%(new)s”.") % values
        )


def rows_of(revisions: Iterable[Revision]) -> Rows:
    """The provincial rows that revisions are about, by subject. One query, none without any."""
    keys = [r.subject.split("/")[3] for r in revisions if r.subject.count("/") == 3]
    if not keys:
        return {}
    return {row.subject: row for row in Row.every.filter(pk__in=keys).as_printed()}


def words_of(revision: Revision, rows: Rows) -> Words:
    """`rows` are those of `rows_of`."""
    of_draw = revision.subject.startswith("draw/")
    words = draw_words if of_draw else province_words
    subject = _draw(revision) if of_draw else _province(revision, rows)
    return Words(
        subject=subject,
        label=words.label_of(revision.field),
        old=words.in_words(revision.field, revision.old),
        new=words.in_words(revision.field, revision.new),
        lang=_language_of(revision),
    )


def _language_of(revision: Revision) -> str:
    if revision.field not in PRINTED:
        return ""
    in_french = revision.field == "name_fr" or revision.subject.startswith("pnp/qc/")
    language = "fr" if in_french else "en"
    return "" if language == get_language() else language


def _draw(revision: Revision) -> Subject:
    number = revision.subject.partition("/")[2]
    label = _("Draw %(number)s") % {"number": number}
    return Subject(label, reverse("draws:draw", args=[number]), "IRCC")


def _province(revision: Revision, rows: Rows) -> Subject:
    _pnp, code, when = revision.subject.split("/")[:3]
    province = registry.province(code)
    if len(when) == len("2026-07"):
        path = reverse("pnp:province", args=[province.slug])
        named = month(dt.date.fromisoformat(f"{when}-01"))
    else:
        path = reverse("pnp:event", args=[province.slug, when])
        named = long_day(dt.date.fromisoformat(when))
    row = rows.get(revision.subject)
    parts = [province.label, named, row.stream_label if row else ""]
    return Subject(", ".join(filter(None, parts)), path, province.label)
