"""What each draw would have meant, as a row of a page: a sign, two words, and why."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext, gettext_noop, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from crs.invited import Outcome, Person
from draws.families import FAMILIES, Family
from publish.formats import bare_moment, counted

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as LazyText

_DAY = dt.timedelta(days=1)
# The signs of the design guide, by what happened: an order, too.
SIGNS: "dict[str, LazyText]" = {
    "in": pgettext_lazy("verdict", "Invited"),
    "tin": _("Tie-break: invited"),
    "tout": _("Tie-break: not invited"),
    "out": _("Not invited"),
    "unk": _("Not known"),
    "na": _("Not eligible"),
    "pool": _("Not in the pool"),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One draw for one person. `sign` is a key of SIGNS."""

    outcome: Outcome
    sign: str
    why: str
    is_first: bool

    @property
    def symbol(self) -> str:
        return "na" if self.sign == "pool" else self.sign

    @property
    def words(self) -> "LazyText":
        return SIGNS[self.sign]

    @property
    def family(self) -> Family | None:
        return FAMILIES.get(self.outcome.family or "")

    @property
    def gap(self) -> int:
        """Points above the cut-off; below it, less than nothing."""
        return self.outcome.score - self.outcome.cut_off


def verdicts(
    person: Person, outcomes: Iterable[Outcome], first: Outcome | None
) -> tuple[Verdict, ...]:
    number = first.number if first else None
    return tuple(
        Verdict(each, sign_of(each), _why(person, each), each.number == number) for each in outcomes
    )


def counts(found: Mapping[str, int]) -> list[tuple[str, "LazyText", int]]:
    """(symbol, words, number) of each sign that occurs, in the order of SIGNS."""
    return [
        ("na" if sign == "pool" else sign, words, found[sign])
        for sign, words in SIGNS.items()
        if found.get(sign)
    ]


def sign_of(each: Outcome) -> str:
    """A key of SIGNS."""
    if each.result == "invited":
        return "tin" if each.by_tie_break else "in"
    if each.result == "not-invited":
        return "tout" if each.by_tie_break else "out"
    return {"not-known": "unk", "not-eligible": "na", "not-in-pool": "pool"}[each.result]


def _why(person: Person, each: Outcome) -> str:
    gap = each.score - each.cut_off
    if each.why.code == "above-cut-off":
        return ngettext(
            "Your score was %(n)s point above the cut-off.",
            "Your score was %(n)s points above the cut-off.",
            gap,
        ) % {"n": gap}
    if each.why.code == "below-cut-off":
        return ngettext(
            "Your score was %(n)s point below.", "Your score was %(n)s points below.", -gap
        ) % {"n": -gap}
    if each.tie_break_at and each.by_tie_break:
        return _by_tie_break(person, each, each.tie_break_at)
    return each.why.in_words(gettext)


def _by_tie_break(person: Person, each: Outcome, at: dt.datetime) -> str:
    """With both moments: yours in the heading of the page, the tie-break here."""
    said = {"moment": bare_moment(at)}
    if each.result == "not-known":
        return f"{each.why.in_words(gettext)} {gettext('Tie-break: %(moment)s UTC.') % said}"
    before = each.result == "invited"
    apart = at - person.submitted.latest if before else person.submitted.earliest - at
    said["days"] = counted(apart.days, "day")
    return gettext(_TIES[before, apart >= _DAY]) % said


# By whether the profile came first, and whether it was a day or more apart.
_TIES = {
    (True, True): gettext_noop(
        "Same score. Submitted %(days)s before the tie-break, %(moment)s UTC."
    ),
    (False, True): gettext_noop(
        "Same score. Submitted %(days)s after the tie-break, %(moment)s UTC."
    ),
    (True, False): gettext_noop(
        "Same score. Submitted less than a day before the tie-break, %(moment)s UTC."
    ),
    (False, False): gettext_noop(
        "Same score. Submitted less than a day after the tie-break, %(moment)s UTC."
    ),
}
