"""Labels and what stands beside them: rows of tables, lists of facts, "CRS: 508"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from articles.claims.groups import Group
from articles.claims.lexicon import LEXICONS
from articles.claims.sentence import Sentence
from articles.claims.tokens import Token
from draws.families import collapse, family_of_french_label, family_of_label

_LABEL = re.compile(
    r"^[\s*•·-]*(?P<label>[^:\s*•·-][^:\t]{0,59}?)\s*(?:\([^)]{0,30}\)\s*)?"
    r"(?::|\t|(?<= )-(?= ))\s*(?=\S)"
)
_ASIDE = re.compile(r"\s*\([^)]*\)")
_DRAW = re.compile(r"#?\s*(\d{1,3}[a-c]?)(?!\d)")
MOST_CELLS = 12
# What a list must have to be one of facts.
FEWEST = 2


@cache
def _features(language: str) -> dict[str, str]:
    """label -> feature; a label of two features means the first one."""
    found: dict[str, str] = {}
    for feature, labels in LEXICONS[language].labels.items():
        for label in labels:
            found.setdefault(label, feature)
    return found


def feature_of(label: str, language: str) -> str:
    """What a label announces, "" for anything else."""
    known = _features(language)
    plain = " ".join(label.strip(" *:.\t").split())
    return known.get(plain) or known.get(_ASIDE.sub("", plain)) or ""


def heads_of(row: Sentence, language: str) -> list[str]:
    """The feature of each column of a table, by its first row; "" where unknown."""
    return [feature_of(row.low[start:end], language) for start, end in row.block.cells[:MOST_CELLS]]


def group_of_row(row: Sentence, heads: Sequence[str]) -> Group:
    """One row of a table as one bundle."""
    group = Group()
    for (start, end), feature in zip(row.block.cells, heads, strict=False):
        token = _value(row, feature, start, end) if feature else None
        if token is not None and feature not in group.features:
            group.features[feature] = token
            group.home[feature] = row
    return group


def labelled(sentence: Sentence, language: str) -> tuple[str, Token] | None:
    """(feature, value) of a line such as "CRS: 508"; None for other lines."""
    match = _LABEL.match(sentence.low[sentence.start : sentence.end])
    if match is None:
        return None
    feature = feature_of(match["label"], language)
    if not feature:
        return None
    token = _value(sentence, feature, sentence.start + match.end(), sentence.end)
    return (feature, token) if token is not None else None


def facts(sentences: Sequence[Sentence], language: str) -> Iterator[Group]:
    """The bundles of neighbouring lines with labels."""
    group = Group()
    for sentence in sentences:
        found = labelled(sentence, language)
        if found is None:
            if len(group.features) >= FEWEST:
                yield group
            group = Group()
            continue
        feature, token = found
        if feature in group.features:
            if len(group.features) >= FEWEST:
                yield group
            group = Group()
        group.features[feature] = token
        group.home[feature] = sentence
    if len(group.features) >= FEWEST:
        yield group


def _value(sentence: Sentence, feature: str, start: int, end: int) -> Token | None:
    """The token of a cell that can be what its label says."""
    if feature == "number":
        return _draw_number(sentence, start, end)
    wanted = {
        "date": ("DATE",),
        "tie": ("DATE",),
        "family": ("FAM",),
        "province": ("PROV",),
        "band": ("BAND",),
    }.get(feature, ("N",))
    inside = [t for t in sentence.tokens if start <= t.start and t.end <= end]
    token = next((t for t in inside if t.sign in wanted), None)
    if token is None and feature == "family":
        return _family(sentence, start, end)
    if (
        feature in ("crs", "invitations", "score")
        and len([t for t in inside if t.sign == "N"]) != 1
    ):
        return None
    return token


def _draw_number(sentence: Sentence, start: int, end: int) -> Token | None:
    match = _DRAW.search(sentence.low, start, end)
    if match is None or match.end() - start > 30:
        return None
    at = next((t for t in sentence.tokens if t.start <= match.start(1) < t.end), None)
    if at is None:
        return None
    return Token("DR", match.start(1), match.end(1), match[1], at.address, at.pos)


def family_of_cell(sentence: Sentence, start: int, end: int) -> str:
    """A family by the label of the source, or by its bare name; "" for anything else."""
    words = collapse(sentence.part.text[start:end]).strip(" *:.")
    found = family_of_label(words) or family_of_french_label(words)
    return found or _BARE.get(words.lower().replace("’", "'")) or ""


def _family(sentence: Sentence, start: int, end: int) -> Token | None:
    slug = family_of_cell(sentence, start, end)
    return Token("FAM", start, end, slug, "", -1) if slug else None


_NAMES = {
    "french": "french|français|francophones|french speakers|compétence en français|langue française"
    "|french-language|maîtrise du français",
    "health": "health|healthcare|santé|health care|soins de santé|santé et services sociaux"
    "|healthcare and social services|health workers|health and social services",
    "trades": "trades|métiers|skilled trades|métiers spécialisés|trade",
    "education": "education|éducation|teachers|enseignement",
    "transport": "transport|transports|transportation|métiers des transports",
    "agriculture": "agriculture|agri-food|agroalimentaire|agriculture and agri-food"
    "|agriculture et agroalimentaire",
    "all-program": "general|générale|générales|all-program|all programs|tous les programmes"
    "|toutes catégories|all-program draws|no program specified|general draws",
    "military": "military|militaires|military recruits|recrues militaires|recrues",
    "physicians": "doctors|médecins|physicians",
    "cec": "cec|expérience canadienne|canadian experience|catégorie de l'expérience canadienne",
    "pnp": "pnp|pcp|provincial nominees|provincial nominee|candidats des provinces|provinces"
    "|candidats provinciaux|nominees|provincial",
    "senior-managers": "senior managers|cadres supérieurs|cadres|executives|managers",
    "researchers": "researchers|chercheurs",
    "stem": "stem|stim|professions en stim|stem occupations",
}
_BARE = {name: slug for slug, names in _NAMES.items() for name in names.split("|")}
