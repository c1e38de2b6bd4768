"""The marks: how many changes are found, how many true articles are stopped, how fast it is."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.claims.bench.article import Told
from articles.claims.claim import Claim
from articles.claims.engine import read
from articles.claims.files import texts_of_bytes
from articles.claims.record import Record


@dataclass(slots=True)
class Marks:
    """What came of one set. `missed` and `stopped` say where."""

    articles: int = 0
    figures: int = 0
    figures_found: int = 0
    others: int = 0
    others_found: int = 0
    seconds: float = 0
    stopped: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    by_kind: Counter[tuple[str, bool]] = field(default_factory=Counter)

    @property
    def figures_share(self) -> float:
        return 100 * self.figures_found / max(self.figures, 1)

    @property
    def others_share(self) -> float:
        return 100 * self.others_found / max(self.others, 1)

    @property
    def stopped_share(self) -> float:
        return 100 * len(self.stopped) / max(self.articles, 1)

    @property
    def speed(self) -> float:
        """Articles a second, of processor time."""
        return self.articles / self.seconds if self.seconds else 0.0


def measure(articles: Sequence[Told], record: Record) -> Marks:
    """Read each article as it is, and with each one change."""
    marks = Marks()
    for told in articles[:4]:
        claims_of(told, told.text, record)  # so that no pattern is compiled on the clock
    for told in articles:
        started = time.process_time()
        claims = claims_of(told, told.text, record)
        marks.seconds += time.process_time() - started
        marks.articles += 1
        wrong = [claim for claim in claims if claim.is_contradicted]
        if wrong:
            marks.stopped.append(f"{told.name}: {_line(wrong[0])}")
        _change_each(told, record, marks, {_key(claim) for claim in wrong})
    return marks


def claims_of(told: Told, text: str, record: Record) -> list[Claim]:
    texts = texts_of_bytes(text.encode())
    return read(texts, language=told.language, as_of=told.as_of, known=record)


def _line(claim: Claim) -> str:
    return f"{claim.kind} {claim.found!r} → {claim.expected!r} | {claim.text[:140]}"


def _key(claim: Claim) -> tuple[str, str]:
    return claim.kind, claim.found


def _change_each(told: Told, record: Record, marks: Marks, before: set[tuple[str, str]]) -> None:
    for piece, wrong, text in told.changed():
        claims = claims_of(told, text, record)
        found = any(
            claim.is_contradicted and wrong in claim.text and _key(claim) not in before
            for claim in claims
        )
        marks.by_kind[piece.kind, found] += 1
        if piece.is_figure:
            marks.figures += 1
            marks.figures_found += found
        else:
            marks.others += 1
            marks.others_found += found
        if not found:
            marks.missed.append(f"{told.name}: {piece.kind} {piece.words!r} → {wrong!r}")
