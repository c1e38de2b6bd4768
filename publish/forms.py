"""Every other form of a list: which there are, their addresses, and serving them."""

from django.http import HttpResponse
from django.urls import register_converter

from publish.editions import current
from publish.listing import Listing
from publish.renderers import RENDERERS


class FormConverter:
    """The suffix of a list's address: path("draws.<form:form>", ...). Importing this registers
    it."""

    regex = "|".join(RENDERERS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(FormConverter, "form")


def forms_of(listing: Listing) -> list[tuple[str, str]]:
    """(label, address) of each other form, for the row "This view as"."""
    return [(renderer.label, listing.address(form)) for form, renderer in RENDERERS.items()]


def respond(listing: Listing, form: str) -> HttpResponse:
    """The list in one of the forms of RENDERERS, readable from any other site."""
    renderer = RENDERERS[form]
    body = renderer.render(listing, current().modified_at)
    response = HttpResponse(body, content_type=renderer.content_type)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
