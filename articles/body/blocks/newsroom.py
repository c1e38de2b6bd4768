"""Blocks of the newsroom's own: see also, advertisement, picture, embed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from articles.body.blocks.base import Place, Scope
from articles.models import Article, Episode, Picture
from articles.related import related_to

Found = Mapping[Place, dict[str, Any]]


def _key(of: str, domain: str) -> str:
    head, _slash, key = of.partition("/")
    return key if head == domain else ""


def _pk(of: str, domain: str) -> int:
    """7 for picture/7, 0 for anything else."""
    key = _key(of, domain)
    return int(key) if key.isascii() and key.isdigit() and len(key) < 10 else 0


def see_also(places: Sequence[Place], scope: Scope) -> Found:
    """article/<story>: that story; nothing: the next of the related ones.

    Never the article itself, never what is not published, never a draw that a later one of its
    family has followed, never the same twice. A story that may not be shown gives way to a
    related one.
    """
    chosen = _chosen(places, scope)
    found: dict[Place, dict[str, Any]] = {}
    for article in dict.fromkeys(place.article for place in places):
        here = [place for place in places if place.article == article]
        named = {place: chosen.get(_pk(place.of, "article")) for place in here}
        found |= _filled(article, here, named, scope)
    return found


def _chosen(places: Iterable[Place], scope: Scope) -> dict[int, Article]:
    stories = {_pk(place.of, "article") for place in places} - {0}
    if not stories:
        return {}
    rows = (
        Article.objects.published(scope.at)
        .in_language(scope.language)
        .not_superseded()
        .filter(story__in=stories)
        .select_related("story__category")
    )
    return {row.story_id: row for row in rows}


def _filled(
    article: Article, places: Sequence[Place], named: Mapping[Place, Article | None], scope: Scope
) -> dict[Place, dict[str, Any]]:
    shown = {article.story_id}
    taken = {row.story_id for row in named.values() if row is not None}
    spare: Iterator[Article] | None = None
    found = {}
    for place in places:
        card = named[place]
        if card is None or card.story_id in shown:
            if spare is None:
                spare = _related(article, len(places), shown | taken, scope)
            card = next(spare, None)
        if card is not None:
            shown.add(card.story_id)
            found[place] = {"card": card}
    return found


def _related(article: Article, most: int, without: set[int], scope: Scope) -> Iterator[Article]:
    """Related articles; none in feeds, where each article would ask for its own."""
    if scope.plain:
        return iter(())
    if scope.around.related is not None:
        return (row for row in scope.around.related if row.story_id not in without)
    return iter(related_to(article, scope.at, most, without))


def ad(places: Sequence[Place], scope: Scope) -> Found:
    """article-mid: the room of that position, never twice in one article."""
    found: dict[Place, dict[str, Any]] = {}
    used = set()
    for place in places:
        box = scope.boxes.get(place.of)
        if box is not None and (place.article.pk, place.of) not in used:
            used.add((place.article.pk, place.of))
            found[place] = {"box": box}
    return found


def picture(places: Sequence[Place], _scope: Scope) -> Found:
    """picture/7."""
    wanted = {place: _pk(place.of, "picture") for place in places}
    rows = Picture.objects.in_bulk({pk for pk in wanted.values() if pk})
    return {place: {"picture": rows[pk]} for place, pk in wanted.items() if pk in rows}


def embed(places: Sequence[Place], scope: Scope) -> Found:
    """episode/<slug>: a player for that episode of the podcast."""
    wanted = {place: _key(place.of, "episode") for place in places}
    slugs = {slug for slug in wanted.values() if slug}
    rows = Episode.objects.published(scope.at).filter(slug__in=slugs) if slugs else ()
    episodes = {row.slug: row for row in rows}
    return {
        place: {"episode": episodes[slug]} for place, slug in wanted.items() if slug in episodes
    }
