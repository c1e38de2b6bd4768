"""The table of what sources changed after publishing it."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from articles.release.fields import Field, Table
from ingest.models import Revision


def _revisions() -> Iterable[Revision]:
    return Revision.objects.order_by("seen_at", "subject", "field", "pk").iterator(2000)


CHANGE_TABLE = Table(
    name="corrections",
    title=_("Figures that sources changed after publishing them"),
    description=_("One line for each value. A value that was only filled in is not among them."),
    key=(),
    fields=(
        Field("subject", "string", _("What it is about: draw/335."), lambda r: r.subject, "", True),
        Field("field", "string", _("Column that changed."), lambda r: r.field, "", True),
        Field("old", "string", _("What was published."), lambda r: r.old),
        Field("new", "string", _("What is published now."), lambda r: r.new),
        Field(
            "old_last_seen_at",
            "datetime",
            _("When the old value was last seen, UTC."),
            lambda r: r.was_seen_at,
        ),
        Field(
            "seen_at",
            "datetime",
            _("When the new value was first seen, UTC."),
            lambda r: r.seen_at,
            "",
            True,
        ),
        Field(
            "old_sha256",
            "string",
            _("SHA-256 of the copy of the source with the old value."),
            lambda r: r.old_sha256,
        ),
        Field(
            "new_sha256",
            "string",
            _("SHA-256 of the copy of the source with the new value."),
            lambda r: r.new_sha256,
        ),
    ),
    rows=_revisions,
)
