"""Words as they are looked for: équipe, Équipe and equipe are one. Knows no model."""

import re
import unicodedata
from collections.abc import Iterable
from html import unescape

# Joined letters that Unicode leaves as they are when it takes accents off.
JOINED = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
ACCENT = re.compile("[\u0300-\u036f]+")
WORD = re.compile(r"[^\W_]+")
TAG = re.compile(r"<[^>]*>")


def fold(text: str) -> str:
    """Lower case, without accents; everything but letters and digits is one space."""
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(JOINED))
    return " ".join(WORD.findall(ACCENT.sub("", decomposed)))


def folded(texts: Iterable[str]) -> str:
    """The words of some texts or HTML, folded, a space between them."""
    return fold(unescape(TAG.sub(" ", " ".join(texts))))
