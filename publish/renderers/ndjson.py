"""NDJSON: one object on each line, with the columns of the CSV, their types, null for absent."""

import json
from collections.abc import Iterator
from datetime import datetime

from publish.listing import Listing
from publish.renderers.values import plain


class NdjsonRenderer:
    label = "NDJSON"
    content_type = "application/x-ndjson; charset=utf-8"
    is_table = True
    refusal = "json"

    def render(self, listing: Listing, modified: datetime) -> Iterator[bytes]:
        for row in listing.each_row():
            values = {column.name: plain(column.value(row)) for column in listing.columns}
            yield (json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
