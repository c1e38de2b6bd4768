"""CSV by RFC 4180: one header row, dates ISO, times ISO in UTC, digits only, absent = empty."""

import csv
import io
from datetime import UTC, date, datetime

from publish.listing import Listing

# A spreadsheet runs a cell that begins with one of these as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class CsvRenderer:
    label = "CSV"
    content_type = "text/csv; charset=utf-8"

    def render(self, listing: Listing, modified: datetime) -> bytes:
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(column.name for column in listing.columns)
        for row in listing.rows:
            writer.writerow(cell(column.value(row)) for column in listing.columns)
        return text.getvalue().encode()


def cell(value: "date | datetime | int | str | None") -> str:
    """One value as it stands in every machine-readable table."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return "'" + value
    return str(value)
