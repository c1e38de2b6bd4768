"""Making a release: every file once, kept under its edition for as long as the site lives."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone, translation

from articles.release import forms, package
from articles.release.fields import Table
from articles.release.forms import Rows
from articles.release.tables import TABLES
from ingest.models import Event
from publish import editions
from publish.models import Edition, Release

# Events that change what the files say.
_DATA = Q(subject__startswith="draw/") | Q(subject__startswith="pnp/")
_MOST_READINGS = 5


class Unsettled(Exception):
    """The record changed each time that it was read."""


@dataclass(frozen=True, slots=True)
class Made:
    """A release before it is kept: the edition, and each file by its name."""

    edition: int
    files: Mapping[str, bytes]
    rows: Mapping[str, int]

    @property
    def facts(self) -> list[dict[str, object]]:
        """What is kept of each file: name, bytes, sha256, and the rows of a table."""
        return [
            {
                "name": name,
                "bytes": len(body),
                "sha256": package.checksum(body),
                "rows": self.rows.get(name.rpartition(".")[0]),
            }
            for name, body in self.files.items()
        ]


def newest_change() -> int:
    """The newest edition that changed the data; 0 before any."""
    found = _data_events().order_by("-edition").values_list("edition", flat=True).first()
    return found or 0


def keep_up() -> Release | None:
    """Make the release of the newest change of the data, unless it is there already."""
    edition = newest_change()
    if not edition or Release.objects.filter(edition__gte=edition).exists():
        return None
    return make()


def make() -> Release:
    """Make and keep the release of the present data; one that is kept already stays as it is."""
    made = build()
    known = Release.objects.filter(edition=made.edition).first()
    if known:
        return known
    for name, body in made.files.items():
        path = path_of(made.edition, name)
        default_storage.delete(path)  # left by a release that was killed before it was kept
        default_storage.save(path, ContentFile(body))
    with transaction.atomic():
        release, is_new = Release.objects.get_or_create(
            edition=made.edition,
            defaults={
                "made_at": timezone.now(),
                "files": made.facts,
                "changes": _changes(made.edition),
            },
        )
        if is_new:
            editions.advance(f"data release {made.edition}")
    return release


def build() -> Made:
    """Every file of the present data, in memory. Raises Unsettled."""
    for _reading in range(_MOST_READINGS):
        edition = newest_change()
        # The release is one, whatever language asked for it: its texts are in English, and
        # French stands beside them where it belongs.
        with translation.override("en"):
            tables = [(table, table.read()) for table in TABLES]
        if newest_change() == edition:
            return _as_files(edition, tables)
    raise Unsettled


def path_of(edition: int, name: str) -> str:
    """Where a file of a release lies among the media."""
    return f"data/{edition}/{name}"


def _as_files(edition: int, tables: Sequence[tuple[Table, Rows]]) -> Made:
    files: dict[str, bytes] = {}
    for table, rows in tables:
        files[f"{table.name}.csv"] = forms.as_csv(table, rows)
        files[f"{table.name}.parquet"] = forms.as_parquet(table, rows)
    files["cutline.sqlite3"] = forms.as_sqlite(tables, edition)
    moment = Edition.objects.filter(number=edition).values_list("modified_at", flat=True).first()
    modified = moment or editions.current().modified_at
    files[package.NAME] = package.as_json(edition, modified, tables, files)
    sums = (f"{package.checksum(body)}  {name}\n" for name, body in sorted(files.items()))
    files["SHA256SUMS"] = "".join(sums).encode()
    return Made(edition, files, {table.name: len(rows) for table, rows in tables})


def _data_events() -> QuerySet[Event]:
    return Event.objects.filter(_DATA, edition__isnull=False)


def _changes(edition: int) -> dict[str, int]:
    """How many events of each kind came since the release before."""
    before = Release.objects.filter(edition__lt=edition).order_by("-edition").first()
    since = _data_events().filter(edition__gt=before.edition if before else 0)
    kinds = since.filter(edition__lte=edition).values_list("kind", flat=True)
    return dict(sorted(Counter(kinds).items()))
