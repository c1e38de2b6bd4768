"""A sentence as the checkers read it: its tokens, and its shape, one sign a token."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from articles.claims.texts import Block, Part
from articles.claims.tokens import Token

# What parts one clause from the next.
CLAUSE = frozenset({",", ";", ":", "-"})
BLANKS = re.compile(r"[ \t\n]+")
SUPERLATIVES = {"DOWN": "LOW", "UP": "HIGH", "GRAND": "BIG", "PETIT": "SMALL"}
LEAST = {"UP": "LOW", "GRAND": "SMALL"}


@dataclass(slots=True)
class Match:
    """Where a pattern matched a shape: the tokens of its groups."""

    tokens: list[Token]
    places: dict[str, range]

    def __getitem__(self, name: str) -> Token | None:
        """The first token of a group, None where it took no part."""
        place = self.places.get(name)
        return self.tokens[place[0]] if place else None

    def all(self, name: str) -> list[Token]:
        place = self.places.get(name)
        return [self.tokens[at] for at in place] if place else []

    @property
    def first(self) -> int:
        return self.places[""][0]

    @property
    def last(self) -> int:
        return self.places[""][-1]


@dataclass
class Sentence:
    """One sentence of a block."""

    part: Part
    block: Block
    start: int
    end: int
    tokens: list[Token]
    low: str
    # Whether it follows from what was supposed before: "Suppose … Then the cut-off is 515."
    supposed: bool = False
    # Its surroundings, and what was spoken of when they were found: articles.claims.surroundings.
    near: tuple[object, Any] | None = None
    # Tokens that one checker has judged, so that no other does.
    judged: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        _mark_superlatives(self.tokens)
        for pos, token in enumerate(self.tokens):
            token.pos = pos

    @property
    def text(self) -> str:
        return BLANKS.sub(" ", self.part.text[self.start : self.end]).strip()

    @cached_property
    def signs(self) -> list[str]:
        return [token.sign for token in self.tokens]

    @cached_property
    def shape(self) -> str:
        return f" {' '.join(self.signs)} "

    @cached_property
    def present(self) -> frozenset[str]:
        return frozenset(self.signs)

    @cached_property
    def _offsets(self) -> list[int]:
        offsets, at = [], 1
        for sign in self.signs:
            offsets.append(at)
            at += len(sign) + 1
        return offsets

    def search(self, pattern: re.Pattern[str]) -> Iterator[Match]:
        """Every match of a pattern of signs."""
        for match in pattern.finditer(self.shape):
            spans = {"": match.span()} | {
                name: match.span(name) for name in match.groupdict() if match[name]
            }
            yield Match(self.tokens, {name: self._range(*span) for name, span in spans.items()})

    def _range(self, start: int, end: int) -> range:
        first = bisect_left(self._offsets, start)
        return range(first, max(bisect_left(self._offsets, end), first + 1))

    @cached_property
    def is_question(self) -> bool:
        return self.low[self.start : self.end].rstrip(" \"')").endswith("?")

    @cached_property
    def moot(self) -> frozenset[int]:
        """The tokens that state nothing: in a question, a quotation, a condition, a forecast."""
        if self.is_question or self.supposed:
            return frozenset(range(len(self.tokens)))
        found: set[int] = set()
        for clause in self._clauses():
            signs = {self.tokens[at].sign for at in clause}
            if signs & {"MODAL", "NEXT", "NOT", "NO"}:
                found.update(clause)
            if "IF" in signs and not self.present & {"ONLY", "SUBMITTED"}:
                found.update(range(clause[0], len(self.tokens)))
        return frozenset(found | set(self._quoted()))

    def clause_of(self, pos: int) -> range:
        return next(clause for clause in self._clauses() if pos in clause)

    def _clauses(self) -> Iterator[range]:
        start = 0
        for pos, sign in enumerate(self.signs):
            if sign in CLAUSE:
                yield range(start, pos + 1)
                start = pos + 1
        if start < len(self.tokens):
            yield range(start, len(self.tokens))

    def _quoted(self) -> Iterator[int]:
        marks = [pos for pos, sign in enumerate(self.signs) if sign == '"']
        for first, last in zip(marks[::2], marks[1::2], strict=False):
            yield from range(first, last)


def _mark_superlatives(tokens: list[Token]) -> None:
    """le plus bas, la plus grande: one superlative, as in English."""
    for before, plus, word in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if plus.name == "most" and before.sign == "THE" and word.sign not in ("LATEST", "OF"):
            plus.sign = "BIG"
        if plus.sign == "PLUS" and before.sign in ("THE", "ON", "PREV"):
            word.sign = SUPERLATIVES.get(word.sign, word.sign)
        if plus.sign == "MOINS" and before.sign in ("THE", "ON", "PREV"):
            word.sign = LEAST.get(word.sign, word.sign)
