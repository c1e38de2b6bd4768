"""The picture of a draw that other sites show beside a link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from draws.cards import as_png
from draws.charts.card import MOST
from draws.charts.card import card as card_of
from draws.models import Draw
from publish.pages import page


@page()
def card(request: HttpRequest, number: str) -> HttpResponse:
    """The card of one draw as PNG, in the language of the address."""
    shown = get_object_or_404(Draw, number=number)
    earlier = Draw.objects.of_family(shown.family).before(shown)[:MOST]
    relatives = [shown, *earlier]
    return HttpResponse(as_png(card_of(shown, relatives)), content_type="image/png")
