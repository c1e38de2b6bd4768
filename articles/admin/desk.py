"""What the newsroom watches: tasks, searches, readers who asked for mail, old addresses."""

from django.contrib import admin
from django.db.models import Model
from django.forms import Form
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles import publishing
from articles.admin.base import PublicAdmin
from articles.admin.bulk import BulkAdmin
from articles.admin.bulk.care import MarkDone
from articles.models import BlockedTerm, DeskTask, SearchTerm, SlugRedirect, Subscriber
from articles.search.folding import fold
from ingest.admin.readonly import ReadOnlyAdmin
from publish.formats import newsroom


@admin.register(DeskTask)
class DeskTaskAdmin(BulkAdmin, ReadOnlyAdmin):
    list_display = ["what", "kind", "article", "found", "done"]
    list_filter = ["kind", ("done_at", admin.EmptyFieldListFilter)]
    list_select_related = ["article"]
    search_fields = ["subject", "message"]
    bulk = [MarkDone()]
    search_help_text = _("Subject or message")

    @admin.display(description=_("what is wrong"), ordering="subject")
    def what(self, task: DeskTask) -> str:
        return task.message or task.subject

    @admin.display(description=_("found"), ordering="created_at")
    def found(self, task: DeskTask) -> str:
        return newsroom(task.created_at)

    @admin.display(description=_("done"), ordering="done_at")
    def done(self, task: DeskTask) -> str:
        return newsroom(task.done_at) if task.done_at else ""


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
