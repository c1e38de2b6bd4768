"""Whether a number is what some draws that an article may mean invited together."""

import datetime as dt
from collections.abc import Iterator

from articles.claims.context import Context
from articles.claims.mention import Days
from articles.claims.readings import Families, default_days, draws_in
from articles.claims.sentence import Sentence
from articles.claims.times import mentions
from articles.claims.timewords import last_of

# So many stretches of days are tried.
MOST = 40


def is_any_sum(number: int, sentence: Sentence, context: Context) -> bool:
    """Whether the draws of a time that the article names make a number of invitations: of all
    families or of one that it names."""
    families: list[Families] = [None]
    families += [frozenset({name}) for name in _named(sentence, context)]
    for days in list(dict.fromkeys(_stretches(sentence, context)))[:MOST]:
        whole = draws_in(context.known, days)
        for some in families:
            chosen = [d.invitations for d in whole if some is None or d.family in some]
            if sum(chosen) == number:
                return True
    return False


def _named(sentence: Sentence, context: Context) -> list[str]:
    told = [*context.told.families, *context.told.heading_families, *context.told.spoken]
    main = [context.main.family] if context.main and context.main.family else []
    own = [token.name for token in sentence.tokens if token.sign == "FAM"]
    return list(dict.fromkeys([*own, *told, *main]))


def _stretches(sentence: Sentence, context: Context) -> Iterator[Days]:
    """The times that are named, and the weeks and months of the days that are."""
    for mention in (*mentions(sentence, context), *context.told):
        yield from mention.days
    own = (context.whole(token.day) for token in sentence.tokens if token.sign == "DATE")
    for day in (*filter(None, own), *reversed(context.days[-4:])):
        monday = day - dt.timedelta(days=day.weekday())
        yield monday, monday + dt.timedelta(days=6)
        yield day.replace(day=1), last_of(day.year, day.month)
        yield day, context.as_of.date()
    yield from default_days(context)
