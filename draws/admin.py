"""Draws and pool counts are read; only an editor's note is written."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from draws.models import Draw, PoolCount
from draws.notes import set_note
from ingest.admin.known import by_year
from ingest.admin.readonly import ReadOnlyAdmin

NOTES = ("note_en", "note_fr")


@admin.register(Draw)
class DrawAdmin(admin.ModelAdmin):
    list_display = ["number", "date", "family", "invitations", "crs", "tie_break_at", "has_note"]
    list_filter = ["family", by_year("date")]
    show_full_result_count = False
    search_fields = ["number", "name"]
    fieldsets = [
        (_("Editor’s note"), {"fields": NOTES}),
        (
            _("As the source prints it"),
            {
                "fields": [
                    *("number", "date", "family", "name", "name_fr", "programs"),
                    *("invitations", "crs", "tie_break_at", "tie_break_text"),
                    *("held_at", "held_at_text", "pool_as_of", "pool"),
                    *("first_capture", "first_seen_at"),
                ]
            },
        ),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Draw | None = None) -> list[str]:
        return [f.name for f in Draw._meta.fields if f.name not in NOTES]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(
        self, request: HttpRequest, obj: Draw, form: forms.ModelForm, change: bool
    ) -> None:
        set_note(obj, obj.note_en, obj.note_fr, by=request.user)

    @admin.display(description=_("note"), boolean=True)
    def has_note(self, draw: Draw) -> bool:
        return bool(draw.note_en or draw.note_fr)


@admin.register(PoolCount)
class PoolCountAdmin(ReadOnlyAdmin):
    list_display = ["as_of", "total", "b601_1200", "b501_600", "b451_500", "b401_450"]
    list_filter = [by_year("as_of")]
    exclude = ["fingerprint"]
