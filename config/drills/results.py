"""What a drill found, and the table of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from random import Random

from config.drills.load import Told
from config.drills.oracle import Verdict
from config.drills.world import Stage


@dataclass(slots=True)
class Result:
    """`broken` says in words what was taken away; `recovered` is in seconds, the longest;
    `faults` are what else must not be."""

    broken: str
    told: Told = field(default_factory=Told)
    verdict: Verdict = field(default_factory=Verdict)
    recovered: float | None = None
    faults: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        return not self.verdict and not self.faults


@dataclass(frozen=True, slots=True)
class Options:
    """`seconds`: how long a part is away; `steps`: at how many a worker is killed; `bodies`: how
    many are mutated."""

    seconds: float
    steps: int
    bodies: int


Drill = Callable[[Stage, Random, Options], Result]
HEADINGS = (
    ("drill", "answered", "stale", "failed", "lost", "twice", "wrong", "back in", ""),
    (18, 9, 7, 7, 5, 6, 6, 9, 8),
)


def line(name: str, result: Result) -> str:
    told, verdict = result.told, result.verdict
    back = "–" if result.recovered is None else f"{result.recovered:.1f} s"
    counts = (len(verdict.lost), len(verdict.twice), len(verdict.wrong))
    cells = (name, told.answered, told.stale, told.failed, *counts, back)
    return row((*cells, "good" if result.is_good else "FAILED"))


def heading() -> str:
    return row(HEADINGS[0])


def row(cells: Iterable[object]) -> str:
    first, *others = zip(cells, HEADINGS[1], strict=True)
    return f"{first[0]!s:<{first[1]}}" + "".join(f" {cell!s:>{width}}" for cell, width in others)


def details(result: Result) -> Iterator[str]:
    """What was broken, and everything that was found, a line each."""
    yield f"    broken: {result.broken}"
    yield from (f"    {remark}" for remark in result.remarks)
    failures = ", ".join(f"{count} × {what}" for what, count in result.told.refused.most_common(6))
    if failures:
        yield f"    not answered: {failures}"
    if result.told.answered:
        yield f"    slowest answer: {result.told.slowest:.2f} s"
    named = {"LOST": result.verdict.lost, "TWICE": result.verdict.twice}
    named |= {"WRONG": result.verdict.wrong, "FAULT": result.faults}
    for word, found in named.items():
        yield from (f"    {word} {what}" for what in found[:20])
