"""What provinces did: on which day, how many were invited, with which lowest score."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from articles.claims import wording
from articles.claims.approximate import agrees
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.groups import Group
from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.tokens import Token
from pnp import registry
from pnp.records import Counted, RowRecord

_FEDERAL = re.compile(
    r"\b(?:express entry (?:draw|round)|federal|ircc|ottawa|entrée express|fédérale?s?|fédéraux)\b"
)
# As far from the written day as a wrong day may lie from the right one.
NEAR = dt.timedelta(days=60)
_DIGITS = re.compile(r"\d+")


def is_provincial(sentence: Sentence, context: Context) -> bool:
    """Whether a sentence tells of a province rather than of Express Entry."""
    provinces = {t.name for t in sentence.tokens if t.sign == "PROV"}
    if _FEDERAL.search(sentence.low, sentence.start, sentence.end) and len(provinces) != 1:
        return False
    if not provinces:
        return bool(context.province) and "DR" not in sentence.present
    context.province = context.province if len(provinces) > 1 else next(iter(provinces))
    return True


def check(sentence: Sentence, roles: dict[int, Role], context: Context) -> Iterator[Claim]:
    """What a sentence says of one province; of several, each clause for itself."""
    for first, last in _stretches(sentence):
        yield from _stretch(sentence, first, last, roles, context)


def _stretches(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """From one province to the next, where a sentence names several."""
    starts = [t.pos for t in sentence.tokens if t.sign == "PROV"]
    starts = [
        at
        for n, at in enumerate(starts)
        if not n or _name(sentence, at) != _name(sentence, starts[n - 1])
    ]
    if len(starts) < 2:
        yield 0, len(sentence.tokens)
        return
    yield from zip([0, *starts[1:]], [*starts[1:], len(sentence.tokens)], strict=True)


def _name(sentence: Sentence, at: int) -> str:
    return sentence.tokens[at].name


def _stretch(
    sentence: Sentence, first: int, last: int, roles: dict[int, Role], context: Context
) -> Iterator[Claim]:
    tokens = sentence.tokens[first:last]
    features: dict[str, Token] = {}
    several: set[str] = set()
    for token in tokens:
        feature = _feature(token, roles, sentence)
        if feature in features:
            several.add(feature)
        elif feature:
            features[feature] = token
    everywhere = [t for t in sentence.tokens if t.sign == "DATE"]
    if "date" not in features and len(everywhere) == 1:
        features["date"] = everywhere[0]
    group = Group(features)
    yield from _judge(group, several, sentence, context)
    yield from _others(tokens, features, roles, sentence, context)


def _others(
    tokens: Sequence[Token],
    features: dict[str, Token],
    roles: dict[int, Role],
    sentence: Sentence,
    context: Context,
) -> Iterator[Claim]:
    """The further invitations and scores of an event that a sentence tells in parts."""
    code, day = context.province, context.province_day
    rows = context.record.events.get((code, day), []) if code and day else []
    for token in tokens:
        feature = _feature(token, roles, sentence)
        if not rows or day is None or feature not in ("invitations", "score"):
            continue
        if features.get(feature) is token or token.pos in sentence.judged:
            continue
        part = Group({feature: token})
        yield from _of_event(part, set(), rows, code, day, sentence, context)


def _feature(token: Token, roles: dict[int, Role], sentence: Sentence) -> str:
    if token.sign == "PROV":
        return "province"
    if token.sign == "DATE":
        return "date"
    role = roles.get(token.pos)
    if role is None:
        return ""
    if role.what == "crs":
        return "score"
    if role.what in ("invitations", "people") and token.sign == "N":
        return "invitations"
    return ""


def of_group(group: Group, sentence: Sentence, context: Context) -> Iterator[Claim]:
    """A row of a table of provinces, a list of facts."""
    if "crs" in group.features:
        group.features["score"] = group.features.pop("crs")
    if "pool" in group.features and "invitations" not in group.features:
        group.features["invitations"] = group.features.pop("pool")
    if "province" not in group.features:
        found = [t for t in sentence.tokens if t.sign == "PROV"]
        if found:
            group.features["province"] = found[0]
    group.home.clear()
    if all(token.pos >= 0 for token in group.features.values()):
        yield from _judge(group, set(), sentence, context)
    sentence.judged.update(range(len(sentence.tokens)))


def _judge(
    group: Group, several: set[str], sentence: Sentence, context: Context
) -> Iterator[Claim]:
    named, date = group.features.get("province"), group.features.get("date")
    code = named.name if named else context.province
    day = context.whole(date.day) if date else context.province_day
    if not code or day is None:
        return
    context.province, context.province_day = code, day
    rows = context.record.events.get((code, day), [])
    if rows:
        yield from _of_event(group, several, rows, code, day, sentence, context)
    else:
        yield from _of_no_event(group, code, day, sentence, context)


def _of_event(
    group: Group,
    several: set[str],
    rows: Sequence[RowRecord],
    code: str,
    day: dt.date,
    sentence: Sentence,
    context: Context,
) -> Iterator[Claim]:
    for feature in ("province", "date"):
        if feature in group.features:
            yield _claim(group.features[feature], True, code, day, "", sentence)
    known = {"invitations": totals_of(rows), "score": scores_of(rows)}
    for feature, values in known.items():
        token = group.features.get(feature)
        if token is None or token.pos in sentence.judged:
            continue
        right: bool | None = any(
            agrees(sentence.low, token.start, token.number, value, context.language)
            for value in values
        )
        told = feature not in several or _is_counted(sentence, token)
        sure = values and token.pos not in sentence.moot and told
        if not right and not (sure and _is_exact(rows, feature) and _is_told(sentence, feature)):
            right = None
        expected = wording.number(values[0], context.language) if values else ""
        figure = f"pnp/{code}/{day.isoformat()}/total" if feature == "invitations" else ""
        yield _claim(token, right, code, day, expected, sentence, figure)


def _is_counted(sentence: Sentence, token: Token) -> bool:
    """634 invitations: so called in so many words."""
    return bool({"INV", "ISS"} & set(sentence.signs[token.pos + 1 : token.pos + 3]))


def _is_told(sentence: Sentence, feature: str) -> bool:
    if sentence.block.kind == "row" or feature == "score":
        return True
    return bool(sentence.present & {"ISS", "INV", ":"}) and not sentence.present & {
        "SINCE",
        "TOTAL",
        "YEAR",
    }


def _is_exact(rows: Sequence[RowRecord], feature: str) -> bool:
    if feature == "invitations":
        return all(row.count.kind is Counted.EXACT for row in rows)
    return all(row.score.low is not None for row in rows)


def totals_of(rows: Sequence[RowRecord]) -> list[int]:
    """Every sum that may be told of an event, its own total first."""
    counted = [row for row in rows if row.count.is_known]
    programs = registry.programs()
    of_pnp = [row for row in counted if programs[row.program].kind == "pnp"]
    found = [sum(row.count.low for row in of_pnp or counted), sum(row.count.low for row in counted)]
    for part in ("stream", "program", "unit", "target"):
        sums: Counter[str] = Counter()
        for row in counted:
            sums[getattr(row, part)] += row.count.low
        found += sums.values()
    found += [row.count.low for row in counted]
    found += [one.count.low + two.count.low for one, two in combinations(counted[:12], 2)]
    return list(dict.fromkeys(found))


def scores_of(rows: Sequence[RowRecord]) -> list[int]:
    """Every score that a province printed that day."""
    found = [row.score.low for row in rows] + [row.score.high for row in rows]
    printed = [int(n) for row in rows for n in _DIGITS.findall(row.score.text)]
    return list(dict.fromkeys([*(score for score in found if score is not None), *printed]))


def _of_no_event(
    group: Group, code: str, day: dt.date, sentence: Sentence, context: Context
) -> Iterator[Claim]:
    """A wrong day or a wrong province, where the number says what is meant."""
    token = group.features.get("invitations")
    if token is None or token.pos in sentence.moot:
        return
    record, language = context.record, context.language
    nearby = [
        each
        for each in record.event_days.get(code, [])
        if abs(each - day) <= NEAR and token.number == totals_of(record.events[code, each])[0]
    ]
    others = [
        other
        for (other, each), rows in record.events.items()
        if each == day and other != code and token.number == totals_of(rows)[0]
    ]
    date, named = group.features.get("date"), group.features.get("province")
    if len(nearby) == 1 and date is not None:
        expected = wording.day(nearby[0], language)
        yield _claim(date, False, code, nearby[0], expected, sentence)
        yield _claim(token, True, code, nearby[0], "", sentence)
    elif len(others) == 1 and named is not None:
        expected = wording.province(others[0], language)
        yield _claim(named, False, others[0], day, expected, sentence)
        yield _claim(token, True, others[0], day, "", sentence)
    else:
        yield _claim(token, None, code, day, "", sentence)


def _claim(
    token: Token,
    right: bool | None,
    code: str,
    day: dt.date,
    expected: str,
    sentence: Sentence,
    figure: str = "",
) -> Claim:
    slug = registry.province(code).slug
    return claim(
        sentence,
        token,
        Kind.PROVINCE,
        right,
        expected=expected,
        source=f"/pnp/{slug}/{day.isoformat()}/",
        figure=figure,
    )
