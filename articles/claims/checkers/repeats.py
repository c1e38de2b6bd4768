"""A paragraph that stands twice."""

import re
from collections.abc import Iterable, Iterator

from articles.claims.claim import Claim, Kind, Verdict
from articles.claims.sentence import Sentence

# Shorter ones may well be said twice.
SHORTEST = 60
_BLANKS = re.compile(r"\s+")
WORDS = {"en": "once", "fr": "une fois"}


def check(parts: Iterable[list[Sentence]], language: str) -> Iterator[Claim]:
    """The later one of each pair of equal paragraphs."""
    seen: set[str] = set()
    for part in parts:
        for block in _blocks(part):
            words = part[0].part.text[block[0] : block[1]]
            key = _BLANKS.sub(" ", words).strip().casefold()
            if len(key) < SHORTEST:
                continue
            if key in seen:
                yield _claim(part[0], block, words, language)
            seen.add(key)


def _blocks(part: list[Sentence]) -> Iterator[tuple[int, int]]:
    block = None
    for sentence in part:
        if sentence.block is not block and sentence.block.kind in ("p", "li", "quote"):
            yield sentence.block.start, sentence.block.end
        block = sentence.block


def _claim(sentence: Sentence, block: tuple[int, int], words: str, language: str) -> Claim:
    part = sentence.part
    return Claim(
        text=words[:500],
        kind=Kind.REPEAT,
        verdict=Verdict.CONTRADICTED,
        found=f"{words[:80]}…" if len(words) > 80 else words,
        expected=WORDS.get(language, WORDS["en"]),
        where=part.where,
        place=part.place,
        start=block[0],
        end=block[1],
    )
