"""A sentence in both languages.

In it, `[crs]` is a figure of the draw that is told, `[previous.crs]` one of another draw that has
a part in the sentence, `[previous.link]` its number as a link to its page. `{noun}` and the like
are words of the family.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Twin:
    """What is said, in English and in French."""

    en: str
    fr: str

    def in_language(self, language: str) -> str:
        return self.fr if language == "fr" else self.en
