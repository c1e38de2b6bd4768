"""Which numbers are scores: at 508, tied on 508, down to 508, from 509."""

from dataclasses import dataclass

from articles.claims.tokens import Token

PLAINLY = frozenset({"exactly", "precisely", "exactement", "précisément"})


@dataclass(frozen=True, slots=True)
class Role:
    """`what`: invitations, crs, points, span, draws, people, more or total. `strong`: plainly."""

    what: str
    strong: bool = False


def is_with(before: list[Token]) -> bool:
    """Invited with 476; went down to 696."""
    signs = [token.sign for token in before[:5] if token.name not in PLAINLY]
    if signs[:2] == ["WITH", "ISS"]:
        return True
    if signs[:1] == ["WITH"] and {"INV", "ISS"} & set(signs[1:4]):
        return True
    return signs[:1] in (["TO"], ["AT"]) and bool({"UP", "DOWN"} & set(signs[1:3]))


def of_score(tokens: list[Token], token: Token, before: list[Token], told: bool) -> Role | None:
    """At 508, tied on 508, from 509, the minimum was 508."""
    if token.number >= 50 and after_at(before):
        return Role("crs", strong=told or is_cut_off(before) or is_tie(before))
    if token.number >= 60 and _is_reference(tokens, before):
        return Role("crs")
    if token.number >= 60 and [t.sign for t in before[:2]] in (["TO", "PT"], ["AT", "PT"]):
        return Role("crs", strong=True)
    least = [other.sign for other in before[:4]]
    if is_tie(before) or (token.number >= 60 and "MIN" in least and "ISS" not in least[:1]):
        return Role("crs", strong=True)
    return None


def _is_reference(tokens: list[Token], before: list[Token]) -> bool:
    """From 510, than the 509, compared with 511: a score beside another."""
    near = [token.sign for token in before[:3] if token.sign not in ("THE", "w")][:1]
    moved = any(token.sign in ("UP", "DOWN") for token in before[:6])
    if near == ["OF"]:
        return before[0].name == "de" and moved and before[1].sign not in ("CRS", "MIN")
    return near in (["FROM"], ["THAN"], ["COMPARED"]) and any(
        token.sign in ("CRS", "UP", "DOWN") for token in tokens
    )


def is_tie(before: list[Token]) -> bool:
    """Tied on 508, les égalités à 508."""
    return any(other.name.startswith(("tied", "ties", "égalité")) for other in before[:3])


def after_at(before: list[Token]) -> bool:
    words = {token.name for token in before[:1]}
    return bool(words & {"at", "à", "@"})


def is_cut_off(before: list[Token]) -> bool:
    """Whether a score is called the lowest, not just anybody's."""
    for token in before:
        if token.sign in ("MIN", "LOW", "LAST") or token.name.startswith(
            ("cut", "threshold", "seuil", "coupe", "bar", "floor", "plancher", "line")
        ):
            return True
    return False
