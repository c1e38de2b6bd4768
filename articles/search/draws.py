"""Draws by what readers type: a number, a cut-off, a type, a month, a year."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode

from articles.search.dates import month_in, year_in
from articles.search.folding import fold
from articles.search.query import EMPTY_WORDS, Query, stem
from draws.families import FAMILIES
from draws.models import Draw, DrawQuerySet

SHOWN = 5
NUMBER = re.compile(r"\d{1,4}[ab]?")
# Words that ask for draws without saying which.
ANY = frozenset({"draw", "round", "ronde", "invitation", "ita", "ipd"})
# Words that say that a number is a score, not the number of a draw.
SCORE = frozenset({"crs", "scg", "score", "note", "cut", "cutoff", "minimale", "point"})
# In the names of families, but in too many other things to mean one alone: two of them do.
VAGUE = frozenset(
    "all class occupation program programme skilled federal qualifie toute tou candidat".split()
)
TELLING = 2


@dataclass(frozen=True, slots=True)
class FoundDraws:
    """The newest few, how many there are, and where all of them are listed ("" if nowhere)."""

    draws: list[Draw]
    total: int
    path: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the words name. `numbers` may be numbers of draws or, above all, cut-offs."""

    families: frozenset[str]
    numbers: tuple[str, ...]
    year: int | None
    month: int | None
    is_score: bool
    is_any: bool

    @classmethod
    def of(cls, words: tuple[str, ...]) -> "Wanted":
        year = year_in(words)
        return cls(
            families=families_in(words),
            numbers=tuple(w for w in words if NUMBER.fullmatch(w) and w != str(year)),
            year=year,
            month=month_in(words),
            is_score=bool(SCORE & {*words}),
            is_any=bool(ANY & {*words}),
        )

    def __bool__(self) -> bool:
        named = self.families or self.numbers or self.year
        return bool(named or (self.is_any and not self.month))

    def apply(self, draws: DrawQuerySet) -> DrawQuerySet:
        if self.families:
            draws = draws.filter(family__in=self.families)
        if self.year:
            draws = draws.in_year(self.year)
            draws = draws.filter(date__month=self.month) if self.month else draws
        return draws.filter(self._numbered()) if self.numbers else draws

    def _numbered(self) -> Q:
        scores = [int(number) for number in self.numbers if number.isdigit()]
        by_score = Q(crs__in=scores)
        return by_score if self.is_score else by_score | Q(number__in=self.numbers)

    @property
    def path(self) -> str:
        """The list of exactly these draws, "" where it has no such filter."""
        if self.numbers or self.month or len(self.families) > 1:
            return ""
        query = {"family": "".join(self.families), "year": str(self.year or "")}
        kept = urlencode({name: value for name, value in query.items() if value})
        return reverse("draws:list") + (f"?{kept}" if kept else "")


def find(query: Query) -> FoundDraws | None:
    """Draws that the words name; None where they name none. Two queries at most."""
    wanted = Wanted.of(query.words)
    if not wanted:
        return None
    found = wanted.apply(Draw.objects.newest_first())
    total = found.count()
    return FoundDraws(list(found[:SHOWN]), total, wanted.path) if total else None


def families_in(words: tuple[str, ...]) -> frozenset[str]:
    """The families that most of the words name."""
    weights: Counter[str] = Counter()
    for word in words:
        for slug in family_words().get(word, ()):
            weights[slug] += 1 if word in VAGUE else TELLING
    most = max(weights.values(), default=0)
    return frozenset(slug for slug, weight in weights.items() if weight == most >= TELLING)


@cache
def family_words() -> dict[str, frozenset[str]]:
    """Word -> the families that it is part of the name of, in both languages."""
    found: dict[str, set[str]] = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            for slug, family in FAMILIES.items():
                names = fold(f"{slug} {family.short} {family.name} {family.official}")
                for word in {stem(word) for word in names.split()} - ANY - EMPTY_WORDS:
                    found.setdefault(word, set()).add(slug)
    return {word: frozenset(slugs) for word, slugs in found.items()}
