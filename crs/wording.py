"""What the rules say, in English, by code. Pure data: pages and the API put it into a language.

An answer of this package holds codes and figures (`Said`); nothing is worded until it is shown.
A page translates `SENTENCES[code]` and fills in `values`; without that, `str` is the English.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from crs.sentences import SENTENCES

Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and the figures in it. `code` is stable."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        return SENTENCES[self.code]

    def in_words(self, translate: Translate) -> str:
        """The sentence in a language: `said.in_words(gettext)`."""
        return translate(self.sentence) % self.values

    def __str__(self) -> str:
        return self.sentence % self.values

    def as_json(self) -> dict[str, object]:
        return {"code": self.code, "text": str(self), "values": dict(self.values)}
