"""Revisions, events and their deliveries."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ingest.admin.known import by_year, one_of
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
    list_filter = ["field", "source", by_year("seen_at")]
    search_fields = ["subject"]
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
    list_filter = [
        one_of("kind", _("kind"), lambda: settings.EVENT_HANDLERS),
        by_year("happened_at"),
    ]
    search_fields = ["subject"]
    inlines = [DeliveryInline]


def _handlers() -> Iterator[str]:
    return chain.from_iterable(settings.EVENT_HANDLERS.values())


@admin.register(Delivery)
class DeliveryAdmin(ReadOnlyAdmin):
    list_display = ["event", "handler", "tries", "done_at", "gave_up_at", "error"]
    list_filter = [
        one_of("handler", _("handler"), _handlers),
        ("gave_up_at", admin.EmptyFieldListFilter),
    ]
    list_select_related = ["event"]
