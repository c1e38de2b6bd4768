"""What stands on every page: the sections, the footer, the widgets."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote

from django import template
from django.conf import settings
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.models import active_language
from articles.navigation import FOOTER, Group, menu
from articles.newsletter import offered
from articles.widgets import WIDGETS
from publish.fragments import fragment
from publish.models import Edition

register = template.Library()


class Section(NamedTuple):
    """A section as the header shows it; `is_current` on its own page and on pages below it."""

    label: str
    path: str
    is_current: bool


@register.simple_tag(takes_context=True)
def sections(context: Context) -> list[Section]:
    """The sections of the header; the one with the longest address that fits is current."""
    request = context.get("request")
    here = request.path if request else ""
    links = menu()
    fitting = [path for _label, path in links if path == here or _below(here, path)]
    current = max(fitting, key=len, default="")
    return [Section(label, path, path == current) for label, path in links]


def _below(here: str, path: str) -> bool:
    # Every page is below the home page, which says nothing about its section.
    return path.strip("/") not in ("", "fr") and here.startswith(path)


@register.simple_tag
def footer() -> tuple[Group, ...]:
    """The columns of the footer."""
    return FOOTER


@register.simple_tag(takes_context=True)
def ad_box(context: Context, position: str) -> SafeString | str:
    """The room of one position and what stands in it; nothing where an editor closed it."""
    box = context["boxes"].get(position)
    return render_to_string("articles/blocks/ad.html", {"box": box}) if box else ""


@register.inclusion_tag("articles/newsletter/fields.html")
def newsletter_form() -> dict[str, object]:
    """The short form of the newsletter."""
    return {"offered": offered()}


@register.simple_tag
def report_address(title: str, url: str) -> str:
    """A mail to the desk that says already what it is about."""
    subject = _("Error in: %(title)s") % {"title": title}
    return f"mailto:{settings.DESK_EMAIL}?subject={quote(subject)}&body={quote(url)}"


@register.simple_tag(takes_context=True)
def widget(context: Context, key: str, **given: object) -> SafeString:
    """A widget of articles.widgets by its key. `given`: its context, where the page has it; it is
    the same on all pages of an edition otherwise, and made once for them."""
    edition: Edition | None = getattr(context.get("request"), "edition", None)
    if given or edition is None:
        return _widget(key, given)
    return fragment(edition, (key, active_language()), lambda: _widget(key, {}))


def _widget(key: str, given: Mapping[str, object]) -> SafeString:
    chosen = WIDGETS[key]
    shown = given or chosen.context()
    return render_to_string(chosen.template, {"key": key, "title": chosen.title, **shown})
