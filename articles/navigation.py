"""The sections of the site in the header, and the links of the footer. One line each, here only."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models import Category, MenuItem, active_language
from draws.families import FAMILIES
from publish.templatetags.languages import path_in

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


# In the header, from left to right, while editors have set no menu; the categories follow the
# first.
SECTIONS = (
    Link(_("News"), "news"),
    Link(_("All draws"), "draws:list"),
    Link(_("PNP draws"), "pnp:list"),
    Link(pgettext_lazy("section", "Pool"), "draws:pool"),
    Link(_("Tools"), "tools:index"),
    Link(_("Data status"), "status"),
)

FOOTER = (
    Group(
        _("Draws"),
        (
            Link(_("Latest draw of each type"), "home"),
            Link(_("All Express Entry draws"), "draws:list"),
            Link(FAMILIES["cec"].name, "draws:family", "cec"),
            Link(FAMILIES["pnp"].name, "draws:family", "pnp"),
            Link(_("Provincial draws"), "pnp:list"),
            Link(_("Candidate pool"), "draws:pool"),
            Link(_("Would I have been invited?"), "tools:invited"),
            Link(_("CRS calculator"), "tools:crs"),
            Link(_("Program eligibility"), "tools:eligibility"),
        ),
    ),
    Group(
        _("News"),
        (
            Link(_("All articles"), "news"),
            Link(_("Podcast"), "podcast"),
            Link(_("Search"), "search"),
            Link(_("Newsletter"), "newsletter"),
        ),
    ),
    Group(
        _("Data"),
        (
            Link(_("RSS: all draws"), "draws:form", "rss"),
            Link(_("RSS: news"), "news-form", "rss"),
            Link(_("RSS: podcast"), "podcast-feed"),
            Link(_("CSV: all draws"), "draws:form", "csv"),
            Link(_("CSV: provincial draws"), "pnp:form", "csv"),
            Link(_("All feeds and files"), "feeds"),
            Link(_("Embeds"), "embed"),
            Link(_("Downloads"), "data"),
            Link(_("API"), "api-docs"),
            Link(_("Data status"), "status"),
        ),
    ),
    Group(
        _("Standards"),
        (
            Link(_("How we work"), "about"),
            Link(_("Sources and methods"), "methodology"),
            Link(_("Rules and their dates"), "rules"),
            Link(_("Corrections"), "corrections"),
            Link(_("Privacy"), "privacy"),
            Link(_("Accessibility"), "accessibility"),
            Link(_("Map of the site for machines"), "sitemap"),
        ),
    ),
)


def menu() -> list[tuple[str, str]]:
    """(label, address) of each section, as editors set them or as they stand above."""
    items = [(item.label, path_in(item.path, active_language())) for item in MenuItem.objects.all()]
    return items or _usual()


def _usual() -> list[tuple[str, str]]:
    first, *others = [(str(link.label), link.path) for link in SECTIONS]
    categories = [(row.name, row.get_absolute_url()) for row in Category.objects.all()]
    return [first, *categories, *others]
