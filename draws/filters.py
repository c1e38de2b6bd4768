"""What a reader asks of the list of rounds, read from the query string."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from draws.families import FAMILIES
from draws.models import DrawQuerySet, TallyQuerySet
from publish.formats import figure

# Both have the same filters.
Rows = TypeVar("Rows", DrawQuerySet, TallyQuerySet)
NAMES = ("family", "year", "score")
HIGHEST_SCORE = 1200
# What was typed is said back to the reader; nobody needs to read a page of it.
LONGEST_ECHO = 40


@dataclass(frozen=True, slots=True)
class RoundFilter:
    """The rounds a reader asks for. `score`: rounds whose cut-off is at or below it.

    `typed` is what the reader sent, `errors` one sentence for each value that cannot be used;
    with errors nothing is shown until they are put right.
    """

    family: str = ""
    year: int | None = None
    score: int | None = None
    typed: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, params: Mapping[str, str]) -> "RoundFilter":
        """Read `family`, `year` and `score`; blanks mean "any"."""
        typed = {name: params.get(name, "").strip() for name in NAMES}
        errors = dict(_errors(typed))
        good = {name: text for name, text in typed.items() if text and name not in errors}
        return cls(
            family=good.get("family", ""),
            year=int(good["year"]) if "year" in good else None,
            score=_number(good["score"]) if "score" in good else None,
            typed=typed,
            errors=errors,
        )

    @property
    def query(self) -> dict[str, str]:
        """The filter as a query string has it, without what was left blank."""
        values = {"family": self.family, "year": self.year, "score": self.score}
        return {name: str(value) for name, value in values.items() if value not in ("", None)}

    @property
    def parts(self) -> list[str]:
        """The filter in words, one item for each criterion."""
        words = []
        if self.family:
            words.append(str(FAMILIES[self.family].name))
        if self.year is not None:
            words.append(str(self.year))
        if self.score is not None:
            words.append(_("cut-off %(score)s or lower") % {"score": self.score})
        return words

    @property
    def wider(self) -> tuple[str, str] | None:
        """A link text and a query string with one criterion less, for who found nothing."""
        texts = {
            "score": _("Clear the score"),
            "year": _("Show all years"),
            "family": _("Show all types"),
        }
        query = self.query
        for name, text in texts.items():
            if query.pop(name, None) is not None:
                return text, f"?{urlencode(query)}" if query else ""
        return None

    def apply(self, rows: Rows) -> Rows:
        """The draws that match, or what is counted of them; none while a value cannot be used."""
        if self.errors:
            return rows.none()
        if self.family:
            rows = rows.of_family(self.family)
        if self.year is not None:
            rows = rows.in_year(self.year)
        if self.score is not None:
            rows = rows.reached_by(self.score)
        return rows


def _errors(typed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    said = {name: text[:LONGEST_ECHO] for name, text in typed.items()}
    if typed["family"] and typed["family"] not in FAMILIES:
        text = _("Choose a type from the list. You entered “%(typed)s”.")
        yield "family", text % {"typed": said["family"]}
    if typed["year"] and not re.fullmatch(r"(?a:[12]\d{3})", typed["year"]):
        text = _("Choose a year from the list. You entered “%(typed)s”.")
        yield "year", text % {"typed": said["year"]}
    if typed["score"] and _number(typed["score"]) is None:
        text = _("Enter a number from 0 to %(highest)s. You entered “%(typed)s”.")
        yield "score", text % {"highest": figure(HIGHEST_SCORE), "typed": said["score"]}


def _number(text: str) -> int | None:
    if not re.fullmatch(r"(?a:\d{1,4})", text) or int(text) > HIGHEST_SCORE:
        return None
    return int(text)
