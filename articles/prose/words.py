"""Runs of words: neighbours joined, blanks single, none at the ends of a paragraph."""

import re
from collections.abc import Iterable

from articles.prose.tree import Node

# Not the no-break space: that one is meant.
BLANKS = re.compile(r"[ \t\r\n\f]+")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without control characters, which no page shows and XML refuses."""
    return CONTROL.sub("", text)


def joined(parts: Iterable[Node]) -> list[Node]:
    """Neighbouring words as one, with single blanks."""
    found: list[Node] = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, str) and isinstance(last, str):
            found[-1] = last + part
        else:
            found.append(part)
    single = [BLANKS.sub(" ", part) if isinstance(part, str) else part for part in found]
    return [part for part in single if part != ""]


def trimmed(parts: Iterable[Node]) -> list[Node]:
    """The words of a paragraph, without blanks at its ends; nothing if all is blank."""
    found = joined(parts)
    if found and isinstance(found[0], str):
        found[0] = found[0].lstrip(" ")
    if found and isinstance(found[-1], str):
        found[-1] = found[-1].rstrip(" ")
    said = any(not isinstance(part, str) or part.strip() for part in found)
    return [part for part in found if part != ""] if said else []
