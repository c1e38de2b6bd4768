"""What is kept beside articles, so that no reader has to look through them all: the words that
each is found by, and what each shows of the record."""

from collections.abc import Iterable

from articles.corrections import shown
from articles.search import index as search


def note(keys: Iterable[int]) -> None:
    """Bring it in line with these articles, in the transaction that changed them."""
    changed = list(keys)
    search.note(changed)
    shown.note(changed)


def note_all() -> int:
    """Bring it in line with all articles; returns how many. For rows that came in bulk."""
    shown.rebuild()
    return search.rebuild()
