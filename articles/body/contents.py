"""The headings of an article: an id for each, and the table of contents."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import slugify

# Ids that the page of an article gives to parts of its own.
TAKEN = frozenset(
    ["main", "contents", "faq", "rel", "related", "connect", "share", "topics", "about-author"]
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that readers can jump to."""

    id: str
    text: str
    level: int


class Ids:
    """Ids for one page, made of words, each given once."""

    def __init__(self, taken: Iterable[str] = TAKEN) -> None:
        self._taken = set(taken)

    def take(self, words: str) -> str:
        """why-508-was-not-enough; with -2 and so on where that is taken."""
        stem = slugify(words)[:60].strip("-") or "part"
        if stem.startswith(("q-", "w-")):  # questions and widgets begin so
            stem = f"h-{stem}"
        name, count = stem, 1
        while name in self._taken:
            count += 1
            name = f"{stem}-{count}"
        self._taken.add(name)
        return name
