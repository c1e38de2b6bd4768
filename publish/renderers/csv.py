"""CSV by RFC 4180: one header row, then a line for each row."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime

from publish.listing import Listing
from publish.renderers.values import cell


class CsvRenderer:
    label = "CSV"
    content_type = "text/csv; charset=utf-8"
    is_table = True
    refusal = "text"

    def render(self, listing: Listing, modified: datetime) -> Iterator[bytes]:
        yield _line(column.name for column in listing.columns)
        for row in listing.each_row():
            yield _line(cell(column.value(row)) for column in listing.columns)


def _line(cells: Iterator[str]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerow(cells)
    return text.getvalue().encode()
