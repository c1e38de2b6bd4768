"""What the checkers of draws share: how a figure of a draw becomes a claim."""

from articles.claims import wording
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.tokens import Token
from draws.records import RoundRecord

KINDS = {
    "number": Kind.NUMBER,
    "date": Kind.DATE,
    "family": Kind.FAMILY,
    "invitations": Kind.INVITATIONS,
    "crs": Kind.CUT_OFF,
    "tie-break": Kind.TIE_BREAK,
}
VALUES = ("invitations", "crs", "tie-break")
# So many of the newest draws, and so many of these in a row, may be added up.
RECENT, MOST_ADDED = 60, 12
SEVERAL = frozenset({"draws", "rounds", "rondes", "tirages"})


def is_misread(
    feature: str, token: Token, draw: RoundRecord, sentence: Sentence, context: Context
) -> bool:
    """Whether it is the other figure of the draw, or what several draws add up to."""
    other = {"invitations": draw.crs, "crs": draw.invitations}.get(feature)
    return token.number == other or is_sum(feature, token, sentence, context)


def is_sum(feature: str, token: Token, sentence: Sentence, context: Context) -> bool:
    """Whether neighbouring draws add up to it: "altogether 6,442 were invited"."""
    words = {t.name for t in sentence.tokens if t.sign == "DRAW"}
    if feature != "invitations" or not ("TOTAL" in sentence.present or words & SEVERAL):
        return False
    near = [draw.invitations for draw in context.known[-RECENT:]]
    return any(
        sum(near[first : first + size]) == token.number
        for first in range(len(near))
        for size in range(2, MOST_ADDED)
    )


def claim_of(
    feature: str,
    token: Token,
    right: bool | None,
    draw: RoundRecord | None,
    sentence: Sentence,
    context: Context,
) -> Claim:
    if draw is None:
        return claim(sentence, token, KINDS[feature], None)
    return claim(
        sentence,
        token,
        KINDS[feature],
        True if right is None and token.address else right,
        expected=wording.fact(draw, feature, context.language),
        source=f"/draws/{draw.number}/",
        figure="" if feature == "number" else f"draw/{draw.number}/{feature}",
    )
