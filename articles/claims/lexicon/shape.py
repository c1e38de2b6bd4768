"""What the engine has to know of a language."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Lexicon:
    """The words of one language, in small letters, with straight apostrophes.

    `symbols`: words by the sign that stands for them in the shape of a sentence. `families` and
    `provinces`: patterns by slug or code; of `near_draws` those that name a family only beside a
    word for draw, category or candidate: `besides` are pairs of the words
    before it and a pattern of what follows. `months`, `numbers`, `ordinals`: words and values;
    `weekdays`: 0 is Monday; `days_ago`: 1 is yesterday; `next_days`
    name the day before or after another.
    """

    symbols: Mapping[str, str]
    families: Mapping[str, tuple[str, ...]]
    near_draws: Mapping[str, tuple[str, ...]]
    draw_words: str
    besides: tuple[tuple[str, str], ...]
    provinces: Mapping[str, tuple[str, ...]]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days_ago: Mapping[str, int]
    next_days: frozenset[str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_endings: str
    reference: str
    more: str
    less: str
    about: str
    labels: Mapping[str, tuple[str, ...]]


def by_word(signs: Mapping[str, str]) -> dict[str, str]:
    """{"DRAW": "draw draws"} as {"draw": "DRAW", "draws": "DRAW"}."""
    return {word: sign for sign, words in signs.items() for word in words.split()}
