"""How much there is to read in a text, and how hard it is.

LIX, made by C.-H. Björnsson: the words of a sentence on average, plus the share of words of more
than six letters in hundred. It needs no dictionary and no syllables, so that English and French
are measured in the same way; French comes out a few points higher for the same matter.
static/js/desk/readability.js reckons the same while somebody writes.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as LazyText

WORDS_A_MINUTE = 230
LONG = 6
WORD = re.compile(r"[^\W_]+")
# Blocks of text stand on lines of their own.
SENTENCE = re.compile(r"[.!?\u2026]+(?=\s|$)|\n+|$")
# Below each number a text is as the words say; from the last one on it is the last.
LEVELS: tuple[tuple[int, "LazyText"], ...] = (
    (30, _("very easy, as for children")),
    (40, _("easy, as in stories")),
    (50, _("medium, as in newspapers")),
    (60, _("hard, as in official letters")),
)
HARDEST = _("very hard, as in laws")


@dataclass(frozen=True, slots=True)
class Measures:
    """`lix` is None for a text without a word."""

    words: int
    sentences: int
    lix: int | None

    @property
    def minutes(self) -> int:
        """To read it: one at least."""
        return max(1, round(self.words / WORDS_A_MINUTE))

    @property
    def level(self) -> "LazyText | str":
        if self.lix is None:
            return ""
        return next((words for below, words in LEVELS if self.lix < below), HARDEST)


def measure(text: str) -> Measures:
    """The measures of a text without markup."""
    words = [word for word in WORD.findall(text) if not word.isdigit()]
    count = len(WORD.findall(text))
    sentences = sum(1 for part in SENTENCE.split(text) if WORD.search(part))
    if not words:
        return Measures(count, sentences, None)
    long = sum(1 for word in words if len(word) > LONG)
    return Measures(count, sentences, round(len(words) / sentences + 100 * long / len(words)))
