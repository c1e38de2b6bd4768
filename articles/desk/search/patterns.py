"""Rows whose words begin like those looked for, whatever their accents, on any database."""

import re
from collections.abc import Sequence

from django.db.models import Q

from articles.search.query import Query

# Every letter with the accents that French and names carry, small and large: databases do not
# agree on what is the same letter in another case.
LIKE = {
    letter: f"[{letter}{letter.upper()}{accented}{accented.upper()}]"
    for letter, accented in {
        **dict.fromkeys("abdefghijklmopqrstvwxz", ""),
        "a": "àâäá",
        "c": "ç",
        "e": "éèêë",
        "i": "îïí",
        "n": "ñ",
        "o": "ôöó",
        "u": "ùûüú",
        "y": "ÿ",
    }.items()
}

# Databases write the edge of a word in ways of their own.
BEGINNING = "(^|[^0-9A-Za-zÀ-ÖØ-öø-ÿŒœ])"


def having(query: Query, *fields: str) -> Q:
    """Rows of which one of the fields or another has each word. Words are folded: letters and
    digits alone, so that no pattern can be typed."""
    wanted = Q()
    for word in query.words:
        pattern = _pattern(word)
        one = Q()
        for field in fields:
            one |= Q(**{f"{field}__regex": pattern})
        wanted &= one
    return wanted


def _pattern(word: str) -> str:
    # œ and æ are folded to two letters.
    letters: Sequence[str] = re.findall("oe|ae|.", word)
    return BEGINNING + "".join(_letter(part) for part in letters)


def _letter(part: str) -> str:
    joined = {"oe": "œŒ", "ae": "æÆ"}
    if part in joined:
        return f"({_letter(part[0])}{_letter(part[1])}|[{joined[part]}])"
    return LIKE.get(part, re.escape(part))
