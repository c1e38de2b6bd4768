"""The audit log on the desk: to be read, by those who may, and by nobody to be changed."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.models import AuditEntry


@admin.register(AuditEntry)
class AuditAdmin(admin.ModelAdmin):
    list_display = ("at", "actor_name", "action", "object_name", "object_type", "detail")
    list_filter = ("at", "action")
    search_fields = ("=actor_name", "action", "object_name", "=object_id")
    date_hierarchy = "at"
    ordering = ("-at", "-pk")
    actions = None
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
