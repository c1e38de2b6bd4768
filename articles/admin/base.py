"""What all forms of the newsroom share: the editor under our policy, and one way to save."""

from typing import Any

from csp.constants import NONCE
from csp.decorators import csp_update
from django.contrib import admin
from django.db import transaction
from django.db.models import Model, QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator

from articles import publishing

MADE_ONCE = "slug"


class ProseAdmin(admin.ModelAdmin):
    """Lets the editor run on this page alone.

    Its import map is an inline script. The page gets a nonce for it; the policy of all other
    pages stays without one.
    """

    class Media:
        css = {"all": ["css/prose-admin.css"]}

    @method_decorator(csp_update({"script-src": [NONCE]}))
    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        media, nonce = context["media"], getattr(request, "csp_nonce", "")
        if hasattr(media, "with_nonce"):
            context["media"] = media.with_nonce(str(nonce))
        return super().render_change_form(request, context, *args, **kwargs)


class PublicAdmin(ProseAdmin):
    """Rows that pages show: saved and removed through articles.publishing.

    Slugs are part of addresses and of feed ids, so they are set once.
    """

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        fixed = [MADE_ONCE] if obj is not None and hasattr(obj, MADE_ONCE) else []
        return [*super().get_readonly_fields(request, obj), *fixed]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:
        return {} if obj is not None else super().get_prepopulated_fields(request, obj)

    def save_model(self, request: HttpRequest, obj: Any, form: Form, change: bool) -> None:
        publishing.save(obj, by=request.user)

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        publishing.delete(obj, by=request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        with transaction.atomic():
            for row in queryset:
                publishing.delete(row, by=request.user)
