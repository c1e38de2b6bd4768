"""The admin as a desk: what waits comes first, and one field searches everything."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.desk import guide
from articles.desk.record import newest_draw
from articles.desk.search import search
from articles.desk.sections import gather
from articles.search.query import Query

# What stands in the head of every page, for those who may see it.
PLACES: Sequence[tuple[Any, str]] = (
    (_("Articles"), "articles.article"),
    (_("Stories"), "articles.story"),
    (_("Questions"), "articles.question"),
    (_("Pictures"), "articles.picture"),
    (_("Tasks"), "articles.desktask"),
    (_("Rules"), "articles.ruleseen"),
    (_("Draws"), "draws.draw"),
    (_("Provinces"), "pnp.event"),
    (_("Held rows"), "ingest.heldrow"),
    (_("Sources"), "ingest.source"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A link in the head of the desk."""

    label: Any
    path: str
    is_current: bool


class DeskSite(AdminSite):
    """Every page of the admin, with the desk as its first."""

    site_title = _("Cutline desk")
    site_header = "Cutline"
    index_title = _("Desk")
    index_template = "admin/desk/index.html"
    enable_nav_sidebar = False
    # A word, where Django writes a dash.
    _empty_value_display: Any = _("none")

    def get_urls(self) -> list[URLResolver | URLPattern]:
        own = [
            path("search/", self.admin_view(self.search), name="search"),
            path("guide/", self.admin_view(self.guide), name="guide"),
        ]
        return [*own, *super().get_urls()]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        context = super().each_context(request)
        found = places(request) if context["has_permission"] else []
        return {**context, "site_url": reverse("home"), "desk_places": found}

    def index(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        """What waits for whom."""
        now = timezone.now()
        shown = {
            "now": now,
            "desk": gather(request, now),
            "newest": newest_draw(request),
            "guide": None if guide.was_dismissed(request) else guide.lines_for(request.user),
            **(extra_context or {}),
        }
        return super().index(request, shown)

    def search(self, request: HttpRequest) -> HttpResponse:
        """Everything that has the words, by kind: GET ?q=."""
        query = Query.of(request.GET.get("q", ""))
        context = {
            **self.each_context(request),
            "title": _("Search"),
            "query": query,
            "groups": search(request, query),
        }
        return TemplateResponse(request, "admin/desk/search.html", context)

    def guide(self, request: HttpRequest) -> HttpResponse:
        """The guide as a page; POST puts it away for this person in this browser."""
        if request.method == "POST":
            response = HttpResponseRedirect(reverse("admin:index"))
            guide.dismiss(request, response)
            return response
        context = {
            **self.each_context(request),
            "title": _("The desk in ten lines"),
            "guide": guide.lines_for(request.user),
        }
        return TemplateResponse(request, "admin/desk/guide.html", context)


def places(request: HttpRequest) -> list[Place]:
    """The links that this person may follow."""
    found = []
    for label, model in PLACES:
        app, name = model.split(".")
        if request.user.has_perms([f"{app}.view_{name}"]):
            address = reverse(f"admin:{app}_{name}_changelist")
            found.append(Place(label, address, request.path.startswith(address)))
    return found
