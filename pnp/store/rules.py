"""How strictly a body is taken: by page or by line."""

from collections.abc import Callable
from dataclasses import dataclass

from pnp.models import Row
from pnp.programs import Feed, Province


def _nothing(row: Row) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Rules:
    """`lists_whole_days(row)`: whether a stored row that the body lacks is gone from its source.

    `review`: every change waits for an editor. `feed` None: a table of ours or of an editor.
    """

    lists_whole_days: Callable[[Row], bool] = _nothing
    review: bool = False
    feed: Feed | None = None

    @classmethod
    def of_feed(cls, province: Province, feed: Feed) -> "Rules":
        return cls(lambda row: not feed.covers or row.stream in feed.covers, feed.review, feed)

    @classmethod
    def of_lines(cls) -> "Rules":
        return cls()
