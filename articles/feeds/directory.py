"""Every list of the site that has feeds and files, by section. A new kind of list is one line."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from articles import listings
from articles.corrections import listing as corrections
from articles.models import Author, Category, Topic
from articles.podcast import listing as podcast
from draws import listings as draws
from draws.families import FAMILIES
from draws.filters import RoundFilter
from draws.models import Draw
from pnp import listings as pnp
from pnp import registry
from pnp.filters import RowFilter
from publish.listing import Column, Listing
from publish.opml import Shelf


def shelves() -> list[Shelf]:
    """All lists in the active language, without their rows. Four queries."""
    return [
        Shelf(_("Express Entry draws"), tuple(_draws())),
        Shelf(_("Provincial draws"), tuple(_provinces())),
        Shelf(_("News"), tuple(_news())),
        Shelf(_("Topics"), tuple(listings.topic_listing(topic) for topic in Topic.objects.all())),
        Shelf(
            _("Authors"), tuple(listings.author_listing(author) for author in Author.objects.all())
        ),
    ]


def tables() -> list[tuple[str, Sequence[Column]]]:
    """The columns of each kind of list that has columns of its own."""
    return [
        (_("Express Entry draws"), draws.COLUMNS),
        (_("The Express Entry pool by score"), draws.POOL_COLUMNS),
        (_("Provincial draws"), pnp.COLUMNS),
        (_("News"), listings.COLUMNS),
        (_("Podcast"), podcast.COLUMNS),
        (_("Corrections"), corrections.COLUMNS),
    ]


def _draws() -> Iterator[Listing]:
    yield draws.rounds_listing(RoundFilter())
    held = set(Draw.objects.order_by().values_list("family", flat=True).distinct())
    for slug, family in FAMILIES.items():
        if slug in held:
            yield draws.family_listing(family)
    yield draws.pool_listing()
    yield corrections.corrections_listing()


def _provinces() -> Iterator[Listing]:
    yield pnp.days_listing(RowFilter(), "rss")
    for province in registry.provinces():
        yield pnp.province_listing(province, "rss")


def _news() -> Iterator[Listing]:
    yield listings.news_listing()
    for category in Category.objects.all():
        yield listings.category_listing(category)
    yield podcast.podcast_listing()
