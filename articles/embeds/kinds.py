"""The kinds of pieces that other sites can show. A new kind is one function here, one view, one
template, and one line in picker.KINDS."""

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article
from draws.families import Family
from draws.models import Draw
from publish.embeds import Piece

Query = tuple[tuple[str, str], ...]


def latest(family: Family | None = None, query: Query = ()) -> Piece:
    """The newest draw of all, or of one family: it changes with the next."""
    title = _("Latest Express Entry draw")
    if family:
        title = _("Latest Express Entry draw: %(family)s") % {"family": family.name}
        query = (("family", family.slug), *query)
    return Piece(title, reverse("embed-latest"), 330, query)


def draw(shown: Draw, query: Query = ()) -> Piece:
    """One draw."""
    title = _("Express Entry draw %(number)s") % {"number": shown.number}
    return Piece(title, reverse("embed-draw", args=[shown.number]), 330, query)


def chart(family: Family, query: Query = ()) -> Piece:
    """The cut-offs of a family over time."""
    title = _("Express Entry cut-offs: %(family)s") % {"family": family.name}
    return Piece(title, reverse("embed-chart", args=[family.slug]), 480, query)


def draws(query: Query = ()) -> Piece:
    """The table of the newest draws; `query` may be any filter of the list."""
    return Piece(_("Recent Express Entry Draws"), reverse("embed-draws"), 430, query)


def provinces(query: Query = ()) -> Piece:
    """The table of the newest provincial draws; `query` may be any filter of the list."""
    return Piece(_("PNP Draws & Updates"), reverse("embed-pnp"), 330, query)


def article(shown: Article, query: Query = ()) -> Piece:
    """An article: what it is about, and the way to it."""
    return Piece(shown.headline, reverse("embed-article", args=[shown.slug]), 350, query)
