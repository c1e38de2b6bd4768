"""What the home page is made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from articles.models import Article, Category
from draws.charts import pool as pool_charts
from draws.charts.sparks import LAST, Spark, spark
from draws.families import Family
from draws.models import Draw, PoolCount, Tally
from pnp import latest as provinces
from publish.plot.axes import percent

BESIDE, IN_A_RAIL = 3, 3


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the line of one family is now. `change` is None for a family's first draw."""

    kind: Family
    newest: Draw
    previous: Draw | None
    change: int | None
    spark: Spark


@dataclass(frozen=True, slots=True)
class Front:
    """The articles of the home page: one large, a few beside it, a rail for each category."""

    lead: Article | None
    beside: Sequence[Article]
    rails: Sequence[tuple[Category, Sequence[Article]]]


@dataclass(frozen=True, slots=True)
class YearBar:
    """The invitations of one year as a bar of a table."""

    year: int
    draws: int
    invited: int
    width: str


def standings(draws: Iterable[Draw]) -> list[Standing]:
    """One standing for each family, newest first, from its newest draws."""
    families: dict[str, list[Draw]] = {}
    for draw in draws:
        families.setdefault(draw.family, []).append(draw)
    return [_standing(rows) for rows in families.values()]


def _standing(rows: Sequence[Draw]) -> Standing:
    newest, previous = rows[0], rows[1] if len(rows) > 1 else None
    return Standing(
        kind=newest.kind,
        newest=newest,
        previous=previous,
        change=newest.crs - previous.crs if previous else None,
        spark=spark([draw.crs for draw in reversed(rows)]),
    )


def front(language: str) -> Front:
    """The newest article, the next few beside it, and below the newest others of each category.

    Two queries.
    """
    found = Article.objects.published().in_language(language).for_list().defer("body")
    rows = list(found.newest_of_each_category(IN_A_RAIL + BESIDE + 1))
    rails: dict[Category, list[Article]] = {}
    for article in rows[BESIDE + 1 :]:
        rails.setdefault(article.story.category, []).append(article)
    in_order = sorted(rails.items(), key=lambda rail: (rail[0].position, rail[0].pk))
    return Front(
        lead=rows[0] if rows else None,
        beside=rows[1 : BESIDE + 1],
        rails=[(category, articles[:IN_A_RAIL]) for category, articles in in_order],
    )


def contents(language: str) -> dict[str, Any]:
    """Everything that the home page shows. Eight queries and the widgets'."""
    newest_draws = list(Draw.objects.newest_of_each_family(LAST))
    years = Tally.objects.years()
    lines = standings(newest_draws)
    year = newest_draws[0].date.year if newest_draws else None
    return {
        "front": front(language),
        "latest": lines[0] if lines else None,
        "before": newest_draws[1:5],
        "year": year,
        "drawn": [line for line in lines if line.newest.date.year == year],
        "not_drawn": [line for line in lines if line.newest.date.year != year],
        "totals": {name: sum(row[name] for row in years) for name in ("draws", "invited")},
        "years": _bars(years),
        "overview": provinces.overview(),
        **_pool(),
    }


def _bars(years: Sequence[dict[str, Any]]) -> list[YearBar]:
    most = max((year["invited"] for year in years), default=1) or 1
    return [
        YearBar(year["year"], year["draws"], year["invited"], percent(year["invited"] / most))
        for year in years
    ]


def _pool() -> dict[str, Any]:
    """The newest count as bars, with its change since the count before it."""
    counts = list(PoolCount.objects.printed().newest_first().with_draws()[:2])
    if not counts:
        return {"pool": None}
    newest, previous = counts[0], counts[1] if len(counts) > 1 else None
    return {
        "pool": newest,
        "pool_before": previous,
        "pool_bars": pool_charts.bars(newest),
        "pool_above": pool_charts.above_500(newest),
        "pool_draws": [draw.number for draw in newest.draws.all()],
        "pool_change": _change(newest, previous),
    }


def _change(newest: PoolCount, previous: PoolCount | None) -> int | None:
    if previous is None or newest.total is None or previous.total is None:
        return None
    return newest.total - previous.total
