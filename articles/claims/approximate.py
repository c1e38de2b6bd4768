"""Numbers that are meant roughly: about 6,000, more than 6,000, nearly 6,000."""

import re
from functools import cache

from articles.claims.lexicon import LEXICONS

LOOK_BACK = 26


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = LEXICONS[language]
    return re.compile(
        rf"(?:^|[^\w])(?:(?P<more>{words.more})|(?P<less>{words.less})|(?P<about>{words.about}))"
        r" ?(?:the |a |les |la )?$"
    )


def agrees(low: str, start: int, written: int, real: int, language: str) -> bool | None:
    """Whether a number, as it is meant, agrees with the real one. `low` is the plain text.

    None: true as logic has it, but too far off to be called true or false.
    """
    if written == real:
        return True
    match = _pattern(language).search(low[max(start - LOOK_BACK, 0) : start])
    if match is None:
        return False
    if match["about"]:
        return abs(written - real) <= max(real * 0.06, 1)
    low_end, high_end = (written, real) if match["more"] else (real, written)
    if low_end > high_end:
        return False
    return True if low_end >= high_end * 0.8 else None


def score_agrees(low: str, start: int, written: int, real: int, language: str) -> bool | None:
    """The same for a score: "at least 508" is its usual wording, and means 508."""
    if written == real:
        return True
    match = _pattern(language).search(low[max(start - LOOK_BACK, 0) : start])
    if match is None or match[0].strip() in ("at least", "au moins"):
        return False
    if match["about"]:
        return abs(written - real) <= 6
    return None if (real > written) == bool(match["more"]) else False


def is_rounded(written: int, real: int) -> bool:
    """Whether a bare number may be meant as a round one: 135,000 for 135,215."""
    for unit, least in ((1000, 10_000), (100, 5_000)):
        if written >= least and written % unit == 0 and real % unit:
            return written in (real // unit * unit, round(real / unit) * unit)
    return False
