"""What a reading of an article finds: statements, each with what the record says of it."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What the record says of a statement."""

    TRUE = "true"
    CONTRADICTED = "contradicted"
    UNDECIDABLE = "undecidable"


class Kind(StrEnum):
    """What a statement is about."""

    NUMBER = "draw-number"
    FAMILY = "family"
    DATE = "date"
    INVITATIONS = "invitations"
    CUT_OFF = "cut-off"
    TIE_BREAK = "tie-break"
    CHANGE = "change"
    COUNT = "count"
    TOTAL = "total"
    SUPERLATIVE = "superlative"
    FIRST = "first"
    RANGE = "range"
    RECENCY = "recency"
    POOL = "pool"
    PROVINCE = "province"
    RULE = "rule"
    REPEAT = "repeat"


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement.

    `text` is its sentence, `found` the words that were judged: those from `start` to `end` of the
    plain text of the part `where` (headline, standfirst, body, faq, caption), see
    `articles.claims.texts`; of several questions or captions, of the one at `place`.
    `expected` is the present value in the language of the article, "" where it is not decidable.
    `source` is an address of this site ("/draws/396/"), `figure` the address of the figure that
    would replace the words ("draw/396/crs"), "" for none. `bound`: the words are such a figure.
    """

    text: str
    kind: Kind
    verdict: Verdict
    found: str
    expected: str = ""
    source: str = ""
    where: str = "body"
    start: int = 0
    end: int = 0
    figure: str = ""
    bound: bool = False
    place: int = 0

    @property
    def is_contradicted(self) -> bool:
        return self.verdict is Verdict.CONTRADICTED
