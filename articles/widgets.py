"""The widgets that sidebars show. A new one is one entry here, one template, one CSS block."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from articles import provincial, trending
from articles.models import Episode, active_language
from articles.newsletter import offered
from draws.models import Draw

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as LazyText

RECENT = 5
EPISODES = 3


@dataclass(frozen=True, slots=True)
class Widget:
    """A title, a template in templates/widgets/, and what the template needs."""

    title: "LazyText"
    template: str
    context: Callable[[], dict[str, Any]]


def newest_draws() -> list[Draw]:
    """What the widget of draws shows, for pages that show the newest elsewhere as well."""
    return list(Draw.objects.newest_first()[:RECENT])


def recent_draws() -> dict[str, Any]:
    """The newest draws of any type."""
    return {"draws": newest_draws()}


def pnp_draws() -> dict[str, Any]:
    """The newest days of the provinces."""
    return {"days": provincial.newest(RECENT)}


def podcast() -> dict[str, Any]:
    """The latest episodes, the first of them with its player."""
    return {"episodes": Episode.objects.published().newest_first()[:EPISODES]}


def trending_searches() -> dict[str, Any]:
    """What readers searched for in the last seven days."""
    return {"terms": trending.shown(active_language())}


def connect() -> dict[str, Any]:
    """The newsletter, the feeds, and where else Cutline is."""
    return {"offered": offered(), "elsewhere": settings.SOCIAL_LINKS.items()}


WIDGETS = {
    "pnp-draws": Widget(_("PNP Draws & Updates"), "widgets/pnp_draws.html", pnp_draws),
    "recent-draws": Widget(
        _("Recent Express Entry Draws"), "widgets/recent_draws.html", recent_draws
    ),
    "podcast": Widget(_("Podcast"), "widgets/podcast.html", podcast),
    "trending": Widget(_("Trending searches"), "widgets/trending.html", trending_searches),
    "connect": Widget(_("Connect"), "widgets/connect.html", connect),
}
