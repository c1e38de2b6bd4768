"""Scores that bound a part of the pool: above 600, 501 or more, 300 or less."""

import re

from articles.claims.sentence import Sentence
from articles.claims.tokens import Token

_ABOVE = re.compile(
    r"(?:above|over|dépass\w+|exceed\w*|topp\w+|more than|higher than|at least|plus de"
    r"|au-dessus de|supérieure? à) (?P<n>\d{3})(?!\d|,\d)"
    r"|(?P<m>\d{3}) (?:points )?(?:or more|or higher|and above|or above|ou plus|et plus)\b"
)
_BELOW = re.compile(
    r"(?:300 (?:points )?(?:or (?:less|lower|below|fewer)|and (?:below|under)|ou moins|et moins)"
    r"|(?:below|under|au plus|0 ?(?:-|to|à) ?) ?30[01])\b"
)


def is_bound_of_score(sentence: Sentence, token: Token) -> bool:
    """The 600 of "above 600"."""
    begin = max(token.start - 18, sentence.start)
    for pattern in (_ABOVE, _BELOW):
        for match in pattern.finditer(sentence.low, begin, min(token.end + 20, sentence.end)):
            if match.start() <= token.start < match.end():
                return True
    return False


def limit_of(sentence: Sentence) -> int | None:
    """The lowest score of what is meant, None without one."""
    match = _ABOVE.search(sentence.low, sentence.start, sentence.end)
    if match is None:
        return None
    return int(match["n"]) + (match["n"][-1] == "0") if match["n"] else int(match["m"])


def is_lowest(sentence: Sentence) -> bool:
    """Whether it speaks of the lowest band: 300 or less."""
    return _BELOW.search(sentence.low, sentence.start, sentence.end) is not None
