"""Figures whose present value is a number that somebody has typed."""

import re
from collections.abc import Iterable

from django.db.models import Q

from articles.figures import resolve_all
from articles.models import Story
from articles.picker import offers, subjects
from articles.picker.asked import Asked
from articles.picker.offers import Group
from articles.picker.subjects import Subject
from draws.figures import POOL_FIELDS
from draws.models import Draw, PoolCount
from pnp.models import Event

LONGEST = 60
# What separates thousands, and the signs of a change.
SPACES = re.compile("[\\s,.\u00a0\u202f\u2019']")
LARGEST = 2**31 - 1
MOST = 6


def matching(text: str, language: str, story: Story | None) -> list[Group]:
    """The figures that read so now, those of the story's draw and its pool first.

    "6,000", "6 000" and "6000" are one number; other words must be the same: "17 February 2026".
    A constant number of queries.
    """
    wanted = _bare(text[:LONGEST])
    if not wanted:
        return []
    found = [*(subjects.of_story(story)[:2] if story else []), *_candidates(wanted, text)]
    groups = {one: offers.addresses_of(one, deep=False) for one in dict.fromkeys(found)}
    figures = resolve_all([each for several in groups.values() for each in several], language)
    same = {address: one for address, one in figures.items() if _bare(one.text) == wanted}
    matched = [Group(one, offers.offered(several, same)) for one, several in groups.items()]
    return [group for group in matched if group.offers]


def _bare(text: str) -> str:
    return SPACES.sub("", text.replace("-", "\u2212").casefold())


def _candidates(wanted: str, text: str) -> Iterable[Subject]:
    if not wanted.isascii() or not wanted.isdigit():
        asked = Asked.of(text)
        return subjects.find(asked)[:MOST] if asked.month else ()
    number = int(wanted) if len(wanted) < len(str(LARGEST)) else -1
    return _with(number) if number >= 0 else ()


def _with(number: int) -> list[Subject]:
    """Three queries."""
    by_value = Q(crs=number) | Q(invitations=number)
    draws = Draw.objects.filter(by_value).newest_first()[:MOST]
    in_pool = Q()
    for name in POOL_FIELDS.values():
        in_pool |= Q(**{name: number})
    pools = PoolCount.objects.printed().filter(in_pool).exclude(as_of=None).newest_first()[:2]
    days = Event.objects.with_totals().filter(pnp_low=number).newest_first()[:2]
    return [
        *(subjects.of_draw(draw) for draw in draws),
        *(subjects.of_pool(count) for count in pools),
        *(subjects.of_day(event) for event in days),
    ]
