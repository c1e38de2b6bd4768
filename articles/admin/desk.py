"""What the newsroom watches: tasks, searches, readers who asked for mail, old addresses."""

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.forms import Form
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import publishing
from articles.admin.base import PublicAdmin
from articles.models import BlockedTerm, DeskTask, SearchTerm, SlugRedirect, Subscriber
from articles.search.query import fold
from ingest.admin.readonly import ReadOnlyAdmin


@admin.register(DeskTask)
class DeskTaskAdmin(ReadOnlyAdmin):
    list_display = ["subject", "kind", "article", "created_at", "done_at"]
    list_filter = ["kind", ("done_at", admin.EmptyFieldListFilter)]
    list_select_related = ["article"]
    search_fields = ["subject", "message"]
    actions = ["mark_done"]

    @admin.action(description=_("Mark as done"), permissions=["mark"])
    def mark_done(self, request: HttpRequest, queryset: QuerySet[DeskTask]) -> None:
        queryset.filter(done_at=None).update(done_at=timezone.now())

    def has_mark_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.change_desktask")


@admin.register(SearchTerm)
class SearchTermAdmin(ReadOnlyAdmin):
    list_display = ["term", "day", "count"]
    search_fields = ["term"]
    date_hierarchy = "day"


@admin.register(BlockedTerm)
class BlockedTermAdmin(PublicAdmin):
    list_display = ["term"]
    search_fields = ["term"]

    def save_model(self, request: HttpRequest, obj: BlockedTerm, form: Form, change: bool) -> None:
        obj.term = fold(obj.term)
        publishing.save(obj, by=request.user)


class RemovableAdmin(ReadOnlyAdmin):
    """Rows that only the site makes, and that an editor may take away."""

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return admin.ModelAdmin.has_delete_permission(self, request, obj)


@admin.register(Subscriber)
class SubscriberAdmin(RemovableAdmin):
    list_display = ["email", "language", "created_at", "confirmed_at"]
    list_filter = ["language", ("confirmed_at", admin.EmptyFieldListFilter)]
    search_fields = ["email"]
    fields = ["email", "language", "families", "created_at", "confirmed_at"]


@admin.register(SlugRedirect)
class SlugRedirectAdmin(RemovableAdmin):
    list_display = ["slug", "language", "article"]
    list_filter = ["language"]
    search_fields = ["slug"]
    list_select_related = ["article"]
