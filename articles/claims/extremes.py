"""Words that call something the most or the least: lowest, la deuxième plus petite, a record."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from articles.claims.sentence import Sentence

# Which measure a word is of: of a score first, of invitations first, of how much was done.
SCORE, SIZE, BUSY = "score", "size", "busy"
_RANKS = {
    **dict.fromkeys(("second", "seconde", "2nd", "deuxième", "2e"), 2),
    **dict.fromkeys(("third", "3rd", "troisième", "3e"), 3),
    **dict.fromkeys(("fourth", "4th", "quatrième", "4e"), 4),
    **dict.fromkeys(("fifth", "5th", "cinquième", "5e"), 5),
}
_RANK = "|".join(sorted(_RANKS, key=len, reverse=True))
_LOW = "lowest|bas|basse|basses|faible|faibles"
_HIGH = "highest|steepest|haut|haute|hauts|hautes|élevée?s?"
_BIG = (
    "largest|biggest|grande?s?|gros|grosses?|importante?s?|vastes?|généreux|généreuses?|nombreuse"
    "|volumineuse|massive|most generous|fournie?"
)
_SMALL = "smallest|tiniest|fewest|petite?s?|modestes?|maigre|restreinte"
_BUSY = "busiest|most active|actifs?|active|actives|chargée?s?|heaviest"
_QUIET = "quietest|lightest|slowest|least active|tranquilles?|calmes?"
# A word, what it measures, and whether it means the least.
_WORDS: tuple[tuple[str, str, bool], ...] = (
    (_LOW, SCORE, True),
    (_HIGH, SCORE, False),
    (_BIG, SIZE, False),
    (_SMALL, SIZE, True),
    (_BUSY, BUSY, False),
    (_QUIET, BUSY, True),
)
_NOUNS = (
    (r"all-time high|record high|new high|high point|high of|peak|peaked|sommet|pic", SCORE, False),
    (
        r"all-time low|record low|new low|low point|low of|trough|creux|floor of"
        r"|plancher",
        SCORE,
        True,
    ),
)
_SO = {
    **dict.fromkeys(("low", "bas", "basse"), (SCORE, True)),
    **dict.fromkeys(("high", "haut", "haute", "élevé", "élevée"), (SCORE, False)),
    **dict.fromkeys(
        ("large", "big", "many", "much", "grande", "grosse", "généreuse"), (SIZE, False)
    ),
    **dict.fromkeys(("small", "few", "petite", "peu"), (SIZE, True)),
}
# The lowest score invited, the lowest-ranked candidate: the cut-off itself, no superlative.
_CUT_OFF_ITSELF = re.compile(
    r"\b(?:lowest|plus basse?)(?:[- ](?:crs|score|scores|scoring|ranked|ranking|scg|note|à"
    r"|candidate"
    r"|profile|of|the|person|point|points|minimum|que|qui|ait|soit))*"
    r"[- ](?:invited|candidate invited|to (?:be|get|receive)|who|that was|recevoir|invitée?"
    r"|ranked)\b|\blowest[- ](?:ranked|scoring)\b|\b(?:that|this|cette) (?:lowest"
    r"|note la plus basse)"
    r"|\b(?:lowest|plus basse)(?: score| cut-off)? (?:in|of|de) (?:that|this|cette) (?:draw|round"
    r"|ronde)"
    r"|\bcette note la plus basse"
)


@dataclass(frozen=True, slots=True)
class Called:
    """Words from `start` to `end` that call something extreme.

    `least`: the smaller, the nearer. `rank`: 2 for the second-lowest. `so`: "never so low", "had
    not been that high since": what was before is denied.
    """

    start: int
    end: int
    kind: str
    least: bool
    rank: int = 1
    so: bool = False


def called(sentence: Sentence, language: str) -> list[Called]:
    """The superlatives of a sentence, in its order."""
    found = list(_french(sentence) if language == "fr" else _english(sentence))
    found += [*_nouns(sentence), *_denied(sentence)]
    kept: list[Called] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return [each for place, each in enumerate(kept) if not _is_paired(sentence, kept, place)]


def _is_paired(sentence: Sentence, kept: list[Called], place: int) -> bool:
    """The highest and the lowest: two ends of a range."""
    pairs = pairwise(kept)
    return any(
        kept[place] in pair
        and sentence.low[pair[0].end : pair[1].start].strip() in ("and", "et", "and the")
        for pair in pairs
    )


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    if language == "fr":
        return tuple(
            (
                re.compile(
                    rf"\b(?:(?P<rank>{_RANK}) (?:[\w'-]+ ){{0,3}}?)?(?:l[ae]s? )?(?P<way>plus"
                    rf"|moins) (?:{words})\b"
                ),
                kind,
                least,
            )
            for words, kind, least in _WORDS
        )
    return tuple(
        (re.compile(rf"\b(?:(?P<rank>{_RANK})[- ](?:and )?)?(?:{words})\b"), kind, least)
        for words, kind, least in _WORDS
    )


def _english(sentence: Sentence) -> Iterator[Called]:
    for pattern, kind, least in _patterns("en"):
        for match in pattern.finditer(sentence.low, sentence.start, sentence.end):
            if not _is_cut_off(sentence, match.start()):
                rank = _RANKS.get(match["rank"] or "", 1)
                yield Called(match.start(), match.end(), kind, least, rank)


_ARTICLE = re.compile(
    r"(?:\bl[ae]s?|\bs(?:on|a|es)|\bl'|\bdeuxième|\b\w+ième|\bsecond|\bseconde"
    r"|\bdes) $"
)
_IN_RANK = re.compile(
    rf"\b(?P<rank>{_RANK})(?: [\w'-]+){{0,2}}? en (?P<by>importance|nombre|taille|volume|hauteur)\b"
)


def _french(sentence: Sentence) -> Iterator[Called]:
    for pattern, kind, least in _patterns("fr"):
        for match in pattern.finditer(sentence.low, sentence.start, sentence.end):
            if not _is_cut_off(sentence, match.start("way")) and _is_superlative(sentence, match):
                rank = _RANKS.get(match["rank"] or "", 1)
                fewer = match["way"] == "moins"
                yield Called(match.start(), match.end(), kind, least != fewer, rank)
    for match in _IN_RANK.finditer(sentence.low, sentence.start, sentence.end):
        yield Called(match.start(), match.end(), SIZE, False, _RANKS[match["rank"]])


def _is_superlative(sentence: Sentence, match: re.Match[str]) -> bool:
    """La plus basse, not: un seuil plus bas."""
    begin = max(match.start("way") - 14, sentence.start)
    return _ARTICLE.search(sentence.low[begin : match.start("way")]) is not None


def _is_cut_off(sentence: Sentence, at: int) -> bool:
    begin = max(at - 10, sentence.start)
    match = _CUT_OFF_ITSELF.search(sentence.low, begin, min(at + 70, sentence.end))
    return match is not None and match.start() <= at <= match.end()


_FORMER = re.compile(r"\b(?:ancien|précédent|dernier|previous|former|old|last|earlier)\w* $")
_TIMED = re.compile(
    r"^ ?(?:annuel|of the year|de l'année|this year|cette année|historique|ever|on record|in 20"
    r"|en 20|de 20|of 20)"
)


def _nouns(sentence: Sentence) -> Iterator[Called]:
    """A record low, un sommet annuel: where it is said of when."""
    for words, kind, least in _NOUNS:
        for match in re.finditer(rf"\b(?:{words})\b", sentence.low[sentence.start : sentence.end]):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            former = _FORMER.search(sentence.low[max(start - 14, sentence.start) : start])
            if not former and _TIMED.match(sentence.low[end : end + 20]):
                yield Called(start, end, kind, least)


_DENIED = re.compile(
    r"\b(?:never|not|n't|no|nobody|none|jamais|pas|aucune?)\b[^.;]{0,70}?"
    r"\b(?:so|that|this|as|aussi|si) (?P<word>low|high|large|big|many|small|few|basse?|haute?"
    r"|élevée?"
    r"|grande|grosse|petite|généreuse|peu)\b"
)
_AS_MANY = re.compile(r"\b(?:pas|jamais)\b[^.;]{0,40}?\b(?P<word>autant)\b")
_NO_ONE = re.compile(
    r"\bno (?:[\w-]+ ){1,8}?(?:has|had|have|was|were) (?:ever )?(?:been )?(?P<word>smaller|larger"
    r"|lower|higher|bigger)\b"
)
_THAN = {"smaller": (SIZE, True), "larger": (SIZE, False), "bigger": (SIZE, False)}
_THAN |= {"lower": (SCORE, True), "higher": (SCORE, False)}


def _denied(sentence: Sentence) -> Iterator[Called]:
    """It has never been so low; on n'en avait pas invité autant depuis décembre."""
    for pattern in (_DENIED, _AS_MANY, _NO_ONE):
        for match in pattern.finditer(sentence.low, sentence.start, sentence.end):
            word = match["word"]
            kind, least = _SO.get(word) or _THAN.get(word) or (SIZE, False)
            yield Called(match.start("word"), match.end("word"), kind, least, so=True)
