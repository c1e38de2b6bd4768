"""What a form of a list is."""

from datetime import datetime
from typing import Protocol

from publish.listing import Listing


class Renderer(Protocol):
    """Turns a list into bytes. `label` is what readers call the form."""

    label: str
    content_type: str

    def render(self, listing: Listing, modified: datetime) -> bytes:
        """The list as bytes; `modified` is the moment of the edition that is served."""
