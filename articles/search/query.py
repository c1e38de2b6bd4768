"""What a reader looks for: folded words, so that équipe, Équipe and equipe are one."""

from dataclasses import dataclass

from articles.search.folding import fold

LONGEST = 200
MOST_WORDS = 8
LONGEST_WORD = 40
# Words that say nothing about what is looked for. A query of nothing else is taken as it is.
EMPTY_WORDS = frozenset(
    "a an and are at by for from how i in is it my of on or the to was what when which who with "
    "au aux avec ce ces comment d de des du en est et il je l la le les mon ou par pour qu que "
    "quel quelle qui s sont sur un une".split()
)


def stem(word: str) -> str:
    """Without the s of the plural, in both languages: a word is looked for by its beginning."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@dataclass(frozen=True, slots=True)
class Query:
    """`typed` is what the reader sent, fit to be said back; `words` are folded and stemmed.

    Nothing that is typed reaches a database as anything but a value, and there is no syntax.
    """

    typed: str
    term: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Query":
        typed = "".join(c if c.isprintable() else " " for c in text[:LONGEST]).strip()
        folded = fold(typed).split()[:MOST_WORDS]
        telling = [word for word in folded if word not in EMPTY_WORDS] or folded
        words = dict.fromkeys(stem(word[:LONGEST_WORD]) for word in telling)
        return cls(typed, " ".join(folded), tuple(words))

    def __bool__(self) -> bool:
        return bool(self.words)
