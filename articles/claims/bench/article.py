"""Articles with marks: what is true in them is taken from the record, and can be changed.

A file begins with `draws: 396 404` (the article is told of each) or `as-of: 2026-10-02`, then a
blank line. In the text `[[crs]]` is a figure of the draw, `[[prev.crs]]` of the one before in its
family, `[[395.crs]]` of another; `[[dir:fell/rose]]` is the word for down or up; `[[count:third/
fourth]]` is true words and false ones, under a kind. What follows a | is a style.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from articles.claims.bench import forms
from articles.claims.record import Record
from draws.records import RoundRecord

TEXTS = Path(__file__).parent / "texts"
MARK = re.compile(r"\[\[(?P<what>[^\]:|]+)(?::(?P<words>[^\]|]+))?(?:\|(?P<style>[^\]]+))?\]\]")
# The kinds of change that are figures; the others are superlatives, counts and ranges.
FIGURES = frozenset("inv crs number date tie fam points dir pool pnp change rule".split())


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of an article; with a `kind`, what may be changed, and what into."""

    words: str
    kind: str = ""
    wrong: tuple[str, ...] = ()

    @property
    def is_figure(self) -> bool:
        return self.kind in FIGURES


@dataclass(frozen=True, slots=True)
class Told:
    """One true article."""

    name: str
    language: str
    as_of: dt.datetime
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.words for piece in self.pieces)

    def changed(self) -> Iterator[tuple[Piece, str, str]]:
        """(what was changed, into what, the article with it), for each thing in it."""
        for place, piece in enumerate(self.pieces):
            for wrong in piece.wrong:
                before = "".join(each.words for each in self.pieces[:place])
                after = "".join(each.words for each in self.pieces[place + 1 :])
                yield piece, wrong, before + wrong + after


class Untellable(Exception):
    """A draw of which the article cannot be told: it has no draw before it, no tie-break."""


def articles(folder: str, record: Record) -> Iterator[Told]:
    """Every article of a set."""
    for path in sorted((TEXTS / folder).glob("*.txt")):
        yield from told_of(path, record)


def told_of(path: Path, record: Record) -> Iterator[Told]:
    head, text = path.read_text(encoding="utf-8").split("\n\n", 1)
    given = dict(line.split(": ", 1) for line in head.splitlines())
    language = path.name[:2]
    for number in given.get("draws", "").split() or [""]:
        draw = record.by_number.get(number)
        moment = draw.date + dt.timedelta(days=1) if draw else dt.date.fromisoformat(given["as-of"])
        as_of = dt.datetime.combine(moment, dt.time(), dt.UTC)
        try:
            pieces = tuple(_pieces(text, draw, language, record))
        except Untellable:
            continue
        yield Told(f"{path.stem} {number}".strip(), language, as_of, pieces)


def _pieces(text: str, draw: RoundRecord | None, language: str, record: Record) -> Iterator[Piece]:
    at = 0
    for match in MARK.finditer(text):
        yield Piece(text[at : match.start()])
        yield _piece(match, draw, language, record)
        at = match.end()
    yield Piece(text[at:])


def _piece(match: re.Match[str], draw: RoundRecord | None, language: str, record: Record) -> Piece:
    what, words, style = match["what"], match["words"], match["style"] or ""
    if words and what not in ("dir", "prev.dir"):
        right, *wrong = words.split("/")
        return Piece(right, what, tuple(wrong))
    reference, _dot, name = what.rpartition(".")
    subject = _subject(reference, draw, record)
    before = record.previous(subject)
    if name in ("points", "dir") and (before is None or before.crs == subject.crs):
        raise Untellable
    right, *wrong = forms.of(name, subject, before, words or style, language)
    if style == "fixed":  # what asks or supposes states nothing
        return Piece(right)
    return Piece(right, name, tuple(wrong))


def _subject(reference: str, draw: RoundRecord | None, record: Record) -> RoundRecord:
    if reference == "prev" and draw is not None:
        found = record.previous(draw)
    else:
        found = record.by_number.get(reference) if reference else draw
    if found is None:
        raise Untellable
    return found
