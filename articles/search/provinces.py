"""Provincial draws by what readers type: a province, a month, a year."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode

from articles.search.dates import month_in, year_in
from articles.search.folding import fold
from articles.search.query import EMPTY_WORDS, Query, stem
from pnp import registry
from pnp.models import Event
from pnp.models.event import EventQuerySet

SHOWN = 5
# Words that ask for provincial draws without saying whose.
ANY = frozenset({"pnp", "pcp", "province", "provincial", "provinciale", "provinciaux"})
# In the names of provinces, but in too many other things to mean one.
VAGUE = frozenset("new nouveau nouvelle prince island ile terre territoire nord ouest".split())


@dataclass(frozen=True, slots=True)
class FoundDays:
    """The newest few days, how many there are, and where all are listed ("" if nowhere)."""

    days: Sequence[Event]
    total: int
    path: str


def find(query: Query) -> FoundDays | None:
    """Days of the provinces that the words name; None where they name none. Two queries."""
    if not names_any(query):
        return None
    codes = codes_in(query.words)
    year, month = year_in(query.words), month_in(query.words)
    found = _days(codes, year, month)
    total = found.count()
    return FoundDays(list(found.newest(SHOWN)), total, _path(codes, year, month)) if total else None


def names_any(query: Query) -> bool:
    """Whether the words ask for provincial draws at all."""
    return bool(codes_in(query.words) or ANY & {*query.words})


def codes_in(words: tuple[str, ...]) -> set[str]:
    """The codes of the provinces that the words name."""
    return {words_of_provinces()[word] for word in words if word in words_of_provinces()}


def _days(codes: set[str], year: int | None, month: int | None) -> EventQuerySet:
    days: EventQuerySet = (
        Event.objects.filter(province__in=codes) if codes else Event.objects.of_kind("pnp")
    )
    if year:
        days = days.in_year(year)
        days = days.filter(date__month=month) if month else days
    return days


def _path(codes: set[str], year: int | None, month: int | None) -> str:
    if (year and month) or len(codes) > 1:
        return ""
    slug = registry.province("".join(codes)).slug if codes else ""
    if slug and not year:
        return reverse("pnp:province", args=[slug])
    query = {"province": slug, "year": str(year or "")}
    kept = urlencode({name: value for name, value in query.items() if value})
    return reverse("pnp:list") + (f"?{kept}" if kept else "")


@cache
def words_of_provinces() -> dict[str, str]:
    """Word -> the one province that it means, in both languages; and the codes, BC and so on."""
    found: dict[str, set[str]] = defaultdict(set)
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            for province in registry.provinces():
                for word in fold(f"{province.code} {province.label}").split():
                    found[stem(word)].add(province.code)
    left_out = VAGUE | EMPTY_WORDS
    return {w: codes.pop() for w, codes in found.items() if len(codes) == 1 and w not in left_out}
