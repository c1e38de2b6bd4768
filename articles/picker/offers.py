"""Figures that an editor can choose from, each with its present value."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.figures import resolve_all
from articles.models import Story
from articles.picker import describe
from articles.picker.asked import Asked
from articles.picker.subjects import Subject, find, of_story
from articles.rules import rule
from draws.figures import POOL_FIELDS
from draws.records import BANDS
from pnp.models import Event
from publish.figures import Figure

# So many subjects have the figure that was named shown at once.
MOST_AT_ONCE = 6
OF_PREVIOUS = ("crs", "invitations", "date", "tie-break")
OF_DRAW = (*describe.OF_DRAW, *(f"previous/{what}" for what in OF_PREVIOUS))
# The bands that add up to the total, then their parts.
OF_POOL = (
    "total",
    *(f"{band.low}-{band.high}" for band in BANDS if band.part_of is None),
    *(f"{band.low}-{band.high}" for band in BANDS if band.part_of),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """One figure: its address, what it is, its value in the language of the article."""

    address: str
    what: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Group:
    """A subject with the figures of it that are offered; none where it has yet to be opened."""

    subject: Subject
    offers: tuple[Offer, ...] = ()


def offers(text: str, language: str, story: Story | None) -> list[Group]:
    """What the words name. Where they name a figure, that of each subject; else all figures of
    the likeliest subject, and the others to be opened. A constant number of queries."""
    asked = Asked.of(text)
    subjects = find(asked, story)
    if not subjects and (asked.whats or not asked.words):
        subjects = of_story(story)
    return _grouped(subjects, _paths(asked), language)


def of_subject(key: str, language: str) -> list[Group]:
    """Every figure of one subject."""
    subject = Subject(key, describe.name_of(f"{key}/total").subject, "")
    if key.startswith("draw/"):
        subject = Subject(key, describe.draw(key.removeprefix("draw/")), "")
    group = _filled(subject, addresses_of(subject), language)
    return [group] if group.offers else []


def _paths(asked: Asked) -> list[str]:
    """The last parts of the addresses that the words name; none where they name no figure."""
    if not asked.is_previous:
        return sorted(asked.whats, key=_place)
    return [f"previous/{what}" for what in sorted(asked.whats or OF_PREVIOUS, key=_place)]


def _grouped(subjects: Sequence[Subject], whats: Sequence[str], language: str) -> list[Group]:
    if not whats:
        return [
            *(_filled(subject, addresses_of(subject), language) for subject in subjects[:1]),
            *(Group(subject) for subject in subjects[1:]),
        ]
    wanted = {
        subject: [f"{subject.key}/{what}" for what in whats] for subject in subjects[:MOST_AT_ONCE]
    }
    figures = resolve_all([each for several in wanted.values() for each in several], language)
    groups = [Group(one, offered(several, figures)) for one, several in wanted.items()]
    return [group for group in groups if group.offers]


def _filled(subject: Subject, addresses: Iterable[str], language: str) -> Group:
    addresses = tuple(addresses)
    return Group(subject, offered(addresses, resolve_all(addresses, language)))


def offered(addresses: Iterable[str], figures: "dict[str, Figure]") -> tuple[Offer, ...]:
    return tuple(
        offer_of(address, figures[address].text) for address in addresses if address in figures
    )


def _place(what: str) -> tuple[int, str]:
    """The order of the list."""
    known = list(describe.OF_DRAW)
    return (known.index(what) if what in known else len(known), what)


def offer_of(address: str, value: str) -> Offer:
    name = describe.name_of(address)
    return Offer(address, name.what, value, name.with_value(value))


def addresses_of(subject: Subject, *, deep: bool = True) -> list[str]:
    """Every figure of a subject; a province's streams, one query, only where `deep`."""
    domain = subject.key.partition("/")[0]
    if domain == "draw":
        return [f"{subject.key}/{what}" for what in OF_DRAW]
    if domain == "rule":
        known = rule(subject.key.partition("/")[2])
        return [known.address(figure) for figure in known.figures] if known else []
    if domain == "pool":
        return [f"{subject.key}/{what}" for what in OF_POOL if what in POOL_FIELDS]
    return [
        f"{subject.key}/{what}"
        for what in ("total", "rows", *(_streams(subject.key) if deep else ()))
    ]


def _streams(key: str) -> list[str]:
    """The streams that a province drew on a day, where there are several."""
    _domain, province, on = (*key.split("/"), "", "")[:3]
    try:
        date = dt.date.fromisoformat(on)
    except ValueError:
        return []
    event = Event.objects.filter(province=province, date=date).with_rows().first()
    rows = event.standing_rows if event else []
    found = list(dict.fromkeys(row.stream for row in rows if row.stream))
    return found if len(found) > 1 else []
