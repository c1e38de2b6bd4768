"""Occupations of the NOC 2021 that a category lists, and the search for them in two languages."""

import csv
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "occupations.csv"

SKILLED = range(4)


@dataclass(frozen=True, slots=True)
class Occupation:
    """A unit group. `fr` is empty where no official French title was seen."""

    noc: str
    en: str
    fr: str

    def title(self, language: str) -> str:
        return (self.fr if language == "fr" else self.en) or self.en


def is_code(text: str) -> bool:
    """Whether a text can be a code of the NOC 2021: five digits, the second of them 0 to 5."""
    return len(text) == 5 and text.isascii() and text.isdecimal() and text[1] <= "5"


def teer_of(noc: str) -> int:
    """Training, education, experience and responsibilities, 0 to 5: the second digit."""
    return int(noc[1])


def is_skilled(noc: str) -> bool:
    return teer_of(noc) in SKILLED


@cache
def occupations() -> dict[str, Occupation]:
    """Every occupation of every list, past ones too, by code."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return {line["noc"]: Occupation(**line) for line in csv.DictReader(file)}


def search(words: str) -> tuple[Occupation, ...]:
    """Those that have every word at the beginning of a word of a title, or begin with the code.

    Accents and capitals make no difference; English and French titles are both searched.
    """
    asked = _folded(words).split()
    if not asked:
        return ()
    return tuple(each for each in occupations().values() if _has(each, asked))


def _has(occupation: Occupation, asked: list[str]) -> bool:
    known = [occupation.noc, *_words(occupation.en), *_words(occupation.fr)]
    return all(any(word.startswith(part) for word in known) for part in asked)


@cache
def _words(title: str) -> tuple[str, ...]:
    return tuple(_folded(title).split())


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (char for char in plain if not unicodedata.combining(char))
    return "".join(char if char.isalnum() else " " for char in kept)
