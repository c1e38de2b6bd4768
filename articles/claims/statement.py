"""Making a claim of a judged token."""

from collections.abc import Iterable

from articles.claims.claim import Claim, Kind, Verdict
from articles.claims.sentence import Sentence
from articles.claims.tokens import Token

LONGEST = 500


def claim(
    sentence: Sentence,
    tokens: Token | Iterable[Token],
    kind: Kind,
    right: bool | None,
    *,
    expected: str = "",
    source: str = "",
    figure: str = "",
) -> Claim:
    """A claim about some tokens of a sentence; `right` None: not decidable."""
    judged = [tokens] if isinstance(tokens, Token) else list(tokens)
    start, end = judged[0].start, judged[-1].end
    sentence.judged.update(token.pos for token in judged)
    bound = any(token.address for token in judged)
    return Claim(
        text=sentence.text[:LONGEST],
        kind=kind,
        verdict=_verdict(right),
        found=sentence.part.text[start:end],
        expected=expected if right is False or (right and figure) else "",
        source=source,
        where=sentence.part.where,
        place=sentence.part.place,
        start=start,
        end=end,
        figure=figure if right is not None else "",
        bound=bound,
    )


def _verdict(right: bool | None) -> Verdict:
    if right is None:
        return Verdict.UNDECIDABLE
    return Verdict.TRUE if right else Verdict.CONTRADICTED
