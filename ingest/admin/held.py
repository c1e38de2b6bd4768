"""Held rows: what is doubted, why, and the editor's decision."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from ingest import held as decisions
from ingest import pipeline
from ingest.admin.arrivals import report
from ingest.admin.forms import DecisionForm
from ingest.admin.readonly import ReadOnlyAdmin
from ingest.models import HeldRow


@admin.register(HeldRow)
class HeldRowAdmin(ReadOnlyAdmin):
    list_display = ["key", "code", "message", "state", "first_seen_at", "source"]
    list_filter = ["state", "code", "source"]
    list_select_related = ["source"]
    exclude = ["fingerprint", "choices"]
    change_form_template = "admin/ingest/heldrow/change_form.html"

    def get_urls(self) -> list[URLPattern]:
        decide = self.admin_site.admin_view(self.decide)
        return [path("<int:pk>/decide/", decide, name="ingest_heldrow_decide"), *super().get_urls()]

    def decide(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not request.user.has_perm("ingest.change_heldrow"):
            raise PermissionDenied
        row = get_object_or_404(HeldRow.objects.select_related("source", "capture"), pk=pk)
        form = DecisionForm(row, request.POST if request.method == "POST" else None)
        if form.is_valid():
            self._carry_out(request, row, form.cleaned_data)
            return HttpResponseRedirect(reverse("admin:ingest_heldrow_change", args=[pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Decide on a held row"),
            "row": row,
            "form": form,
            "opts": self.opts,
        }
        return render(request, "admin/ingest/heldrow/decide.html", context)

    def _carry_out(self, request: HttpRequest, row: HeldRow, given: dict[str, Any]) -> None:
        try:
            if given["decision"] == "dismiss":
                decisions.dismiss(row, request.user, given["reason"])
                messages.success(request, _("Dismissed. It stays unpublished."))
                return
            decisions.approve(row, request.user, given["reason"], given.get("choice", ""))
        except decisions.AlreadyDecided as already:
            messages.error(request, _("Nothing was changed: this row is %s.") % already)
            return
        report(request, pipeline.take_in_again(row))
