"""Revisions, events and their deliveries."""

from typing import Any

from django.contrib import admin

from ingest.admin.readonly import ReadOnlyAdmin
from ingest.models import Alarm, Delivery, Event, Revision


@admin.register(Alarm)
class AlarmAdmin(ReadOnlyAdmin):
    list_display = ["kind", "subject", "began_at", "over_at", "told_at"]
    list_filter = ["kind"]
    date_hierarchy = "began_at"


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = ["subject", "field", "old", "new", "seen_at", "edition"]
    list_filter = ["field", "source"]
    search_fields = ["subject"]
    date_hierarchy = "seen_at"
    list_select_related = ["source"]


class DeliveryInline(admin.TabularInline):
    model = Delivery
    fields = ["handler", "tries", "next_at", "done_at", "gave_up_at", "error"]
    readonly_fields = ["handler", "tries", "next_at", "done_at", "gave_up_at", "error"]
    extra = 0
    can_delete = False

    def has_add_permission(self, *args: Any) -> bool:
        return False


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    list_display = ["kind", "subject", "edition", "happened_at"]
    list_filter = ["kind"]
    search_fields = ["subject"]
    date_hierarchy = "happened_at"
    inlines = [DeliveryInline]


@admin.register(Delivery)
class DeliveryAdmin(ReadOnlyAdmin):
    list_display = ["event", "handler", "tries", "done_at", "gave_up_at", "error"]
    list_filter = ["handler", ("gave_up_at", admin.EmptyFieldListFilter)]
    list_select_related = ["event"]
