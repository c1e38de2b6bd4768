"""The draft of any round as of its day, made without storing anything."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from articles.drafting.composing import compose
from articles.drafting.situation import Situation, situation_of
from articles.drafting.writing import Copy
from articles.figures import resolve_all
from draws.models import Draw

LANGUAGES = ("en", "fr")


def copies_of(draw: Draw) -> dict[str, Copy]:
    """The draft on one draw in each language, as of its day. Four queries at most each."""
    rounds = list(Draw.objects.with_pool().oldest_first().filter(serial__lt=draw.serial))
    same_day = [*Draw.objects.filter(date=draw.date).exclude(pk=draw.pk).oldest_first()]
    situation = situation_of(draw, rounds, draw.pool, same_day)
    return {language: filled(draw, situation, language) for language in LANGUAGES}


def filled(draw: Draw, situation: Situation, language: str) -> Copy:
    """The draft with its figures. Raises Unresolved if the record lacks one of them."""
    copy = composed(draw, situation, language)
    return copy.filled(resolve_all(copy.addresses, language))


def composed(draw: Draw, situation: Situation, language: str) -> Copy:
    has_name = bool(draw.name_fr) if language == "fr" else True
    return compose(situation, language, has_name=has_name)


def situations(rounds: Sequence[Draw]) -> Iterator[tuple[Draw, Situation]]:
    """Every round among those before it. `rounds`: all of them, oldest first, with pools."""
    days = {day: list(group) for day, group in groupby(rounds, key=lambda draw: draw.date)}
    for place, draw in enumerate(rounds):
        others = [each for each in days[draw.date] if each != draw]
        yield draw, situation_of(draw, rounds[:place], draw.pool, others)


def replay(rounds: Sequence[Draw]) -> Iterator[tuple[Draw, Situation, Copy]]:
    """Every round's draft in each language, its figures read in bulk."""
    told = list(situations(rounds))
    for language in LANGUAGES:
        copies = [composed(draw, situation, language) for draw, situation in told]
        wanted = {address for copy in copies for address in copy.addresses}
        figures = resolve_all(wanted, language)
        for (draw, situation), copy in zip(told, copies, strict=True):
            yield draw, situation, copy.filled(figures)
