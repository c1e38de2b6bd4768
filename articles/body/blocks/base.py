"""What a kind of block is, and what it may read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from articles.ads import Box, boxes
from articles.models import Article
from draws.known import Known
from publish.editions import current

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as LazyText


@dataclass(frozen=True, slots=True)
class Place:
    """One block in one article: what it is of, and its number among the article's blocks."""

    article: Article
    of: str
    number: int


@dataclass(slots=True)
class Needs:
    """What a block reads of draws; see draws.known.Known."""

    numbers: set[str] = field(default_factory=set)
    relatives: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    dates: set[Any] = field(default_factory=set)
    pools: set[str] = field(default_factory=set)

    def __or__(self, other: "Needs") -> "Needs":
        return Needs(
            self.numbers | other.numbers,
            self.relatives | other.relatives,
            self.families | other.families,
            self.dates | other.dates,
            self.pools | other.pools,
        )


class Scope:
    """What the blocks of the articles on one page share. Each part is read once, if at all."""

    def __init__(
        self, language: str, at: datetime, draws: Known, *, plain: bool, around: "Around"
    ) -> None:
        self.language, self.at, self.draws, self.plain = language, at, draws, plain
        self.around = around

    @cached_property
    def as_on(self) -> datetime:
        """The moment of the edition."""
        return self.around.as_on or current().modified_at

    @cached_property
    def boxes(self) -> dict[str, Box]:
        """The room for advertisements and what stands in it."""
        if self.around.boxes is not None:
            return self.around.boxes
        return boxes(self.language, self.at)


@dataclass(frozen=True, slots=True)
class Around:
    """What the page around a text has read already, and what it will ask of the draws that are
    read for the text. `related`: articles for cards by rule, best first."""

    boxes: dict[str, Box] | None = None
    related: Sequence[Article] | None = None
    as_on: datetime | None = None
    needs: Needs = field(default_factory=Needs)


Contexts = Callable[[Sequence[Place], Scope], Mapping[Place, dict[str, Any]]]


def needs_nothing(_of: str) -> Needs:
    return Needs()


@dataclass(frozen=True, slots=True)
class Block:
    """One kind of block: its template, and a function that gives every place its context.

    The function gets all places of its kind at once and asks a constant number of queries. A
    place that it leaves out is broken: nothing is shown there, and an editor gets a task. With
    `in_feeds` False the block is left out where only text makes sense. `heading` is what the
    table of contents calls it, None for a block without a heading of its own.
    """

    label: "LazyText"
    template: str
    contexts: Contexts
    needs: Callable[[str], Needs] = needs_nothing
    in_feeds: bool = True
    heading: "LazyText | None" = None
