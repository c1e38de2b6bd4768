"""Making a release: every file once, kept under its edition for as long as the site lives."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone, translation

from articles.release import forms, package
from articles.release.package import Fact, fact_of
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
    """A release before it is kept: its edition, and what is known of each file in the folder."""

    edition: int
    folder: Path
    facts: tuple[Fact, ...]

    def read(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()


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
    with TemporaryDirectory() as folder:
        made = build(Path(folder))
        known = Release.objects.filter(edition=made.edition).first()
        if known:
            return known
        for fact in made.facts:
            path = path_of(made.edition, fact.name)
            default_storage.delete(path)  # left by a release that was killed before it was kept
            with (made.folder / fact.name).open("rb") as file:
                default_storage.save(path, File(file))
    return _kept(made)


def build(folder: Path) -> Made:
    """Every file of the present data, in an empty folder. Raises Unsettled."""
    for reading in range(_MOST_READINGS):
        edition, inside = newest_change(), folder / str(reading)
        inside.mkdir()
        # The release is one, whatever language asked for it: its texts are in English, and
        # French stands beside them where it belongs.
        with translation.override("en"):
            counts = forms.write_all(TABLES, inside, edition)
        if newest_change() == edition:
            return _described(edition, inside, counts)
    raise Unsettled


def path_of(edition: int, name: str) -> str:
    """Where a file of a release lies among the media."""
    return f"data/{edition}/{name}"


def _kept(made: Made) -> Release:
    with transaction.atomic():
        release, is_new = Release.objects.get_or_create(
            edition=made.edition,
            defaults={
                "made_at": timezone.now(),
                "files": [asdict(fact) for fact in made.facts],
                "changes": _changes(made.edition),
            },
        )
        if is_new:
            editions.advance(f"data release {made.edition}")
    return release


def _described(edition: int, folder: Path, counts: Mapping[str, int]) -> Made:
    """The files with the two that tell of them: the package and the checksums."""
    facts = [fact_of(path, counts.get(path.stem)) for path in sorted(folder.iterdir())]
    moment = Edition.objects.filter(number=edition).values_list("modified_at", flat=True).first()
    modified = moment or editions.current().modified_at
    described = folder / package.NAME
    described.write_bytes(package.as_json(edition, modified, TABLES, facts))
    facts.append(fact_of(described))
    sums = folder / "SHA256SUMS"
    sums.write_text("".join(f"{fact.sha256}  {fact.name}\n" for fact in facts))
    return Made(edition, folder, (*facts, fact_of(sums)))


def _data_events() -> QuerySet[Event]:
    return Event.objects.filter(_DATA, edition__isnull=False)


def _changes(edition: int) -> dict[str, int]:
    """How many events of each kind came since the release before."""
    before = Release.objects.filter(edition__lt=edition).order_by("-edition").first()
    since = _data_events().filter(edition__gt=before.edition if before else 0)
    kinds = since.filter(edition__lte=edition).values_list("kind", flat=True)
    return dict(sorted(Counter(kinds).items()))
