"""What a figure can be of: draws, counts of the pool, days of provinces, rules."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Q, QuerySet

from articles.models import Story
from articles.picker import describe
from articles.picker.asked import Asked
from articles.rules import Rule, rules
from draws.models import Draw, PoolCount
from pnp.models import Event
from publish.formats import day

# As many of each as a list that is read at a glance can hold.
MOST = 6
MOST_POOLS = 3
Row = TypeVar("Row", Draw, PoolCount, Event)


@dataclass(frozen=True, slots=True)
class Subject:
    """`key` is the address of its figures without their last part: draw/397."""

    key: str
    name: str
    note: str


def find(asked: Asked, story: Story | None = None) -> list[Subject]:
    """What the words name, the likeliest first: of counts of no day that with the story's draw.
    Three queries at most."""
    own = [one for one in _own(story) if _is_pool(one)] if asked.is_any_pool else []
    rows = [*own, *_draws(asked), *_pools(asked), *_days(asked), *_rules(asked)]
    found = list(dict.fromkeys(rows))
    wants_pool = asked.is_pool and not asked.names_draws
    return sorted(found, key=lambda subject: wants_pool and not _is_pool(subject))


def of_story(story: Story | None) -> list[Subject]:
    """What an article on this story writes about: its draw with the count printed with it, its
    provincial draw, then the newest draws. Two queries beside those of the story."""
    newest = [of_draw(draw) for draw in Draw.objects.newest_first()[:MOST]]
    pools = [of_pool(count) for count in PoolCount.objects.printed().newest_first()[:1]]
    return list(dict.fromkeys([*_own(story), *newest, *pools]))


def _own(story: Story | None) -> list[Subject]:
    own: list[Subject] = []
    if story and story.draw:
        own.append(of_draw(story.draw))
        own += [of_pool(story.draw.pool)] if story.draw.pool and story.draw.pool.as_of else []
    if story and story.event:
        own.append(of_day(story.event))
    return own


def _is_pool(subject: Subject) -> bool:
    return subject.key.startswith("pool/")


def of_draw(draw: Draw) -> Subject:
    return Subject(draw.subject, describe.draw(draw.number), f"{draw.kind.name}, {day(draw.date)}")


def of_pool(count: PoolCount) -> Subject:
    on = count.as_of or dt.date.min
    return Subject(f"pool/{on.isoformat()}", describe.pool(on), "")


def of_day(event: Event) -> Subject:
    return Subject(event.subject, describe.province_day(event.province, event.date.isoformat()), "")


def _draws(asked: Asked) -> list[Subject]:
    dated = asked.month is not None and not (asked.provinces or asked.is_pool)
    of_a_province = bool(asked.provinces) and asked.families <= {"pnp"} and not asked.numbers
    if of_a_province or not (asked.names_draws or dated):
        return []
    rows = _on(Draw.objects.newest_first(), asked, "date")
    if asked.families:
        rows = rows.filter(family__in=asked.families)
    if asked.numbers:
        rows = rows.filter(_numbered(asked.numbers))
    found = list(rows[: MOST * 4])
    found.sort(key=lambda draw: draw.number not in asked.numbers)
    return [of_draw(draw) for draw in found[:MOST]]


def _numbered(numbers: Iterable[str]) -> Q:
    wanted = Q()
    for number in numbers:
        wanted |= Q(number=number) | Q(number__startswith=number)
    return wanted


def _pools(asked: Asked) -> list[Subject]:
    whole_day = bool(asked.month and asked.day) and not asked.provinces
    if not (asked.is_pool or whole_day):
        return []
    rows = PoolCount.objects.printed().newest_first().exclude(as_of=None)
    return [of_pool(count) for count in _on(rows, asked, "as_of")[:MOST_POOLS]]


def _days(asked: Asked) -> list[Subject]:
    whole_day = bool(asked.month and asked.day) and not (asked.families or asked.is_pool)
    if not (asked.provinces or asked.is_provincial or whole_day):
        return []
    rows = _on(Event.objects.newest_first(), asked, "date")
    if asked.provinces:
        rows = rows.filter(province__in=asked.provinces)
    return [of_day(event) for event in rows[:MOST]]


def _rules(asked: Asked) -> list[Subject]:
    """Rules with figures of which the name, in either language, has every word; no query."""
    if not asked.words:
        return []
    named = [each for each in rules() if each.figures and set(asked.words) <= _words_of(each)]
    return [of_rule(each) for each in named[:MOST]]


def _words_of(rule: Rule) -> set[str]:
    return {word for name in rule.name.values() for word in Asked.of(name).words}


def of_rule(rule: Rule) -> Subject:
    return Subject(f"rule/{rule.key}", describe.rule_name(rule.key), "")


def _on(rows: "QuerySet[Row]", asked: Asked, name: str) -> "QuerySet[Row]":
    """Those of the day, month and year that were named."""
    parts = {"year": asked.year, "month": asked.month, "day": asked.day}
    return rows.filter(**{f"{name}__{part}": n for part, n in parts.items() if n is not None})
