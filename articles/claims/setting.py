"""What an article is about, found out before its sentences are judged."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from articles.claims.anchors import between
from articles.claims.context import Context
from articles.claims.groups import Group, groups_of
from articles.claims.lexicon import LEXICONS
from articles.claims.matching import VALUES, same_moment
from articles.claims.provincial import home_of
from articles.claims.roles import roles_of
from articles.claims.scopes import scope_of
from articles.claims.sentence import Sentence
from articles.claims.subjects import REFERRING
from articles.claims.texts import Part, Texts
from articles.claims.tokens import Token
from draws.records import RoundRecord

# Where an article says what it is about: so many sentences of the body, after headline and lead.
OPENING = 14
# What the headline says counts for more.
HEADLINE = 1.5
ENOUGH = 4.5
# An opening that tells of so many draws, each with so much, and of none first, is a roundup.
SEVERAL, TOLD = 3, 3.5
CLEARLY, FAR_AHEAD = 1.1, 1.5
# An article that is as new as this most likely tells of the draws of these days.
FRESH, FRESH_POINTS = dt.timedelta(days=10), 1.5
WEEK = dt.timedelta(days=7)
LISTED = frozenset({"rounds", "draws", "rondes", "tirages"})
# A draw, the feature that agrees with it, what is said, and how many points that is worth.
Vote = tuple[str, str, object, float]


def bind(tokens: Iterable[Token], part: Part) -> None:
    """Note at each token the address of the bound figure that it stands in."""
    figures = iter(part.figures)
    figure = next(figures, None)
    for token in tokens:
        while figure is not None and token.start >= figure.end:
            figure = next(figures, None)
        if figure is not None and figure.start <= token.start and token.end <= figure.end:
            token.address = figure.address


def set_scene(context: Context, texts: Texts, parts: Iterable[list[Sentence]]) -> None:
    """Find the draw that the article is about."""
    given = context.record.by_number.get(texts.subject)
    found = [sentence for part in parts for sentence in part]
    opening = [s for s in found if s.part.where != "faq"][: OPENING + 2]
    dates = [t.day for s in found for t in s.tokens if t.sign == "DATE"]
    context.told_days = {day for date in dates if (day := context.whole(date))}
    context.home = "" if given else home_of(found)
    context.main = given or (None if context.home else _voted(opening, context))
    context.mentioned = list(_mentioned(found, context))
    context.mistaken = "" if given else _mistaken(found, context)
    context.unsaid = _unsaid(found, context)
    provinces = Counter(t.name for s in opening for t in s.tokens if t.sign == "PROV")
    if provinces:
        context.main_province = provinces.most_common(1)[0][0]


def _mentioned(found: Iterable[Sentence], context: Context) -> Iterator[RoundRecord]:
    """The draws that the article names by number or by day."""
    for sentence in found:
        for token in sentence.tokens:
            if token.sign == "DR" and token.name in context.record.by_number:
                yield context.record.by_number[token.name]
            elif token.sign == "DATE" and (day := context.whole(token.day)):
                yield from context.record.by_date.get(day, ())


def _mistaken(found: list[Sentence], context: Context) -> str:
    """The only draw number of the article, where it is not that of its draw, and nothing in the
    article is of the draw that has this number."""
    numbers = {t.name for s in found for t in s.tokens if t.sign == "DR" and not _is_compared(s, t)}
    if context.main is None or len(numbers) != 1 or context.main.number in numbers:
        return ""
    number = numbers.pop()
    other = context.record.by_number.get(number)
    near = [s for s in found if any(t.name == number and t.sign == "DR" for t in s.tokens)]
    if not all(_is_led_by_number(s) for s in near):
        near = found
    return "" if other is not None and _is_told_of(other, near, context) else number


def _is_led_by_number(sentence: Sentence) -> bool:
    """La ronde 398 clôt la semaine; the round, number 430, was the first: said of our draw."""
    others = sentence.present & {"PREV", "LAST", "THAN", "COMPARED", "N", "FAM"}
    others |= LISTED & {token.name for token in sentence.tokens}
    return sentence.signs.index("DR") <= 4 and not others


def _unsaid(found: Iterable[Sentence], context: Context) -> frozenset[str]:
    """The figures of the article's draw that stand nowhere in it."""
    if context.main is None:
        return frozenset()
    said = {t.number for s in found for t in s.tokens if t.sign in ("N", "NW")}
    values = {"crs": context.main.crs, "invitations": context.main.invitations}
    return frozenset(name for name, value in values.items() if value not in said)


def _is_compared(sentence: Sentence, token: Token) -> bool:
    return bool(set(sentence.signs[max(token.pos - 6, 0) : token.pos]) & REFERRING)


def _is_told_of(draw: RoundRecord, found: Iterable[Sentence], context: Context) -> bool:
    """Whether an article says the day, the invitations or the cut-off of a draw."""
    for sentence in found:
        for token in sentence.tokens:
            if token.sign == "N" and token.number in (draw.invitations, draw.crs):
                return True
            if token.sign == "DATE" and context.whole(token.day) == draw.date:
                return True
    return False


def _voted(opening: list[Sentence], context: Context) -> RoundRecord | None:
    """The draw that agrees with most of what the opening says; None without a clear one."""
    votes: dict[str, float] = {}
    seen: set[tuple[str, str, object]] = set()
    bundles = list(_bundles(opening))
    for vote in _of_weekdays(opening, context):
        _count(vote, HEADLINE, votes, seen)
    for weight, vote in _votes(bundles, context):
        _count(vote, weight, votes, seen)
    for weight, features in bundles:
        for number in list(votes):
            for vote in _values(features, context.record.by_number[number]):
                _count(vote, weight / 2, votes, seen)
    for number in votes.keys() & {draw.number for draw in _fresh(context)}:
        votes[number] += FRESH_POINTS
    return _elected(votes, _of_headline(bundles, context), context)


def _votes(
    bundles: list[tuple[float, dict[str, Token]]], context: Context
) -> Iterator[tuple[float, Vote]]:
    for weight, features in bundles:
        for vote in _agreeing(features, context):
            yield weight, vote


def _fresh(context: Context) -> Sequence[RoundRecord]:
    """The draws of the days before the article's moment."""
    last = context.as_of.date()
    return between(last - FRESH, last, context)


def _of_weekdays(opening: list[Sentence], context: Context) -> Iterator[Vote]:
    """On Tuesday, yesterday: the draw of that day, told in the first sentences."""
    weekdays = LEXICONS[context.language].weekdays
    ago = LEXICONS[context.language].days_ago
    last = context.as_of.date()
    for sentence in opening[:5]:
        for token in sentence.tokens:
            if token.name in ago:
                day = last - dt.timedelta(days=ago[token.name])
                for draw in between(day - dt.timedelta(days=1), day, context):
                    yield draw.number, "weekday", token.name, 2.0
            if token.name in weekdays:
                for draw in between(last - WEEK, last, context):
                    if draw.date.weekday() == weekdays[token.name]:
                        yield draw.number, "weekday", token.name, 2.0


def _bundles(opening: list[Sentence]) -> Iterator[tuple[float, dict[str, Token]]]:
    """What is said in the opening, each with its weight: what comes first counts for most."""
    told = 0
    for sentence in opening:
        top = sentence.part.where in ("headline", "standfirst")
        told += not top
        weight = HEADLINE if top or told <= 2 else 1.4 if told <= 4 else 0.7
        if "PROV" in sentence.present:
            continue  # a province numbers its own draws
        for group in groups_of(sentence, roles_of(sentence)):
            if not group.compared and "relative" not in group.features:
                yield weight, _without_former(group, sentence)


def _without_former(group: Group, sentence: Sentence) -> dict[str, Token]:
    """What is said of the draw itself: not the score from which it came."""
    score = group.features.get("crs")
    if score is None or sentence.signs[max(score.pos - 1, 0)] != "FROM":
        return group.features
    return {feature: token for feature, token in group.features.items() if feature != "crs"}


def _count(
    vote: Vote, weight: float, votes: dict[str, float], seen: set[tuple[str, str, object]]
) -> None:
    number, feature, said, points = vote
    if (number, feature, said) not in seen:
        seen.add((number, feature, said))
        votes[number] = votes.get(number, 0) + points * weight


def _of_headline(bundles: list[tuple[float, dict[str, Token]]], context: Context) -> set[str]:
    """The draws that headline, standfirst or first sentences may mean."""
    leading = [features for weight, features in bundles if weight == HEADLINE]
    return {vote[0] for features in leading for vote in _agreeing(features, context)}


def _elected(votes: dict[str, float], headline: set[str], context: Context) -> RoundRecord | None:
    ranked = sorted(votes.items(), key=lambda vote: -vote[1])
    if not ranked or ranked[0][1] < ENOUGH:
        return None
    told = [number for number, points in ranked if points >= TOLD]
    clear = len(ranked) < 2 or ranked[0][1] > CLEARLY * ranked[1][1]
    if len(told) > SEVERAL and ranked[0][1] < FAR_AHEAD * ranked[1][1]:
        return None
    if len(told) >= SEVERAL and ranked[0][0] not in headline and not clear:
        return None
    if len(ranked) > 1 and ranked[1][1] >= ranked[0][1]:
        return None
    return context.record.by_number[ranked[0][0]]


def _agreeing(features: dict[str, Token], context: Context) -> Iterable[Vote]:
    """(draw, feature, what is said, points) for each draw that a bundle may mean."""
    candidates: dict[str, RoundRecord] = {}
    if features.keys() & {"invitations", "crs", "family"}:
        candidates = {draw.number: draw for draw in _fresh(context)}
    for feature, draws, points in _keyed(features, context):
        for draw in draws:
            candidates[draw.number] = draw
            yield draw.number, feature, features[feature].value, points
    if all(value in features for value in VALUES):
        pair = tuple(features[value].number for value in VALUES)
        for draw in context.record.by_figures.get((pair[0], pair[1]), ()):
            candidates.setdefault(draw.number, draw)
    for draw in candidates.values():
        yield from _values(features, draw)


def _keyed(
    features: dict[str, Token], context: Context
) -> Iterator[tuple[str, Sequence[RoundRecord], float]]:
    """The draws of a number, of a day, of a tie-break, and what each is worth."""
    record = context.record
    if "number" in features:
        draw = record.by_number.get(features["number"].name)
        yield "number", [draw] if draw else [], 3.0
    if "date" in features:
        day = context.whole(features["date"].day)
        yield "date", record.by_date.get(day, []) if day else [], 2.5
    if "tie-break" in features:
        day = features["tie-break"].day.date
        yield "tie-break", record.by_tie_break.get(day, []) if day else [], 3.0


def _values(features: dict[str, Token], draw: RoundRecord) -> Iterable[Vote]:
    said = {"invitations": draw.invitations, "crs": draw.crs, "family": draw.family}
    for feature, real in said.items():
        token = features.get(feature)
        if token is not None and token.value == real:
            yield draw.number, feature, real, 1.0 if feature == "family" else 1.5
    tie = features.get("tie-break")
    if tie is not None and same_moment(tie, draw.tie_break_at):
        yield draw.number, "tie-break", tie.day, 6.0


def begin_block(context: Context, sentence: Sentence) -> None:
    """A paragraph starts with what its heading is about."""
    if sentence.block.kind in ("h2", "h3"):
        context.heading = None
        context.heading_province = ""
        context.province_day = None
    context.province = context.heading_province
    context.current = None
    context.ranged = ""
    context.last_scope = None
    context.days = []


def end_sentence(context: Context, sentence: Sentence) -> None:
    """What was named stays what is spoken of, to the end of the paragraph or section."""
    if sentence.block.kind in ("h2", "h3"):
        numbers = [t.name for t in sentence.tokens if t.sign == "DR"]
        draw = context.record.by_number.get(numbers[0]) if len(numbers) == 1 else None
        context.heading = draw
        context.about_pool = "POOL" in sentence.present
        provinces = {t.name for t in sentence.tokens if t.sign == "PROV"}
        context.heading_province = provinces.pop() if len(provinces) == 1 else ""
    elif "POOL" in sentence.present:
        context.about_pool = True
    named = [token.name for token in sentence.tokens if token.sign == "FAM"]
    context.ranged = named[0] if len(set(named)) == 1 else context.ranged
    scope = scope_of(sentence, context)
    if scope is not None and scope.what == "period":
        context.last_scope = scope
        if not scope.day.month and scope.day not in [told.day for told in context.told_years]:
            context.told_years.insert(0, scope)
    for token in sentence.tokens:
        if token.sign == "DATE" and (day := context.whole(token.day)):
            context.days.append(day)
            if context.about_pool and day in context.record.counts:
                context.pool_day = day
