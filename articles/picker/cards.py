"""Blocks of a text in words: what each shows."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from articles.body.blocks import BLOCKS
from articles.models import Article, Episode, Picture, Position
from articles.picker import describe, subjects
from draws.families import FAMILIES
from draws.models import Draw, PoolCount

# A block as it is stored: its kind, and what it is of.
Bound = tuple[str, str]
# What each kind can be of: the first word of an address, "" for nothing at all.
DOMAINS: dict[str, tuple[str, ...]] = {
    "facts": ("draw",),
    "pool": ("draw", "pool"),
    "chart": ("draw", "family"),
    "family-table": ("family",),
    "see-also": ("", "article"),
    "ad": ("position",),
    "embed": ("episode",),
    "picture": ("picture",),
}


def titles(blocks: Iterable[Bound], language: str) -> dict[Bound, str]:
    """What each block shows; without those that lead nowhere. A query per kind of subject."""
    asked = {(kind, of) for kind, of in blocks if kind in BLOCKS}
    keys: dict[str, set[str]] = defaultdict(set)
    for kind, of in asked:
        keys[_domain(kind, of)].add(of.partition("/")[2] or of)
    found = {domain: TITLES[domain](wanted, language) for domain, wanted in keys.items() if domain}
    return {
        (kind, of): title
        for kind, of in asked
        if (title := found.get(_domain(kind, of), {}).get(of.partition("/")[2] or of))
    }


def _domain(kind: str, of: str) -> str:
    """Which table a block's subject stands in; "" where the kind shows nothing of that sort."""
    head, slash, _key = of.partition("/")
    allowed = DOMAINS.get(kind, ())
    if kind == "ad":
        return "position"
    if kind == "see-also" and not of:
        return "rule"
    return head if slash and head in allowed else ""


def _draws(keys: set[str], _language: str) -> Mapping[str, str]:
    rows = Draw.objects.filter(number__in=keys)
    return {row.number: _said(subjects.of_draw(row)) for row in rows}


def _pools(keys: set[str], _language: str) -> Mapping[str, str]:
    days = {day for key in keys if (day := _day(key))}
    found = PoolCount.objects.printed().filter(as_of__in=days).values_list("as_of", flat=True)
    return {day.isoformat(): describe.pool(day) for day in found if day}


def _families(keys: set[str], _language: str) -> Mapping[str, str]:
    return {key: str(FAMILIES[key].name) for key in keys if key in FAMILIES}


def _articles(keys: set[str], language: str) -> Mapping[str, str]:
    """By story: a card shows the side in the language of the text, once that is published."""
    stories = _numbers(keys)
    rows = Article.objects.in_language(language).filter(story__in=stories)
    return {str(row.story_id): _headline(row) for row in rows}


def _episodes(keys: set[str], _language: str) -> Mapping[str, str]:
    return {row.slug: row.title_en for row in Episode.objects.filter(slug__in=keys)}


def _pictures(keys: set[str], _language: str) -> Mapping[str, str]:
    rows = Picture.objects.filter(pk__in=_numbers(keys))
    return {str(row.pk): row.alt or str(row) for row in rows}


def _positions(keys: set[str], _language: str) -> Mapping[str, str]:
    return {key: str(Position(key).label) for key in keys if key in Position.values}


def _by_rule(keys: set[str], _language: str) -> Mapping[str, str]:
    return dict.fromkeys(keys, _("The best related article, chosen by itself"))


TITLES = {
    "draw": _draws,
    "pool": _pools,
    "family": _families,
    "article": _articles,
    "episode": _episodes,
    "picture": _pictures,
    "position": _positions,
    "rule": _by_rule,
}


def _headline(article: Article) -> str:
    if article.is_published:
        return article.headline
    return _("%(headline)s (not published yet)") % {"headline": article.headline}


def _said(subject: subjects.Subject) -> str:
    return f"{subject.name} · {subject.note}"


def _numbers(keys: Iterable[str]) -> list[int]:
    return [int(key) for key in keys if key.isascii() and key.isdigit() and len(key) < 10]


def _day(key: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(key) if len(key) == len("2026-02-15") else None
    except ValueError:
        return None
