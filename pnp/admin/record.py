"""Events, rows and month totals are read; only an editor's note on an event is written."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ingest.admin.known import by_year
from ingest.admin.readonly import ReadOnlyAdmin
from pnp import registry
from pnp.models import Event, PeriodTotal, Row
from pnp.notes import set_note

NOTES = ("note_en", "note_fr")
SHOWN = (*NOTES, "province", "date", "total", "printed_total", "first_capture", "withdrawn_at")
IN_LINE = ("stream_text", "target", "unit", "invitations", "score", "evidence", "withdrawn_at")


class ProvinceFilter(admin.SimpleListFilter):
    """Provinces by name; `path` leads from the listed model to the province's code."""

    title = _("province")
    parameter_name = "province"
    path = "province"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(each.code, each.label) for each in registry.provinces()]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(**{self.path: self.value()}) if self.value() else queryset


class ProvinceOfEventFilter(ProvinceFilter):
    path = "event__province"


class RowInline(admin.TabularInline):
    model = Row
    fields = IN_LINE
    readonly_fields = IN_LINE
    extra = 0
    can_delete = False
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Row]:
        return Row.every.as_printed()

    def has_add_permission(self, *args: Any) -> bool:
        return False

    def has_change_permission(self, *args: Any) -> bool:
        return False

    @admin.display(description=_("invitations"))
    def invitations(self, row: Row) -> str:
        return row.count_label

    @admin.display(description=_("score"))
    def score(self, row: Row) -> str:
        return row.score_label


@admin.register(Event)
class EventAdmin(admin.ModelAdmin):
    list_display = ["date", "name", "total", "printed_total", "first_seen_at", "has_note"]
    list_filter = [ProvinceFilter, by_year("date")]
    show_full_result_count = False
    list_per_page = 50
    inlines = [RowInline]
    fields = SHOWN

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        # Sums of the rows that are shown, not of all events that are counted.
        return Event.every.with_rows().with_capture().newest_first()

    def get_readonly_fields(self, request: HttpRequest, obj: Event | None = None) -> list[str]:
        return [name for name in SHOWN if name not in NOTES]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(
        self, request: HttpRequest, obj: Event, form: forms.ModelForm, change: bool
    ) -> None:
        set_note(obj, obj.note_en, obj.note_fr, by=request.user)

    @admin.display(description=_("province"), ordering="province")
    def name(self, event: Event) -> str:
        return event.place.label

    @admin.display(description=_("total"))
    def total(self, event: Event) -> str:
        return event.total.bounds

    @admin.display(description=_("note"), boolean=True)
    def has_note(self, event: Event) -> bool:
        return bool(event.note_en or event.note_fr)


@admin.register(PeriodTotal)
class PeriodTotalAdmin(ReadOnlyAdmin):
    list_display = ["month", "program", "total", "unit", "first_seen_at"]
    date_hierarchy = "month"

    @admin.display(description=_("total"))
    def total(self, row: PeriodTotal) -> str:
        return row.total.text
