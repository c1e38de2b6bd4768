"""Which part each figure of a sentence plays: invitations, a cut-off, points, people."""

from collections.abc import Iterator

from articles.claims.scores import Role as Role
from articles.claims.scores import after_at, is_cut_off, is_with, of_score
from articles.claims.sentence import Sentence
from articles.claims.tokens import Token

STOPS = frozenset({";", ":", "(", ")", ",", "N", "NW", "DATE", "DR", "BAND", "|", "YEAR", "MON"})
# After these, a number is a level, a code, a step: nothing that the record holds.
LEVELS = frozenset(
    "clb nclc teer feer noc cnp level niveau group groupe version article step étape top age âge"
    " aged section class stage ielts celpip tef tcf".split()
)
LEFT, RIGHT = 15, 6


def roles_of(sentence: Sentence) -> dict[int, Role]:
    """The roles of the numbers of a sentence, by the place of their token."""
    found: dict[int, Role] = {}
    for token in sentence.tokens:
        if token.sign in ("N", "NW"):
            role = _role(sentence, token, found)
            if role is not None:
                found[token.pos] = role
    return found


def _role(sentence: Sentence, token: Token, found: dict[int, Role]) -> Role | None:
    tokens = sentence.tokens
    before = list(_left(tokens, token.pos))
    after = list(_right(tokens, token.pos))
    compared = bool(sentence.present & {"THAN", "COMPARED", "PREV", "LAST"})
    if _is_something_else(tokens, token) or token.address.endswith("change"):
        return None
    if (
        token.sign == "NW"
        and token.number < 2
        and after
        and after[0].sign not in ("PT", "CALENDAR")
    ):
        return None
    if _or_lower(after) or _is_day_alone(tokens, token, after):
        return None
    if _is_so_many_more(after):
        return Role("more")
    return (
        _counted(tokens, token, after)
        or _by_whom(token, after)
        or _by_place(tokens, token)
        or _by_what_follows(token, after, before, compared)
        or _by_what_leads(tokens, token, before, after, found)
    )


def _is_day_alone(tokens: list[Token], token: Token, after: list[Token]) -> bool:
    """534 invitations le 6, 511 le 20: days of a month that was named before."""
    led = token.pos > 0 and tokens[token.pos - 1].name == "le"
    return (
        led
        and token.number <= 31
        and not (after and after[0].sign in ("PPL", "INV", "FAM", "DRAW"))
    )


def _is_so_many_more(after: list[Token]) -> bool:
    """500 fewer than in that round, 2 000 invitations de moins."""
    signs = [token.sign for token in after[:3]]
    if signs[:1] in (["FEWER"], ["MORE"]) or signs[:2] in (["OF", "PLUS"], ["OF", "MOINS"]):
        return not (len(after) > 1 and after[1].sign in ("INV", "PPL", "FAM", "PT"))
    return signs in (["INV", "OF", "PLUS"], ["INV", "OF", "MOINS"])


def _is_something_else(tokens: list[Token], token: Token) -> bool:
    previous = tokens[token.pos - 1] if token.pos else None
    following = tokens[token.pos + 1] if token.pos + 1 < len(tokens) else None
    if previous and (previous.sign in ("$", "/") or previous.name in LEVELS):
        return True
    if following and (following.sign in ("%", "$") or following.name in ("percent", "pour", "per")):
        return following.name != "pour" or _is_word(tokens, token.pos + 2, "cent")
    return False


def _is_word(tokens: list[Token], at: int, word: str) -> bool:
    return at < len(tokens) and tokens[at].name == word


def _counted(tokens: list[Token], token: Token, after: list[Token]) -> Role | None:
    """60 days, one point, 12 draws."""
    for place, following in enumerate(after[:4]):
        if following.sign == "CALENDAR":
            return Role("span")
        if following.sign == "PT":
            return _points(tokens, token, place)
        if following.sign == "DRAW":
            return Role("draws") if place < 4 else None
        if following.sign not in (
            "FAM",
            "w",
            "MORE",
            "CRS",
            "LAST",
            "AND",
            "FAMILYWORD",
            "PREV",
            "OTHER",
        ):
            return None
    return None


def _points(tokens: list[Token], token: Token, place: int) -> Role:
    """One point down, or exactly 508 points: a score."""
    before = {other.name for other in tokens[max(token.pos - 2, 0) : token.pos]}
    if token.number >= 60 and place == 0 and before & {"exactly", "exactement"}:
        return Role("crs", strong=True)
    beside = {other.sign for other in tokens[token.pos + 1 : token.pos + 5]}
    bar = is_cut_off(tokens[max(token.pos - LEFT, 0) : token.pos])
    if 60 <= token.number <= 1200 and token.sign == "N" and bar and before & {"at", "à"}:
        return Role("crs", strong=True)
    if 60 <= token.number <= 1200 and "CRS" in beside:
        return Role("crs", strong=bar)
    return Role("points")


# Beyond these, a word counts something else.
PARTED = frozenset({"CRS", "AT", "ON", "IN", "AND", "DRAW", "FROM", "BETWEEN", "WITH"})


def _by_what_follows(
    token: Token, after: list[Token], before: list[Token], compared: bool
) -> Role | None:
    if token.number <= 1200 and _or_higher(after):
        return Role("crs", strong=True)
    if after_at(before) and after and after[0].name == "des":
        return None
    for place, following in enumerate(after):
        people = following.sign == "PPL" or (following.sign == "FAM" and place < 2)
        if people and _leads_to_score(before) and token.number <= 1200:
            return None
        if people or following.sign == "INV":
            what = "people" if people else "invitations"
            return Role("more" if _is_more(after[:2], compared) else what, strong=not people)
        if following.sign == "ISS" and place < 3 and _is_passive(following):
            return None if _is_of_those(before) and token.number <= 1200 else Role("people")
        if following.sign in PARTED:
            return None
    return None


def _by_place(tokens: list[Token], token: Token) -> Role | None:
    """The draw of 20 February (467); PNP 534 @ 708."""
    before = [t.sign for t in tokens[max(token.pos - 2, 0) : token.pos]]
    after = [t.sign for t in tokens[token.pos + 1 : token.pos + 3]]
    following = [t.sign for t in tokens[token.pos + 1 : token.pos + 4] if t.sign != "THE"]
    if following[:2] == ["FOR", "FAM"] and token.number < 100 and _tells_of_draws(tokens):
        return Role("draws")
    if before[-1:] == ["FAM"] and after == ["AT", "N"]:
        return Role("invitations", strong=True)
    if before in (["DATE", "("], ["DRAW", "("], ["FAM", "("]) and after[:1] in ([")"], ["ON"]):
        told = any(t.sign in ("CRS", "PT", "MIN") for t in tokens)
        return Role("crs") if told and 60 <= token.number <= 1200 else None
    return None


def _tells_of_draws(tokens: list[Token]) -> bool:
    """In 52 draws: fourteen for the PNP, eleven for francophones."""
    return any(t.name in ("draws", "rounds", "rondes", "tirages") for t in tokens)


def _by_whom(token: Token, after: list[Token]) -> Role | None:
    """55 250 à des candidats de la CEC, 9,270 to provincial nominees."""
    leads = [t.sign for t in after[:1]] in (["AT"], ["TO"])
    if leads and token.number > 1200 and {t.sign for t in after[1:4]} & {"FAM", "PPL"}:
        return Role("people")
    return None


def _is_of_those(before: list[Token]) -> bool:
    """Those with a CRS score of at least 508 were invited: the score of those, not their number."""
    return any(token.sign in ("CRS", "MIN") for token in before[:6])


def _is_more(after: list[Token], compared: bool) -> bool:
    """2,000 more invitations than: a change; "4,500 more people" alone is none."""
    signs = {token.sign for token in after}
    return bool(signs & {"FEWER", "MOINS", "PLUS"}) or (compared and "MORE" in signs)


def _is_passive(token: Token) -> bool:
    """6,000 were invited, 6 000 ont été invitées."""
    return token.name.startswith(
        ("went", "allé", "invited", "invité", "selected", "sélectionné", "issued", "sent")
    )


def _leads_to_score(before: list[Token]) -> bool:
    return any(token.sign == "CRS" for token in before[:3])


def _or_higher(after: list[Token]) -> bool:
    signs = [token.sign for token in after[:2]]
    words = [token.name for token in after[:2]]
    return (signs[1:] == ["UP"] and words[0] in ("or", "and", "et", "ou")) or (
        len(words) == 2 and words[0] in ("ou", "et") and signs[1] == "PLUS"
    )


def _or_lower(after: list[Token]) -> bool:
    """470 or lower: a bound that somebody asks about, nothing that was."""
    return [t.sign for t in after[1:2]] in (["DOWN"], ["MOINS"]) and after[0].name in (
        "or",
        "ou",
        "and",
        "et",
    )


def _by_what_leads(
    tokens: list[Token],
    token: Token,
    before: list[Token],
    after: list[Token],
    found: dict[int, Role],
) -> Role | None:
    if token.sign != "N":
        return None
    if 0 < token.number <= 1200:
        told = any(role.what in ("invitations", "people") for role in found.values())
        role = of_score(tokens, token, before, told)
        if role is not None:
            return role
    return _by_word_before(token, before)


def _by_word_before(token: Token, before: list[Token]) -> Role | None:
    """A cut-off of 508, invitations: 6,000, the tally is 9,270."""
    if 60 <= token.number <= 1200 and is_with(before):
        return Role("crs", strong=True)
    for place, previous in enumerate(before):
        if previous.sign == "CRS" and 0 < token.number <= 1200:
            return Role("crs", strong=before[0].sign in (":", "CRS") or is_cut_off(before))
        if previous.sign == "TOTAL" and place < 4 and token.number >= 1000:
            return Role("total", strong=True)
        if previous.sign == "INV" and place < 5:
            return Role("invitations", strong=True)
        if previous.sign == "ISS" and place < 3:
            return Role("invitations", strong=place == 0)
    return None


def _left(tokens: list[Token], pos: int) -> Iterator[Token]:
    """The words before, the nearest first, as far as they can belong to the figure."""
    for at in range(pos - 1, max(pos - LEFT, 0) - 1, -1):
        token = tokens[at]
        if (
            token.sign in ("N", ";", "BAND")
            or (token.sign == "NW" and token.number > 1)
            or (token.sign == "TIE" and at < pos - 2)
            or (token.sign == "DR" and at < pos - 6)
        ):
            return
        yield token


def _right(tokens: list[Token], pos: int) -> Iterator[Token]:
    for token in tokens[pos + 1 : pos + 1 + RIGHT]:
        if token.sign in STOPS:
            return
        yield token
