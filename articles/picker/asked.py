"""What an editor means by a few words, half typed, in either language."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from articles.search.dates import day_in, month_in, months, year_in
from articles.search.draws import VAGUE, families_in, family_words
from articles.search.provinces import ANY as PROVINCIAL
from articles.search.provinces import codes_in, words_of_provinces
from articles.search.query import Query

LATEST = frozenset("latest last newest recent dernier derniere recente".split())
PREVIOUS = frozenset("previous before precedent precedente".split())
DRAW = frozenset("draw round ronde".split())
POOL = frozenset("pool bassin".split())
# Word -> the figures that it asks for, by their last part.
WHATS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("cut", "cutoff", "crs", "scg", "score", "note", "minimale"), ("crs",)),
    **dict.fromkeys(("invitation", "ita", "ipd", "invited", "invitee"), ("invitations",)),
    **dict.fromkeys(("tie", "tiebreak", "break", "departage"), ("tie-break",)),
    **dict.fromkeys(("change", "difference", "ecart"), ("change", "invitations-change")),
    **dict.fromkeys(("date", "jour"), ("date",)),
    **dict.fromkeys(("time", "heure"), ("time",)),
    **dict.fromkeys(("name", "nom"), ("name",)),
    **dict.fromkeys(("type", "family"), ("family",)),
    **dict.fromkeys(("total", "candidate", "candidat"), ("total",)),
    **dict.fromkeys(("month", "mois"), ("month",)),
    **dict.fromkeys(("year", "annee"), ("year",)),
    **dict.fromkeys(("weekday", "semaine"), ("full-date",)),
    **dict.fromkeys(("point",), ("points",)),
    **dict.fromkeys(("since", "depuis"), ("days-since", "weeks-since")),
    **dict.fromkeys(("age",), ("tie-break-age", "pool-age")),
    **dict.fromkeys(("place", "rang"), ("ordinal", "ordinal-in-year")),
    **dict.fromkeys(("band", "tranche"), ("cut-off-band", "cut-off-band-count")),
    **dict.fromkeys(("selection", "row", "ligne"), ("rows",)),
}
# A shorter beginning of a word says too little.
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """`numbers` may be numbers of draws; a day without its month, or a month alone, is None."""

    words: tuple[str, ...]
    families: frozenset[str]
    provinces: frozenset[str]
    numbers: tuple[str, ...]
    year: int | None
    month: int | None
    day: int | None
    whats: frozenset[str]
    is_latest: bool
    is_pool: bool
    is_previous: bool
    is_provincial: bool

    @classmethod
    def of(cls, text: str) -> "Asked":
        words = tuple(_completed(word) for word in Query.of(text).words)
        said, year, month = {*words}, *_month_of(words)
        whats = frozenset(what for word in words for what in WHATS.get(word, ()))
        named = tuple(word for word in words if word not in WHATS)
        day = day_in(tuple(w for w in words if w != _month_number(words))) if month else None
        return cls(
            words=words,
            families=families_in(named),
            provinces=frozenset(codes_in(named)),
            numbers=() if month else _numbers(words, year),
            year=year,
            month=month,
            day=day,
            whats=whats,
            is_latest=bool(said & (LATEST | DRAW)),
            is_pool=bool(said & POOL),
            is_previous=bool(said & PREVIOUS),
            is_provincial=bool(said & PROVINCIAL),
        )

    @property
    def is_any_pool(self) -> bool:
        return self.is_pool and not (self.month or self.year or self.names_draws)

    @property
    def names_draws(self) -> bool:
        return bool(self.families or self.numbers or self.is_latest)


def _numbers(words: tuple[str, ...], year: int | None) -> tuple[str, ...]:
    return tuple(word for word in words if word[0].isdigit() and word != str(year))


def _month_of(words: tuple[str, ...]) -> tuple[int | None, int | None]:
    """The year and the month, also of 2026-02-17."""
    year, month = year_in(words), month_in(words)
    number = _month_number(words)
    return year, month or (int(number) if number else None)


def _month_number(words: tuple[str, ...]) -> str:
    """02 of 2026 02 17; "" where the words are no such date."""
    if len(words) >= 2 and year_in(words[:1]) and words[1].isdigit() and len(words[1]) == 2:
        return words[1] if 1 <= int(words[1]) <= 12 else ""
    return ""


def _completed(word: str) -> str:
    """The first known word that begins so; the word itself where it is known or none does."""
    known = _vocabulary()
    place = bisect_left(known, word)
    fits = place < len(known) and known[place].startswith(word)
    return known[place] if fits and len(word) >= SHORTEST and word.isalpha() else word


@cache
def _vocabulary() -> tuple[str, ...]:
    several: Iterable[Iterable[str]] = (
        *(family_words(), words_of_provinces(), months(), WHATS),
        *(LATEST, DRAW, POOL, PREVIOUS, PROVINCIAL, VAGUE),
    )
    return tuple(sorted({word for words in several for word in words}))
