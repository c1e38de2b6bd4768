"""The words for provinces, programs, streams, scales and units. Pure.

Names are English source strings marked for translation; `label` gives them in the language of
the page. A province and all that belongs to it is one file in `pnp.sources`.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import lazy
from django.utils.translation import gettext

from pnp.marking import marked as _
from pnp.records import Parsed

_lazily = lazy(gettext, str)


@dataclass(frozen=True, slots=True)
class Unit:
    """What one published number counts. `verb` stands after a figure: “429 invited”."""

    slug: str
    short: str
    name: str
    verb: str

    @property
    def label(self) -> str:
        return gettext(self.name)


UNITS: dict[str, Unit] = {
    unit.slug: unit
    for unit in (
        Unit("ita", _("ITA"), _("Invitations to apply"), _("invited")),
        Unit("laa", _("LAA"), _("Letters of advice to apply"), _("issued letters of advice")),
        Unit("noi", _("NOI"), _("Notifications of interest"), _("notified")),
        Unit("application", _("Applications"), _("Applications selected"), _("selected")),
        Unit("selection", _("Selections"), _("Selections for processing"), _("selected")),
    )
}


@dataclass(frozen=True, slots=True)
class Scale:
    """A way of scoring. Scores of two scales, or of two streams, are never compared or joined."""

    slug: str
    code: str
    name: str
    highest: int | None = None
    is_crs: bool = False

    @property
    def label(self) -> str:
        return gettext(self.name)


CRS = Scale("crs", "CRS", _("Comprehensive Ranking System"), 1200, is_crs=True)


@dataclass(frozen=True, slots=True)
class Stream:
    """One way into a program. `ee`: enhanced (through Express Entry), base, both or unknown.

    `aliases` are the other texts by which pages name it; `scale` a slug, "" where none is used.
    """

    slug: str
    program: str
    name: str
    ee: str = "unknown"
    aliases: tuple[str, ...] = ()
    scale: str = ""
    opened: dt.date | None = None
    closed: dt.date | None = None

    @property
    def label(self) -> str:
        return gettext(self.name)


@dataclass(frozen=True, slots=True)
class Program:
    """`kind` is pnp, aip or quebec: only pnp counts as PNP. `publishes`: rounds, months, intakes.

    `note` says in one sentence what the program publishes and what it does not.
    """

    slug: str
    code: str
    name: str
    page: str
    kind: str = "pnp"
    publishes: str = "rounds"
    note: str = ""

    @property
    def label(self) -> str:
        return gettext(self.name)


Aliases = Mapping[str, str]  # further stream text, as an editor mapped it -> slug of a stream
Parse = Callable[[bytes, Aliases], Parsed]


@dataclass(frozen=True, slots=True)
class Feed:
    """One page that is fetched. `review`: every change waits for an editor.

    `covers` names the streams of which the page lists every row of a day; empty: of the province.
    """

    key: str
    name: str
    url: str
    parse: Parse
    review: bool = False
    covers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Province:
    """A province or territory, with everything that is known about it before any page is read."""

    code: str
    slug: str
    name: str
    programs: tuple[Program, ...]
    streams: tuple[Stream, ...] = ()
    scales: tuple[Scale, ...] = ()
    feeds: tuple[Feed, ...] = ()
    territory: bool = False

    @property
    def label(self) -> str:
        return gettext(self.name)

    @property
    def lazy_label(self) -> str:
        return _lazily(self.name)

    @property
    def program(self) -> Program:
        """The program that readers mean when they name the province."""
        return self.programs[0]

    @cached_property
    def by_text(self) -> dict[str, Stream]:
        """Every known stream text, plain (see `plain`), and its stream."""
        return {
            plain(text): stream
            for stream in self.streams
            for text in (stream.name, *stream.aliases)
        }

    def stream_of_text(self, text: str, aliases: Aliases) -> str:
        """The slug of the stream that a page names so, "" if it is not known."""
        found = self.by_text.get(plain(text))
        if found is not None:
            return found.slug
        return next((slug for known, slug in aliases.items() if plain(known) == plain(text)), "")


def plain(text: str) -> str:
    """A stream text for comparing: dashes, quotes, white space and case aside."""
    swaps = {"–": "-", "—": "-", "‑": "-", "’": "'", "‘": "'", "&": "and"}
    swapped = "".join(swaps.get(sign, sign) for sign in text)
    return " ".join(swapped.replace("-", " - ").casefold().split())
