"""Rows as tables: export what is selected, import what was checked in a preview."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ingest import pipeline
from ingest.admin.arrivals import report
from ingest.admin.forms import BringInForm
from ingest.admin.known import by_year
from ingest.admin.readonly import ReadOnlyAdmin
from pnp import registry, table
from pnp.admin.names import stream_choices
from pnp.admin.record import ProvinceOfEventFilter
from pnp.differences import Difference, as_text
from pnp.models import Row, StreamAlias
from pnp.store import preview_table
from pnp.store.names import NEW, slug_of_new
from pnp.store.plan import Plan
from pnp.store.review import in_words

SHOWN = 200  # lines of a preview


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the preview."""

    event: str
    row: str
    fields: list[tuple[str, str, str]]


class MappingForm(forms.Form):
    """One question per unknown stream text: which stream is it?"""

    def __init__(self, unknown: Iterable[tuple[str, str]], *args: Any) -> None:
        super().__init__(*args)
        self.unknown = dict(enumerate(unknown))
        for number, (province, text) in self.unknown.items():
            label = f"{registry.province(province).label}: {text}"
            self.fields[f"stream-{number}"] = forms.ChoiceField(
                label=label, choices=stream_choices(province), required=False
            )

    def save(self) -> None:
        for number, (province, text) in self.unknown.items():
            slug = self.cleaned_data[f"stream-{number}"]
            if slug:
                slug = slug_of_new(province, text) if slug == NEW else slug
                StreamAlias.objects.update_or_create(
                    province=province, text=text, defaults={"stream": slug}
                )


@admin.action(description=_("Export as a table (CSV)"))
def export(model_admin: Any, request: HttpRequest, rows: QuerySet[Row]) -> HttpResponse:
    records = [row.record for row in rows.select_related("event").order_by("event__date", "pk")]
    response = HttpResponse(table.write(records), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="provincial-draws.csv"'
    return response


@admin.register(Row)
class RowAdmin(ReadOnlyAdmin):
    list_display = [
        *("date", "province", "stream_text", "target", "unit", "count_text", "score_text"),
        *("evidence", "withdrawn_at"),
    ]
    list_filter = [ProvinceOfEventFilter, by_year("event__date"), "unit", "evidence", "stream"]
    list_select_related = ["event"]
    search_fields = ["stream_text", "target"]
    actions = [export]
    change_list_template = "admin/pnp/row/change_list.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Row]:
        return Row.every.with_event().newest_first()

    @admin.display(description=_("date"), ordering="event__date")
    def date(self, row: Row) -> Any:
        return row.event.date

    @admin.display(description=_("province"))
    def province(self, row: Row) -> str:
        return row.event.place.label

    def get_urls(self) -> list[URLPattern]:
        import_table = self.admin_site.admin_view(self.import_table)
        return [path("import/", import_table, name="pnp_row_import"), *super().get_urls()]

    def import_table(self, request: HttpRequest) -> HttpResponse:
        """A file or text, then its preview, then the import: three steps of one address."""
        if not request.user.has_perms(["pnp.add_row", "pnp.change_row"]):
            raise PermissionDenied
        step = request.POST.get("step", "")
        if step in ("map", "import"):
            body = request.POST.get("table", "").encode("utf-8", "surrogatepass")
            return self._import(request, body) if step == "import" else self._map(request, body)
        posted = (request.POST, request.FILES) if request.method == "POST" else ()
        form = BringInForm(*posted)
        if form.is_valid():
            return self._preview(request, table.decoded(form.body()).encode())
        return self._page(request, form=form)

    def _import(self, request: HttpRequest, body: bytes) -> HttpResponse:
        report(request, pipeline.bring_in("pnp-table", body))
        return HttpResponseRedirect(reverse("admin:pnp_row_changelist"))

    def _map(self, request: HttpRequest, body: bytes) -> HttpResponse:
        _plan, read = preview_table(body, timezone.now())
        mapping = MappingForm(read.unknown, request.POST)
        if mapping.is_valid():
            mapping.save()
        return self._preview(request, body)

    def _preview(self, request: HttpRequest, body: bytes) -> HttpResponse:
        plan, read = preview_table(body, timezone.now())
        doubts = [doubt.message for doubt in plan.doubts]
        faults = [*(fault.text for fault in read.faults), *doubts]
        changes = list(_changes(plan))
        return self._page(
            request,
            previewed=True,
            table=body.decode(errors="replace"),
            faults=faults[:SHOWN],
            mapping=MappingForm(read.unknown) if read.unknown else None,
            changes=changes[:SHOWN],
            more=max(len(changes) - SHOWN, 0),
            plan=plan,
            ready=not faults and plan.changes_anything,
        )

    def _page(self, request: HttpRequest, **context: Any) -> HttpResponse:
        context |= {
            **self.admin_site.each_context(request),
            "title": _("Import a table"),
            "opts": self.opts,
            "columns": ",".join(table.COLUMNS),
        }
        return render(request, "admin/pnp/row/import.html", context)


def _changes(plan: Plan) -> Iterable[Change]:
    for day in plan.days:
        event = f"{registry.province(day.province).label}, {day.date}"
        for record in day.new:
            yield Change(event, in_words(record), [])
        for row, _record, found in day.changed:
            yield Change(event, in_words(row.record), list(map(_field, found)))


def _field(difference: Difference) -> tuple[str, str, str]:
    return (difference.field, as_text(difference.old), as_text(difference.new))
