"""Which published articles show a figure of a draw, or one that follows from it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from articles.body.document import Document
from articles.figures import resolve_all
from articles.models import Article
from draws import figures as draw_figures
from draws.figures.facts import CHANGES, STANDINGS
from draws.models import Draw
from ingest.models import Revision

# What of a draw shows a value that the source can change: figures, and blocks bound to the draw.
FIGURES: Mapping[str, tuple[str, ...]] = {
    "crs": ("crs", "crs-without-nomination", "cut-off-band", "cut-off-band-count"),
    "invitations": ("invitations",),
    "tie_break_at": ("tie-break", "tie-break-age"),
    "held_at": ("time",),
    "date": ("date", "full-date", "month", "year"),
    "family": ("family",),
    "name": ("name",),
    "name_fr": ("name",),
    "pool_as_of": ("as-on", "pool-age"),
}
# What figures within a family are reckoned from.
RECKONED = ("crs", "invitations", "date", "family")
POOL_FIGURES = ("pool-total", "cut-off-band-count", "above-band-count")
FACTS_SHOWN = ("crs", "invitations", "tie_break_at", "held_at", "date", "family")
_DRAW = re.compile(r"draw/([0-9]+[a-i]?)/")


@dataclass(frozen=True, slots=True)
class Carrier:
    """An article that shows the value itself (`direct`), or figures that follow from it."""

    article: Article
    direct: bool


def carriers_of(revision: Revision, draw: Draw) -> list[Carrier]:
    """The published articles that showed the value before it was changed. The bodies of those
    that name the draw or a later one of its family are read."""
    seen = Article.objects.published(revision.seen_at).select_related("story__draw")
    found = []
    for article, document in _candidates(draw, _families(revision, draw), list(seen)):
        direct = _shows(document, article.language, revision.field, draw)
        if direct or (revision.field in RECKONED and _follows(document, article.language)):
            found.append(Carrier(article, direct))
    return found


def _families(revision: Revision, draw: Draw) -> set[str]:
    """Whose reckoned figures the change can move: a draw that changes its type leaves a family."""
    return {draw.family, revision.old} if revision.field == "family" else {draw.family}


def _candidates(
    draw: Draw, families: Iterable[str], articles: list[Article]
) -> Iterator[tuple[Article, Document]]:
    later = Draw.objects.filter(family__in=families, serial__gte=draw.serial)
    numbers = {draw.number, *later.values_list("number", flat=True)}
    for article in articles:
        blocks = f'data-of="draw/{draw.number}"' in article.body
        if blocks or not numbers.isdisjoint(_DRAW.findall(article.body)):
            yield article, Document.of(article.body)


def _shows(document: Document, language: str, field: str, draw: Draw) -> bool:
    """Whether a figure or a block of the text is the value."""
    if field in ("name", "name_fr") and (field == "name_fr") != (language == "fr"):
        return False
    pool = field.startswith("pool.")
    whats = POOL_FIGURES if pool else FIGURES.get(field, ())
    if any(f"draw/{draw.number}/{what}" in document.addresses for what in whats):
        return True
    if pool and draw.pool_as_of:
        day = f"pool/{draw.pool_as_of.isoformat()}/"
        if any(address.startswith(day) for address in document.addresses):
            return True
    kinds = _blocks_of(field, pool=pool)
    return any((kind, draw.subject) in document.bound for kind in kinds)


def _blocks_of(field: str, *, pool: bool) -> tuple[str, ...]:
    if pool or field == "pool_as_of":
        return ("pool",)
    return ("facts",) if field in FACTS_SHOWN else ()


def _follows(document: Document, language: str) -> bool:
    """Whether a figure reckoned within the family says something else than what is stored."""
    reckoned = {address for address in document.addresses if _is_reckoned(address)}
    if not reckoned:
        return False
    now = resolve_all(reckoned, language)
    stored = {each.attributes["value"]: each.text for each in document.figures}
    return any(address in now and now[address].text != stored[address] for address in reckoned)


def _is_reckoned(address: str) -> bool:
    asked = draw_figures.parse(address)
    if not isinstance(asked, draw_figures.DrawAddress):
        return False
    return asked.step != 0 or asked.what in CHANGES or asked.what in STANDINGS
