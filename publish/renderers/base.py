"""What a form of a list is."""

from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

from publish.listing import Listing


class Renderer(Protocol):
    """Turns a list into bytes, piece by piece.

    `label` is what readers call the form. A table has a line for each row and columns; the others
    are feeds, with an item for each entry. `refusal` names the shape, one of problems.SHAPES, in
    which the form says what is wrong with a filter.
    """

    label: str
    content_type: str
    is_table: bool
    refusal: str

    def render(self, listing: Listing, modified: datetime) -> Iterator[bytes]:
        """The list in order; `modified` is the moment of the edition that is served. No piece
        says when it was made: the same edition gives the same bytes."""
