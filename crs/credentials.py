"""Credential assessments: the wording of a result, and the level of education it stands for.

`data/credentials.csv` has the wordings of the official table. `level` is one of
crs.rules.EDUCATION. `place` is alone, or second: beside a credential from a program of three years
or more. `used_for` is crs, fsw (the grid) or both: what the table gives the wording for. A part
in square brackets, and a closing X, stand for any words.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "credentials.csv"

# How the official table begins the wordings of a second credential.
BESIDE = re.compile(r"three-year or more certificate, diploma, or degree plus an? ")
_OPEN_PART = re.compile(r"\\\[.+?\\\]|(?<=\\ )x$")


@dataclass(frozen=True, slots=True)
class Credential:
    """One wording of the official table and its level."""

    level: str
    place: str
    wording: str
    used_for: str


@cache
def credentials() -> tuple[Credential, ...]:
    """Every wording, highest level first."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return tuple(Credential(**line) for line in csv.DictReader(file))


def level_of(result: str) -> str | None:
    """The level of an assessment’s result as it is worded; None for a wording we do not know."""
    text = _plain(result)
    bare = BESIDE.sub("", text)
    place = "alone" if bare == text else "second"
    known = [each for each in credentials() if each.place == place]
    same = [each for each in known if _plain(each.wording) == bare]
    like = same or [each for each in known if _pattern(each.wording).fullmatch(bare)]
    levels = {each.level for each in like}
    return levels.pop() if len(levels) == 1 else None


def search(words: str) -> tuple[Credential, ...]:
    """Those whose wording has every word, in any order."""
    asked = _plain(words).split()
    return tuple(
        each
        for each in credentials()
        if asked and all(part in _plain(each.wording) for part in asked)
    )


@cache
def _pattern(wording: str) -> re.Pattern[str]:
    return re.compile(_OPEN_PART.sub(".+", re.escape(_plain(wording))))


def _plain(text: str) -> str:
    return " ".join(text.replace("'", "’").casefold().split())
