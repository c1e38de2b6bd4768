"""The words of each language, as data: what a language is, the reading engine takes from here."""

from articles.claims.lexicon.english import ENGLISH
from articles.claims.lexicon.french import FRENCH
from articles.claims.lexicon.shape import Lexicon

LEXICONS: dict[str, Lexicon] = {"en": ENGLISH, "fr": FRENCH}

__all__ = ["LEXICONS", "Lexicon"]
