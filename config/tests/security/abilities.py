"""What each role may do at the desk, read from the admin itself: for the table of roles."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest
from django.test import RequestFactory

ROLES = ("Reporter", "Editor", "Publisher")
KINDS = ("view", "add", "change", "delete")
# The pages that every model of the admin has, and that KINDS speak of.
USUAL = ("changelist", "add", "history", "delete", "change")


def as_seen_by(user: User | AnonymousUser) -> HttpRequest:
    request = RequestFactory().get("/admin/")
    request.user = user
    return request


def models() -> Iterator[tuple[str, Any]]:
    """Each model of the admin with its page, by name."""
    found = {model._meta.label_lower: page for model, page in admin.site._registry.items()}
    yield from sorted(found.items())


def abilities(page: Any, user: User) -> list[str]:
    """What somebody may do with the rows of one model, then the bulk actions they are offered."""
    request = as_seen_by(user)
    kinds = [kind for kind in KINDS if getattr(page, f"has_{kind}_permission")(request)]
    return kinds + sorted(f"!{name}" for name in page.get_actions(request))


def actions(page: Any, everybody: User) -> set[str]:
    """Every bulk action that there is."""
    return set(page.get_actions(as_seen_by(everybody)))


def own_addresses(page: Any) -> list[str]:
    """The names of the pages and buttons that a model has beside the usual."""
    prefix = f"{page.opts.app_label}_{page.opts.model_name}_"
    names = {each.name for each in page.get_urls() if each.name}
    return sorted(names - {prefix + name for name in USUAL})
