"""What a reader asks of the list of provincial draws, read from the query string."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pnp import registry
from pnp.models import Event, Row
from pnp.models.event import KINDS, EventQuerySet
from pnp.models.row import RowQuerySet
from pnp.programs import Province

NAMES = ("province", "year", "stream", "ee", "kind")
KIND_LABELS = {
    "pnp": gettext_lazy("Provincial Nominee Program (PNP)"),
    "aip": gettext_lazy("Atlantic Immigration Program, not PNP"),
    "quebec": gettext_lazy("Quebec’s own program, not PNP"),
}
# What was typed is said back to the reader; nobody needs to read a page of it.
LONGEST_ECHO = 40


@dataclass(frozen=True, slots=True)
class RowFilter:
    """The rows a reader asks for. `ee`: "aligned" with Express Entry, or "".

    `typed` is what the reader sent, `errors` one sentence for each value that cannot be used;
    with errors nothing is shown until they are put right.
    """

    province: Province | None = None
    year: int | None = None
    stream: str = ""
    ee: str = ""
    kind: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, params: Mapping[str, str]) -> "RowFilter":
        """Read the filter; blanks mean "any". A province by its name in addresses or its code."""
        typed = {name: params.get(name, "").strip() for name in NAMES}
        errors = dict(_errors(typed))
        good = {name: "" if name in errors else text for name, text in typed.items()}
        return cls(
            province=province_named(good["province"]),
            year=int(good["year"]) if good["year"] else None,
            stream=good["stream"],
            ee=good["ee"],
            kind=good["kind"],
            typed=typed,
            errors=errors,
        )

    @property
    def query(self) -> dict[str, str]:
        """The filter as a query string has it, without what was left blank."""
        values = {
            "province": self.province.slug if self.province else "",
            "year": str(self.year or ""),
            "stream": self.stream,
            "ee": self.ee,
            "kind": self.kind,
        }
        return {name: value for name, value in values.items() if value}

    @property
    def parts(self) -> list[str]:
        """The filter in words, one item for each criterion."""
        stream = registry.streams().get(self.stream)
        words = [
            self.province.label if self.province else "",
            str(self.year or ""),
            stream.label if stream else self.stream,
            _("Express Entry aligned") if self.ee else "",
            str(KIND_LABELS[self.kind]) if self.kind else "",
        ]
        return [word for word in words if word]

    @property
    def wider(self) -> tuple[str, str] | None:
        """A link text and a query string with one criterion less, for who found nothing."""
        texts = {
            "ee": _("Show all streams, aligned or not"),
            "stream": _("Show all streams"),
            "kind": _("Show all programs"),
            "year": _("Show all years"),
            "province": _("Show all provinces"),
        }
        query = self.query
        for name, text in texts.items():
            if query.pop(name, None) is not None:
                return text, f"?{urlencode(query)}" if query else ""
        return None

    def rows(self, rows: RowQuerySet) -> RowQuerySet:
        """The rows that match; none while a value cannot be used."""
        if self.errors:
            return rows.none()
        if self.province:
            rows = rows.of_province(self.province.code)
        if self.year is not None:
            rows = rows.in_year(self.year)
        return self._of_programs(rows)

    def _of_programs(self, rows: RowQuerySet) -> RowQuerySet:
        if self.stream:
            rows = rows.of_stream(self.stream)
        if self.ee:
            rows = rows.ee_aligned()
        return rows.of_kind(self.kind) if self.kind else rows

    def events(self, events: EventQuerySet) -> EventQuerySet:
        """The events with a row that matches in every respect."""
        if self.errors:
            return events.none()
        if self.province:
            events = events.of_province(self.province.code)
        if self.year is not None:
            events = events.in_year(self.year)
        if not (self.stream or self.ee or self.kind):
            return events
        return events.filter(Exists(self._of_programs(Row.objects.filter(event=OuterRef("pk")))))

    def shown(self, event: Event) -> list[Row]:
        """The rows of an event that match, as printed. Ask for events `with_rows`."""
        aligned = registry.ee_streams() if self.ee else ()
        return [
            row
            for row in event.standing_rows
            if (not self.stream or row.stream == self.stream)
            and (not self.ee or row.stream in aligned)
            and (not self.kind or row.kind == self.kind)
        ]


def province_named(name: str) -> Province | None:
    """A province by its name in addresses ("alberta") or its code ("AB")."""
    if name.lower() in registry.ADAPTERS:
        return registry.province(name.lower())
    return registry.province_of_slug(name)


def _errors(typed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    said = {name: {"typed": text[:LONGEST_ECHO]} for name, text in typed.items()}
    if typed["province"] and province_named(typed["province"]) is None:
        text = _("Choose a province from the list. You entered “%(typed)s”.")
        yield "province", text % said["province"]
    if typed["year"] and not re.fullmatch(r"(?a:[12]\d{3})", typed["year"]):
        text = _("Choose a year from the list. You entered “%(typed)s”.")
        yield "year", text % said["year"]
    if typed["stream"] and not _is_stream(typed["stream"]):
        text = _("Choose a stream from the list. You entered “%(typed)s”.")
        yield "stream", text % said["stream"]
    if typed["ee"] not in ("", "aligned"):
        text = _("Choose from the list. You entered “%(typed)s”.")
        yield "ee", text % said["ee"]
    if typed["kind"] not in ("", *KINDS):
        text = _("Choose a program from the list. You entered “%(typed)s”.")
        yield "kind", text % said["kind"]


def _is_stream(slug: str) -> bool:
    # Editors can add a stream under its printed name: it is in the record, not in the registry.
    return slug in registry.streams() or Row.objects.of_stream(slug).exists()
