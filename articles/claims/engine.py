"""Reading an article against the record."""

import datetime as dt
import re

from articles.claims.claim import Claim, Kind, Verdict
from articles.claims.record import Record
from articles.claims.texts import Part, Texts, parts_of

_THIN = re.compile(
    r"(?:draw|ronde)\s+(?P<number>\d{1,3}[a-c]?)\b[^.\n]{0,200}?(?:cut-off|note minimale)"
    r"\D{0,30}(?P<crs>\d{2,4})\b",
    re.IGNORECASE,
)


def read(
    texts: Texts, *, language: str, as_of: dt.datetime, known: Record | None = None
) -> list[Claim]:
    """Every statement that the record can judge, in the order of the text.

    `known` is the record to judge by; the stored one, read anew, where none is given.
    """
    if known is None:
        from articles.claims.stored import stored

        known = stored()
    return [claim for part in parts_of(texts) for claim in _thin(part, known)]


def _thin(part: Part, known: Record) -> list[Claim]:
    found = []
    for match in _THIN.finditer(part.text):
        draw = known.by_number.get(match["number"])
        if draw is not None:
            right = int(match["crs"]) == draw.crs
            found.append(
                Claim(
                    text=match[0],
                    kind=Kind.CUT_OFF,
                    verdict=Verdict.TRUE if right else Verdict.CONTRADICTED,
                    found=match["crs"],
                    expected=str(draw.crs),
                    source=f"/draws/{draw.number}/",
                    where=part.where,
                    place=part.place,
                    start=match.start("crs"),
                    end=match.end("crs"),
                    figure=f"draw/{draw.number}/crs",
                )
            )
    return found
