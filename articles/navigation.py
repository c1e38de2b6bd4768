"""The sections of the site in the header, and the links of the footer. One line each, here only."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from draws.families import FAMILIES

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as LazyText


@dataclass(frozen=True, slots=True)
class Link:
    """One link: `route` is a URL name, `argument` its one argument, `suffix` follows the path."""

    label: "LazyText"
    route: str
    argument: str = ""
    suffix: str = ""

    @property
    def path(self) -> str:
        """The address in the active language."""
        arguments = [self.argument] if self.argument else []
        return reverse(self.route, args=arguments) + self.suffix


@dataclass(frozen=True, slots=True)
class Group:
    """A headed column of links in the footer."""

    title: "LazyText"
    links: tuple[Link, ...]


# In the header, from left to right.
SECTIONS = (
    Link(_("Express Entry"), "home"),
    Link(_("All draws"), "draws:list"),
    Link(pgettext_lazy("section", "Pool"), "draws:pool"),
    Link(_("Data status"), "status"),
)

# Types that the footer names; the others are on the home page.
NAMED = ("cec", "pnp", "french", "health", "trades")

FOOTER = (
    Group(
        _("Draws"),
        (
            Link(_("Latest draw of each type"), "home"),
            Link(_("All Express Entry draws"), "draws:list"),
            Link(_("Candidate pool"), "draws:pool"),
        ),
    ),
    Group(
        _("Types of draw"),
        tuple(Link(FAMILIES[slug].name, "draws:family", slug) for slug in NAMED),
    ),
    Group(
        _("Data"),
        (
            Link(_("RSS: all draws"), "draws:form", "rss"),
            Link(_("CSV: all draws"), "draws:form", "csv"),
            Link(_("Data status"), "status"),
        ),
    ),
)
