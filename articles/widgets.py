"""The widgets that sidebars show. A new one is one entry here, one template, one CSS block."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from draws.models import Draw

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as LazyText

RECENT = 5


@dataclass(frozen=True, slots=True)
class Widget:
    """A title, a template in templates/widgets/, and what the template needs."""

    title: "LazyText"
    template: str
    context: Callable[[], dict[str, Any]]


def recent_draws() -> dict[str, Any]:
    """The newest draws of any type."""
    return {"draws": Draw.objects.newest_first()[:RECENT]}


WIDGETS = {
    "recent-draws": Widget(
        _("Recent Express Entry Draws"), "widgets/recent_draws.html", recent_draws
    ),
}
