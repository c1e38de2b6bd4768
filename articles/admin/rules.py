"""The rules that texts state: for staff, with who cites each and when it was last looked up."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import RuleSeen
from articles.rules.registry import STALE_AFTER
from articles.rules.shown import for_staff
from ingest.admin.readonly import ReadOnlyAdmin
from publish.formats import OTTAWA


@admin.register(RuleSeen)
class RuleAdmin(ReadOnlyAdmin):
    """The registry is a file: it is changed with the code, in review, and read here."""

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """All staff: a rule is no secret."""
        return bool(request.user.is_staff)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_staff)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        today = timezone.now().astimezone(OTTAWA).date()
        context = {
            **self.admin_site.each_context(request),
            "title": _("Rules and their dates"),
            "rules": for_staff(today),
            "days": STALE_AFTER.days,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/articles/rules.html", context)
