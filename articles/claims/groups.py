"""What a sentence says of draws, bundled: a number, a day, a family, invitations, a cut-off.

"Draw 390 of 7 January invited 8,000 at 511, and draw 392 6,000 at 509" says two things.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.tokens import Token

# A new name or day after one of these begins a new bundle.
PARTING = frozenset({"THAN", "COMPARED", ";", ",", "AND", "("})
# Two weeks earlier, on 15 September: the day of a draw.
EARLIER = frozenset({"earlier", "auparavant"})
BESIDE = frozenset({"below", "above", "under"})
COMPARING = frozenset({"THAN", "COMPARED"})
PERIOD = frozenset({"SINCE", "UNTIL", "BETWEEN", "AFTER", "BEFORE"})
OF_POOL = frozenset({"POOL", "BAND", "COUNTED"})
# A day this near to a draw's number is that of the draw: draw 445 (28 September).
ADJACENT = 4
KEYS = ("number", "date", "relative")


@dataclass(slots=True)
class Group:
    """One bundle: at most one token of each feature. `compared`: it stands after "than".

    `home` has the sentence of each feature where they stand in several: in a list, in a table.
    """

    features: dict[str, Token] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    compared: bool = False
    home: dict[str, Sentence] = field(default_factory=dict)

    @property
    def has_key(self) -> bool:
        return any(key in self.features for key in KEYS)

    @property
    def has_value(self) -> bool:
        return "invitations" in self.features or "crs" in self.features


def groups_of(sentence: Sentence, roles: Mapping[int, Role]) -> list[Group]:
    """The bundles of a sentence, in its order."""
    return _Grouping(sentence, roles).groups()


class _Grouping:
    def __init__(self, sentence: Sentence, roles: Mapping[int, Role]) -> None:
        self.sentence, self.roles = sentence, roles
        self.found: list[Group] = [Group()]
        self.parted = self.compared = False
        self.last = ("", 0)

    def groups(self) -> list[Group]:
        for token in self.sentence.tokens:
            if token.sign in PARTING:
                self.parted = True
                self.compared = self.compared or token.sign in COMPARING
            if token.name in BESIDE and self._is_before_score(token):
                self.parted = self.compared = True
            for feature in self._features(token):
                self._add(feature, token)
        return [group for group in self.found if group.features]

    def _is_before_score(self, token: Token) -> bool:
        """Two points below the 511 of 7 January: the score of another draw."""
        after = self.sentence.signs[token.pos + 1 : token.pos + 5]
        return "N" in after and set(after[: after.index("N")]) <= {"THE", "MON", "w"}

    def _add(self, feature: str, token: Token) -> None:
        group = self.found[-1]
        beside = {self.last[0], feature} == {"number", "date"} and (
            token.pos - self.last[1] <= ADJACENT and not self.compared
        )
        self.last = (feature, token.pos)
        if self._begins_new(group, feature) and not (beside and feature not in group.features):
            group = Group(compared=self.compared)
            self.found.append(group)
        group.features[feature] = token
        if token.pos in self.roles:
            group.roles[feature] = self.roles[token.pos]
        self.parted = self.compared = False

    def _begins_new(self, group: Group, feature: str) -> bool:
        if not group.features:
            return False
        if feature in group.features and feature != "tie-break":
            return not (feature == "family" and self._same_family(group))
        if self.compared and group.has_value:
            return True
        if feature in KEYS and self.parted and group.has_value:
            return group.has_key
        return False

    def _same_family(self, group: Group) -> bool:
        return not group.has_value

    def _features(self, token: Token) -> Iterator[str]:
        if token.sign == "DR":
            yield "number"
        elif token.sign == "FAM":
            yield "family"
        elif token.sign in ("DATE", "TIME"):
            yield from self._of_date(token)
        elif token.sign in ("PREV", "LAST"):
            if self._is_relative(token):
                yield "relative"
        elif token.pos in self.roles:
            yield from self._of_number(token)

    def _of_number(self, token: Token) -> Iterator[str]:
        what = self.roles[token.pos].what
        if token.address.startswith("pool/"):
            return
        if what in ("invitations", "crs"):
            yield what
        elif what == "people" and (
            "ISS" in self._clause_signs(token)
            or (self._is_of_day(token) and not self.sentence.present & OF_POOL)
            or (self.sentence.present & {"DRAW", "ISS"} and not self.sentence.present & OF_POOL)
        ):
            yield "invitations"

    def _is_of_day(self, token: Token) -> bool:
        """On 14 May, 3,371 CEC candidates needed 447."""
        beside = self.sentence.signs[token.pos + 1 : token.pos + 3]
        return "FAM" in beside and "DATE" in self.sentence.present

    def _clause_signs(self, token: Token) -> set[str]:
        return {self.sentence.tokens[at].sign for at in self.sentence.clause_of(token.pos)}

    def _of_date(self, token: Token) -> Iterator[str]:
        words = self.sentence.tokens[max(token.pos - 9, 0) : token.pos]
        before = ["w" if t.name in EARLIER else t.sign for t in words]
        if token.sign == "TIME":
            return
        if _is_tie_break(self.sentence, token, before):
            yield "tie-break"
        elif not _is_period(before, self.sentence, token) and not _is_count_date(
            self.sentence, token, before
        ):
            yield "date"

    def _is_relative(self, token: Token) -> bool:
        """the previous CEC draw, la ronde précédente."""
        around = self.sentence.signs[token.pos + 1 : token.pos + 6]
        for sign in around:
            if sign == "DRAW":
                return True
            if sign not in ("FAM", "w", "FAMILYWORD", "FOR", "OF"):
                break
        back = self.sentence.signs[max(token.pos - 6, 0) : token.pos]
        return token.sign == "PREV" and self._french and "DRAW" in back

    @property
    def _french(self) -> bool:
        return "ronde" in self.sentence.low[self.sentence.start : self.sentence.end]


def is_no_day_of_draw(token: Token, sentence: Sentence) -> bool:
    """Whether a date is that of a tie-break or of a count of the pool."""
    words = sentence.tokens[max(token.pos - 9, 0) : token.pos]
    before = ["w" if t.name in EARLIER else t.sign for t in words]
    return _is_tie_break(sentence, token, before) or _is_count_date(sentence, token, before)


def _is_tie_break(sentence: Sentence, token: Token, before: list[str]) -> bool:
    exact = token.day.seconds or (token.day.time is not None and "HELD" not in sentence.present)
    if exact and ("TIE" in sentence.present or "SUBMITTED" in sentence.present):
        return True
    if "TIE" in before[-8:] or "SUBMITTED" in before[-6:]:
        return token.day.time is not None or "DR" not in before[-2:]
    return token.day.seconds and token.day.time is not None


def _is_period(before: list[str], sentence: Sentence, token: Token) -> bool:
    near = before[-3:]
    if set(near) & PERIOD and "DR" not in near:
        return True
    if before[-1:] == ["FROM"] or before[-2:] in (["FROM", "w"], ["FROM", "THE"]):
        return True
    return before[-1:] in (["TO"],) and ("FROM" in before or "DATE" in before)


def _is_count_date(sentence: Sentence, token: Token, before: list[str]) -> bool:
    """As on 15 February, en date du 15 février."""
    if before[-2:] in (["AS", "OF"], ["AS", "ON"]) or before[-1:] == ["AS"]:
        return True
    if sentence.present & {"POOL", "BAND"} and not sentence.present & {"ISS", "HELD"}:
        return True
    return before[-2:] == ["DATE-WORD", "OF"] and "IN" in before[-4:]
