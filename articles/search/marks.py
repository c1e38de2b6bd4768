"""The words that were looked for, marked in the text that was found."""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles.search.folding import WORD, fold
from articles.search.query import Query

# An excerpt begins this many words before the first one that was found.
BEFORE, LENGTH = 8, 34


def marked(text: str, query: Query) -> SafeString:
    """The text as safe HTML, with <mark> around each word that begins as one of the query's."""
    parts, end = [], 0
    for found in WORD.finditer(text):
        if fold(found[0]).startswith(query.words):
            parts += [escape(text[end : found.start()]), f"<mark>{escape(found[0])}</mark>"]
            end = found.end()
    return mark_safe("".join([*parts, escape(text[end:])]))  # noqa: S308 - every part is escaped


def excerpt(text: str, query: Query) -> str:
    """The words around the first one that was found; "" where none was."""
    words = text.split()
    for place, word in enumerate(words):
        if any(part.startswith(query.words) for part in fold(word).split()):
            start = max(place - BEFORE, 0)
            cut = " ".join(words[start : start + LENGTH])
            return ("… " if start else "") + cut + (" …" if start + LENGTH < len(words) else "")
    return ""
