"""Patterns of names: of families and provinces."""

import re
from collections.abc import Mapping

from articles.claims.lexicon import Lexicon


def named(
    strong: Mapping[str, tuple[str, ...]],
    weak: Mapping[str, tuple[str, ...]],
    words: Lexicon,
    slugs: dict[str, str],
) -> re.Pattern[str]:
    """One pattern for all names; the empty group that matched last says which, see `slugs`.

    Every branch begins with a letter where it can: those that begin with another are passed over
    without a try, and the branches are many.
    """
    parts: list[tuple[int, str]] = []
    for strength, names in ((2, strong), (1, weak)):
        for slug, patterns in names.items():
            for number, pattern in enumerate(patterns):
                group = f"{slug.replace('-', '_')}_{strength}_{number}"
                slugs[group] = slug
                end = r"\b" if pattern[-1].isalpha() or pattern[-1] in "?s" else ""
                branches = [pattern] if strength == 2 else _beside(words, pattern)
                parts += [
                    (len(pattern) * strength, f"{branch}{end}(?P<{group}_{place}>)")
                    for place, branch in enumerate(branches)
                ]
                slugs |= {f"{group}_{place}": slug for place in range(len(branches))}
    ordered = [part for _length, part in sorted(parts, key=lambda part: -part[0])]
    return re.compile(rf"\b(?:{'|'.join(ordered)})")


def _beside(words: Lexicon, pattern: str) -> list[str]:
    """A name that is one only beside a word for draw, category or candidate."""
    first, rest = pattern[0], pattern[1:]
    if not first.isalpha() or rest[0] in "?*{":
        first, rest = "", f"(?:{pattern})"
    return [
        rf"{first}(?<={_edge(before)}{before}{first}){rest}{after}"
        if before
        else f"{first}{rest}{after}"
        for before, after in words.besides
    ]


def _edge(before: str) -> str:
    return r"\b" if before[0].isalpha() else ""
