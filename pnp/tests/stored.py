"""The stored pages of the provinces, and a short form of what is read from them."""

from pathlib import Path

from pnp.notation import written_count, written_score
from pnp.records import Parsed, RowRecord

PAGES = Path(__file__).parent / "pages"


def page(name: str) -> bytes:
    """A stored page, written for these tests in the form that the province uses."""
    return (PAGES / f"{name}.html").read_bytes()


def changed(name: str, old: str, new: str) -> bytes:
    """A stored page with one text replaced."""
    text = page(name).decode()
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new).encode()


def short(row: RowRecord) -> tuple[str, str, str, str, str]:
    """Day, stream, target, count and score."""
    score = written_score(row.score)
    return (str(row.date), row.stream, row.target, written_count(row.count), score)


def all_short(parsed: Parsed) -> list[tuple[str, str, str, str, str]]:
    return [short(row) for row in parsed.rows]
