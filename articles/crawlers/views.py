"""What crawlers and browsers ask for unasked: robots.txt, ads.txt, sitemaps, the icon."""

import hashlib

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from articles.crawlers.logo import logo as logo_of
from articles.crawlers.sitemaps import SECTIONS, latest_news, parts_of
from publish.pages import CACHE_CONTROL, edition_of, page
from publish.sitemaps import CONTENT_TYPE, news_sitemap, sitemap, sitemap_index

# Lists of anything a reader types have no end; the desk is nobody else's business.
CLOSED = ("/admin/", "/search/", "/fr/search/", "/newsletter/", "/fr/newsletter/")
# The line by which the IAB's specification says that nobody may sell space here.
NO_SELLERS = "placeholder.example.com, placeholder, DIRECT, placeholder"


@page()
def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED), ""]
    lines += [f"Sitemap: {settings.SITE_URL}{reverse(name)}" for name in ("sitemap", "news-map")]
    return _text(lines)


def favicon(request: HttpRequest) -> HttpResponse:
    """Where browsers look for the icon of what is no page: a feed, a picture."""
    return HttpResponseRedirect(static("favicon.svg"))


@page()
def logo(request: HttpRequest) -> HttpResponse:
    """The sign of the publisher as PNG."""
    return HttpResponse(logo_of(), content_type="image/png")


@page()
def ads(request: HttpRequest) -> HttpResponse:
    """ads.txt by the IAB: who may sell advertising space here, from the settings."""
    return _text(settings.ADS_TXT or [NO_SELLERS])


@page()
def index(request: HttpRequest) -> HttpResponse:
    """The sitemap of the sitemaps."""
    paths = [_address(name, part) for name in SECTIONS for part in range(1, parts_of(name) + 1)]
    return _xml(sitemap_index([*paths, reverse("news-map")], edition_of(request).modified_at))


def _address(name: str, part: int) -> str:
    """The first part has the address that it had when it was the only one."""
    if part == 1:
        return reverse("sitemap-section", args=[name])
    return reverse("sitemap-part", args=[name, part])


@page()
def section(request: HttpRequest, name: str, part: int = 1) -> HttpResponse:
    """The pages of one section, or one part of it, the newest first."""
    if name not in SECTIONS or not 0 < part <= parts_of(name):
        raise Http404
    return _xml(sitemap(SECTIONS[name](part)))


@require_safe
def news(request: HttpRequest) -> HttpResponseBase:
    """The articles of the last 48 hours. They leave it by the clock, not by an edition, so this
    is made each time (one query) and tagged by what is in it."""
    response = _xml(news_sitemap(latest_news(timezone.now()), "Cutline"))
    tag = f'W/"{hashlib.sha256(response.content).hexdigest()[:16]}"'
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = CACHE_CONTROL
    answer: HttpResponseBase | None = get_conditional_response(request, tag, None, response)
    return answer if answer is not None else response


def _text(lines: list[str]) -> HttpResponse:
    body = "".join(f"{line}\n" for line in lines)
    return HttpResponse(body, content_type="text/plain; charset=utf-8")


def _xml(body: bytes) -> HttpResponse:
    return HttpResponse(body, content_type=CONTENT_TYPE)
