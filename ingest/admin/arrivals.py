"""Sources with "pull now" and the manual way in; captures and attempts."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ingest import pipeline
from ingest.admin.forms import BringInForm
from ingest.admin.known import by_year
from ingest.admin.readonly import ReadOnlyAdmin
from ingest.models import Attempt, Capture, Source


def report(request: HttpRequest, attempt: Attempt) -> None:
    """Tell the editor in one line what came of an attempt."""
    counts = _("created %(created)s, updated %(updated)s, unchanged %(unchanged)s, held %(held)s")
    text = f"{attempt.source.name}: {attempt.get_outcome_display()}. "
    if attempt.succeeded:
        text += counts % attempt.counts + ". "
    level = messages.SUCCESS if attempt.succeeded else messages.ERROR
    if attempt.succeeded and attempt.held:
        level = messages.WARNING
    messages.add_message(request, level, text + attempt.message)


@admin.register(Source)
class SourceAdmin(ReadOnlyAdmin):
    list_display = ["key", "name", "url", "stored_asked_at"]
    readonly_fields = ["name", "url"]
    change_form_template = "admin/ingest/source/change_form.html"

    def get_queryset(self, request: HttpRequest) -> Any:
        for key in pipeline.fetched_sources():
            pipeline.source(key)  # so that a source can be pulled before it ever was
        return super().get_queryset(request)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("<path:pk>/pull/", wrap(self.pull_now), name="ingest_source_pull"),
            path("<path:pk>/bring-in/", wrap(self.bring_in), name="ingest_source_bring_in"),
            *super().get_urls(),
        ]

    def pull_now(self, request: HttpRequest, pk: str) -> HttpResponse:
        source = self._of_editor(request, pk)
        if request.method == "POST":
            report(request, pipeline.pull(source.key))
        return HttpResponseRedirect(self._page_of(source))

    def bring_in(self, request: HttpRequest, pk: str) -> HttpResponse:
        """The manual way in: a file or pasted text takes the road of a fetched body."""
        source = self._of_editor(request, pk)
        posted = (request.POST, request.FILES) if request.method == "POST" else ()
        form = BringInForm(*posted)
        if form.is_valid():
            report(request, pipeline.bring_in(source.key, form.body()))
            return HttpResponseRedirect(self._page_of(source))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Bring in by hand"),
            "source": source,
            "form": form,
            "opts": self.opts,
        }
        return render(request, "admin/ingest/source/bring_in.html", context)

    def _of_editor(self, request: HttpRequest, pk: str) -> Source:
        if not request.user.has_perm("ingest.change_source"):
            raise PermissionDenied
        return get_object_or_404(Source, pk=pk)

    def _page_of(self, source: Source) -> str:
        return reverse("admin:ingest_source_change", args=[source.pk])


@admin.register(Capture)
class CaptureAdmin(ReadOnlyAdmin):
    list_display = ["short_hash", "source", "via", "size", "fetched_at"]
    list_filter = ["source", "via", by_year("fetched_at")]
    list_select_related = ["source"]
    exclude = ["packed"]
    readonly_fields = ["download"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return Capture.objects.without_body()

    @admin.display(description="SHA-256")
    def short_hash(self, capture: Capture) -> str:
        return capture.sha256[:12]

    @admin.display(description=gettext_lazy("body"))
    def download(self, capture: Capture) -> str:
        address = reverse("admin:ingest_capture_body", args=[capture.pk])
        return format_html('<a href="{}">{}</a>', address, _("Download the bytes as they came"))

    def get_urls(self) -> list[URLPattern]:
        body = self.admin_site.admin_view(self.body)
        return [path("<int:pk>/body/", body, name="ingest_capture_body"), *super().get_urls()]

    def body(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        capture = get_object_or_404(Capture, pk=pk)
        # Never shown in the browser: these are somebody else's bytes.
        response = HttpResponse(capture.body, content_type="application/octet-stream")
        response.headers["Content-Disposition"] = f'attachment; filename="{capture.sha256}.bin"'
        return response


@admin.register(Attempt)
class AttemptAdmin(ReadOnlyAdmin):
    list_display = [
        *("started_at", "source", "outcome", "status"),
        *("created", "updated", "unchanged", "held", "message"),
    ]
    list_filter = ["outcome", "source", by_year("started_at")]
    list_select_related = ["source"]
