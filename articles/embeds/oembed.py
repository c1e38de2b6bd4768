"""oEmbed for draws, families and articles: from an address of ours to the piece that shows it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.embeds import kinds
from articles.models import Article, active_language
from articles.social import picture_of
from draws.families import FAMILIES
from draws.models import Draw
from draws.social import of_draw
from publish.cors import open_to_all
from publish.embeds import NARROWEST, Piece
from publish.listing import Picture
from publish.oembed import FORMATS, Answer, BadSize, Room, Value
from publish.pages import page

# What a frame of ours needs at least to be of use, and how wide it is where there is room.
LOWEST, USUAL = 160, 600
LONGEST = 2000
HOUR = 3600


class Unknown(Exception):
    """An address that is not ours, or of nothing that can be shown in a frame."""


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at an address."""

    piece: Piece
    picture: Picture | None = None
    fields: dict[str, Value] = field(default_factory=dict)


@open_to_all
@page(params=["url", "format", "maxwidth", "maxheight"])
def oembed(request: HttpRequest) -> HttpResponse:
    """200; 400 without an address or with a wrong size, 404 for one that is not ours or of
    nothing to show, 501 for a format that there is not: as the specification has it."""
    form = request.GET.get("format", "json")
    if form not in FORMATS:
        return _refused(501, _("There are two formats: json and xml."))
    address = request.GET.get("url", "")
    try:
        room = Room.of(request.GET.dict())
    except BadSize:
        return _refused(400, _("maxwidth and maxheight are whole numbers of pixels."))
    if not address:
        return _refused(400, _("The address is missing: ?url=…"))
    try:
        body, content_type = _answer(address, room, form)
    except Unknown:
        return _refused(404, _("This is not the address of a draw, a family or an article here."))
    return HttpResponse(body, content_type=content_type)


def _refused(status: int, sentence: str) -> HttpResponse:
    return HttpResponse(f"{sentence}\n", status=status, content_type="text/plain; charset=utf-8")


def _answer(address: str, room: Room, form: str) -> tuple[bytes, str]:
    path = _path(address)
    with override(_language(path)):
        found = _found(path)
        provider: dict[str, Value] = {
            "provider_name": "Cutline",
            "provider_url": f"{settings.SITE_URL}/",
            "cache_age": HOUR,
        }
        return _fitted(found, room).render(form, provider)


def _path(address: str) -> str:
    """The path of an address of ours, whatever the scheme. Unknown for all others."""
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise Unknown from error
    is_ours = parts.netloc.lower() == urlsplit(settings.SITE_URL).netloc.lower()
    if not is_ours or parts.scheme not in ("http", "https") or len(address) > LONGEST:
        raise Unknown
    return unquote(parts.path)


def _language(path: str) -> str:
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    return first if first in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def _found(path: str) -> Found:
    try:
        match = resolve(path)
    except Resolver404 as error:
        raise Unknown from error
    finder = FINDERS.get(match.view_name)
    if finder is None:
        raise Unknown
    return finder(**match.kwargs)


def _draw(number: str) -> Found:
    shown = Draw.objects.filter(number=number).first()
    if shown is None:
        raise Unknown
    return Found(kinds.draw(shown), of_draw(shown).picture)


def _family(slug: str) -> Found:
    if slug not in FAMILIES or not Draw.objects.of_family(slug).exists():
        raise Unknown
    return Found(kinds.chart(FAMILIES[slug]))


def _article(category: str, slug: str) -> Found:
    readable = Article.objects.published().in_language(active_language()).for_list()
    shown = readable.filter(slug=slug, story__category__slug=category).first()
    if shown is None:
        raise Unknown
    fields: dict[str, Value] = {}
    for author in shown.authors[:1]:
        url = settings.SITE_URL + author.get_absolute_url()
        fields = {"author_name": author.name, "author_url": url}
    return Found(kinds.article(shown), picture_of(shown), fields)


FINDERS: dict[str, Callable[..., Found]] = {
    "draws:draw": _draw,
    "draws:family": _family,
    "article": _article,
}


def _fitted(found: Found, room: Room) -> Answer:
    """The frame within the room; a link where that is too small for any frame."""
    piece = found.piece
    fields = {**found.fields, **_thumbnail(found.picture, room)}
    answer = partial(Answer, title=piece.title)
    if not room.holds(NARROWEST, LOWEST):
        return answer("link", fields=fields)
    width = min(USUAL, room.width or USUAL)
    height = min(piece.height, room.height or piece.height)
    html = str(piece.code(width, height))
    return answer("rich", fields={"html": html, "width": width, "height": height, **fields})


def _thumbnail(picture: Picture | None, room: Room) -> dict[str, Value]:
    if picture is None or not picture.width or not room.holds(picture.width, picture.height):
        return {}
    return {
        "thumbnail_url": settings.SITE_URL + picture.path,
        "thumbnail_width": picture.width,
        "thumbnail_height": picture.height,
    }
