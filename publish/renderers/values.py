"""One value as every table of ours has it: dates ISO, times ISO in UTC, digits only."""

from datetime import UTC, date, datetime

from publish.renderers.xml import clean

# A spreadsheet runs a cell that begins with one of these as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def cell(value: "date | datetime | int | str | None") -> str:
    """A cell of a file for spreadsheets; absent is empty."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return "'" + value
    return str(value)


def plain(value: "date | datetime | int | str | None") -> int | str | None:
    """A value of JSON: digits stay a number, text stays as it is, absent is null."""
    if value is None or value == "":
        return None
    if isinstance(value, int):
        return value
    return clean(value) if isinstance(value, str) else cell(value)
