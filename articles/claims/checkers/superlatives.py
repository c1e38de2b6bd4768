"""Superlatives: lowest since, largest ever, second-highest of 2026, le plus élevé depuis."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from articles.claims import wording
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.roles import Role
from articles.claims.scope import Scope
from articles.claims.scopes import scope_of
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.subjects import families_of, horizons, of_family, subjects
from articles.claims.tokens import Token
from draws.records import RoundRecord

SIGNS = frozenset({"LOW", "HIGH", "BIG", "SMALL"})
SMALLEST = frozenset({"LOW", "SMALL"})
# The lowest score invited, the lowest-ranked candidate: the cut-off itself, no superlative.
_CUT_OFF_ITSELF = re.compile(
    r"\b(?:lowest|plus basse?)(?:[- ](?:crs|score|scores|scoring|ranked|ranking|scg|note|à"
    r"|candidate"
    r"|profile|of|the|person|point|points|minimum|que|qui|ait|soit))*"
    r"[- ](?:invited|candidate invited|to (?:be|get|receive)|who|that was|recevoir|invitée?"
    r"|ranked)\b"
)
_EVERY = re.compile(
    r"\b(?:of any|of all|any (?:draw|round)|overall|toutes (?:les )?rondes|tous types)"
)
PAUSE = dt.timedelta(days=150)


@dataclass(frozen=True, slots=True)
class Extreme:
    """What is said to be extreme: the measure, the end, and the rank (2: second-lowest)."""

    measure: str
    smallest: bool
    rank: int

    def value(self, draw: RoundRecord) -> int:
        """Smaller is nearer to the end that is meant."""
        real: int = getattr(draw, self.measure)
        return real if self.smallest else -real

    def place(self, draw: RoundRecord, draws: Sequence[RoundRecord]) -> tuple[int, int]:
        """The best and the worst rank that a draw may claim where values are equal."""
        mine = self.value(draw)
        values = [self.value(each) for each in draws if each is not draw]
        distinct = len({value for value in values if value < mine})
        return distinct + 1, sum(value <= mine for value in values) + 1


def check(sentence: Sentence, roles: dict[int, Role], context: Context) -> Iterator[Claim]:
    """The superlatives that a sentence states."""
    if not sentence.present & SIGNS or sentence.present & {"PROV", "POOL", "BAND"}:
        return
    for token in sentence.tokens:
        if (
            token.sign in SIGNS
            and token.pos not in sentence.moot
            and not _is_cut_off(sentence, token)
        ):
            yield from _judge(sentence, token, context)


def _is_cut_off(sentence: Sentence, token: Token) -> bool:
    begin = max(token.start - 10, sentence.start)
    match = _CUT_OFF_ITSELF.search(sentence.low, begin, min(token.end + 60, sentence.end))
    return match is not None and match.start() <= token.start <= match.end()


def _judge(sentence: Sentence, token: Token, context: Context) -> Iterator[Claim]:
    scope = scope_of(sentence, context, near=token.pos)
    if scope is None:
        return
    extreme = Extreme(_measure(sentence, token), token.sign in SMALLEST, _rank(sentence, token))
    found = subjects(sentence, context, scope)
    families = _families(sentence, found, token)
    tries = [(draw, family) for draw in found for family in families]
    tries = [(d, f) for d, f in tries if f is None or d.family == f]
    if not _is_within_family(sentence, token):
        tries = [_among_all(draw, family, scope, context) for draw, family in tries]
    judge = _JUDGES.get(scope.what, _in_period)
    verdicts = [judge(extreme, draw, family, scope, context) for draw, family in tries]
    right = True if True in verdicts else False if verdicts and None not in verdicts else None
    yield _claim(sentence, token, right, extreme, tries, scope, context)


def _is_within_family(sentence: Sentence, token: Token) -> bool:
    """The largest physicians draw, the lowest for francophones: among these alone."""
    return "FAM" in sentence.signs[token.pos : token.pos + 7]


def _among_all(
    draw: RoundRecord, family: str | None, scope: Scope, context: Context
) -> tuple[RoundRecord, str | None]:
    """The only draw of its family is compared with all others, or it would be every extreme."""
    if scope.what in ("since", "span"):
        return draw, family
    same = scope.chosen(of_family(context.record.until(draw), family), draw)
    return draw, family if len(same) > 1 else None


def _families(sentence: Sentence, found: Sequence[RoundRecord], token: Token) -> list[str | None]:
    if _EVERY.search(sentence.low, sentence.start, sentence.end):
        return [None]
    return families_of(sentence, found[0] if found else None, token.pos)


def _measure(sentence: Sentence, token: Token) -> str:
    near = sentence.signs[max(token.pos - 5, 0) : token.pos + 6]
    if token.sign in ("BIG", "SMALL"):
        return "invitations"
    after = sentence.signs[token.pos + 1 : token.pos + 5]
    if "INV" in after and "CRS" not in after:
        return "invitations"
    return "invitations" if "INV" in near and "CRS" not in sentence.present else "crs"


def _rank(sentence: Sentence, token: Token) -> int:
    """second-lowest, la deuxième note la plus basse."""
    french = token.pos > 0 and sentence.signs[token.pos - 1] == "PLUS"
    for at in range(token.pos - 1, max(token.pos - (9 if french else 3), 0) - 1, -1):
        before = sentence.tokens[at]
        if before.sign == "ORD":
            return before.number
        if before.sign in (",", ";", "N", "SINCE"):
            break
    return 1


def _in_period(
    extreme: Extreme, draw: RoundRecord, family: str | None, scope: Scope, context: Context
) -> bool | None:
    """The lowest of 2026, the largest ever."""
    answers = []
    for known in horizons(context, draw):
        for draws in (known, [each for each in known if each is not context.main]):
            chosen = scope.chosen(of_family(draws, family), draw)
            if draw in chosen:
                best, worst = extreme.place(draw, chosen)
                answers.append((len(chosen), best <= extreme.rank <= worst))
    # Alone in its time, a draw would be the largest and the smallest.
    telling = [answer for size, answer in answers if size > 1] or [answer for _n, answer in answers]
    return any(telling)


def _since(
    extreme: Extreme, draw: RoundRecord, family: str | None, scope: Scope, context: Context
) -> bool | None:
    """The lowest since August 2024: in that month one was as low, and none since."""
    earlier = of_family(context.record.until(draw)[:-1], family)
    if scope.beginning and _is_best_from(extreme, draw, family, scope, context):
        return True
    if extreme.rank > 1:
        return _ranked_since(extreme, draw, earlier, scope)
    mine = extreme.value(draw)
    bounds = [_newest(earlier, lambda d: extreme.value(d) <= mine)]
    bounds.append(_newest(earlier, lambda d: extreme.value(d) < mine))
    if any(bound is not None and _is_in(scope, bound.date) for bound in bounds):
        return True
    last = bounds[-1]
    start = _start_of(scope)
    if last is not None and (start is None or last.date >= start):
        return False
    return _is_beginning(scope, earlier)


def _is_best_from(
    extreme: Extreme, draw: RoundRecord, family: str | None, scope: Scope, context: Context
) -> bool:
    """Since draws resumed in May 2024, the lowest is draw 312: of all from then on."""
    start = _start_of(scope)
    if start is None or draw.date < start:
        return False
    answers = []
    for known in horizons(context, draw):
        chosen = [each for each in of_family(known, family) if each.date >= start]
        if draw in chosen:
            best, worst = extreme.place(draw, chosen)
            answers.append(best <= extreme.rank <= worst)
    return any(answers)


def _newest(
    draws: Sequence[RoundRecord], wanted: Callable[[RoundRecord], bool]
) -> RoundRecord | None:
    return next((draw for draw in reversed(draws) if wanted(draw)), None)


def _is_in(scope: Scope, date: dt.date) -> bool:
    return scope.holds(date)


def _start_of(scope: Scope) -> dt.date | None:
    year = scope.years[0] if scope.years else scope.day.year
    try:
        return dt.date(year, scope.day.month or 1, scope.day.day or 1)
    except ValueError:
        return None


def _is_beginning(scope: Scope, earlier: Sequence[RoundRecord]) -> bool:
    """Whether a period is that of a family's first draw, or of its first after a pause."""
    for place, draw in enumerate(earlier):
        if _is_in(scope, draw.date):
            return place == 0 or draw.date - earlier[place - 1].date > PAUSE
    return False


def _ranked_since(
    extreme: Extreme, draw: RoundRecord, earlier: Sequence[RoundRecord], scope: Scope
) -> bool | None:
    start = _start_of(scope)
    if start is None:
        return None
    best, worst = extreme.place(draw, [*(d for d in earlier if d.date >= start), draw])
    return True if best <= extreme.rank <= worst else None


def _in_span(
    extreme: Extreme, draw: RoundRecord, family: str | None, scope: Scope, context: Context
) -> bool | None:
    """The lowest in five months: none as low for about so long."""
    earlier = of_family(context.record.until(draw)[:-1], family)
    mine = extreme.value(draw)
    gaps = [
        (draw.date - bound.date).days
        for bound in (
            _newest(earlier, lambda d: extreme.value(d) <= mine),
            _newest(earlier, lambda d: extreme.value(d) < mine),
        )
        if bound is not None
    ]
    if not gaps:
        return None
    return any(scope.days - scope.unit <= gap < scope.days + 1.5 * scope.unit for gap in gaps)


_JUDGES = {"since": _since, "span": _in_span}


def _claim(
    sentence: Sentence,
    token: Token,
    right: bool | None,
    extreme: Extreme,
    tries: Sequence[tuple[RoundRecord, str | None]],
    scope: Scope,
    context: Context,
) -> Claim:
    words = [token, *(t for t in scope.tokens if t.pos > token.pos)][:2]
    if not tries:
        return claim(sentence, words, Kind.SUPERLATIVE, None)
    draw, family = tries[0]
    expected = _expected(extreme, draw, family, scope, context) if right is False else ""
    return claim(
        sentence,
        words if right is not None else token,
        Kind.SUPERLATIVE,
        right,
        expected=expected,
        source=f"/draws/{family}/" if family else "/draws/",
    )


def _expected(
    extreme: Extreme, draw: RoundRecord, family: str | None, scope: Scope, context: Context
) -> str:
    """The month since when, or the draw that holds the title."""
    earlier = of_family(context.record.until(draw), family)
    if scope.what in ("since", "span"):
        mine = extreme.value(draw)
        last = _newest(earlier[:-1], lambda d: extreme.value(d) <= mine)
        return wording.month(last.date, context.language) if last else ""
    chosen = sorted(scope.chosen(earlier, draw) or earlier, key=extreme.value)
    if not chosen:
        return ""
    holder = chosen[min(extreme.rank, len(chosen)) - 1]
    value = wording.fact(holder, extreme.measure, context.language)
    return f"{value} ({holder.number})"
