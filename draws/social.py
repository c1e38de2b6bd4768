"""What other sites show when somebody shares the page of a draw."""

from django.urls import reverse
from django.utils.translation import gettext as _

from draws.charts.card import HEIGHT, WIDTH
from draws.models import Draw
from publish.listing import Picture
from publish.social import Social


def of_draw(draw: Draw) -> Social:
    """A draw with its card. No query."""
    return Social(picture=card_picture(draw))


def card_picture(draw: Draw) -> Picture:
    """The card of a draw in the active language."""
    alt = _("Draw %(number)s: cut-off %(cut)s") % {"number": draw.number, "cut": draw.crs}
    path = reverse("draws:card", args=[draw.number])
    return Picture(path, "image/png", WIDTH, HEIGHT, alt)
