"""Categories, people, pictures, questions, advertisements, episodes, menu."""

from typing import Any

from adminsortable2.admin import SortableAdminMixin
from django import forms
from django.contrib import admin
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from articles import publishing
from articles.admin.base import PublicAdmin
from articles.models import (
    Ad,
    AdSlot,
    Author,
    Category,
    Episode,
    MenuItem,
    Picture,
    Question,
    Topic,
)
from draws.families import FAMILIES


class SortedAdmin(SortableAdminMixin, PublicAdmin):
    """Rows that are put in order by dragging them in their list."""

    def save_model(self, request: HttpRequest, obj: Any, form: forms.Form, change: bool) -> None:
        if not change:
            obj.position = self.get_max_order(request, obj) + 1
        publishing.save(obj, by=request.user)

    def update_order(self, request: HttpRequest) -> HttpResponse:
        with transaction.atomic():
            response: HttpResponse = super().update_order(request)
            if response.status_code == 200:
                publishing.order_changed(self.model)
        return response


@admin.register(Category)
class CategoryAdmin(SortedAdmin):
    list_display = ["position", "name_en", "name_fr", "slug"]
    list_display_links = ["name_en"]
    prepopulated_fields = {"slug": ["name_en"]}
    exclude = ["position"]


@admin.register(MenuItem)
class MenuItemAdmin(SortedAdmin):
    list_display = ["position", "label_en", "label_fr", "path"]
    list_display_links = ["label_en"]
    exclude = ["position"]


@admin.register(Topic)
class TopicAdmin(PublicAdmin):
    list_display = ["name_en", "name_fr", "slug"]
    search_fields = ["name_en", "name_fr"]
    prepopulated_fields = {"slug": ["name_en"]}


@admin.register(Author)
class AuthorAdmin(PublicAdmin):
    list_display = ["name", "role_en", "slug"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["photo"]


@admin.register(Picture)
class PictureAdmin(PublicAdmin):
    list_display = ["small", "alt_en", "credit", "width", "height"]
    list_display_links = ["small", "alt_en"]
    search_fields = ["alt_en", "alt_fr", "caption_en", "caption_fr", "credit", "file"]
    readonly_fields = ["address"]

    @admin.display(description=_("picture"))
    def small(self, picture: Picture) -> str:
        return format_html('<img src="{}" alt="" width="96">', picture.file.url)

    @admin.display(description=_("address in a text"))
    def address(self, picture: Picture) -> str:
        return f"picture/{picture.pk}" if picture.pk else ""


class QuestionForm(forms.ModelForm):
    """Types of draw as boxes to tick."""

    families = forms.MultipleChoiceField(
        label=_("types of draw"),
        required=False,
        choices=[(slug, family.name) for slug, family in FAMILIES.items()],
        widget=forms.CheckboxSelectMultiple,
    )


@admin.register(Question)
class QuestionAdmin(PublicAdmin, SimpleHistoryAdmin):
    form = QuestionForm
    list_display = ["question_en", "slug", "reviewed_on", "uses_count"]
    list_filter = ["reviewed_on"]
    search_fields = ["question_en", "question_fr", "answer_en", "answer_fr"]
    prepopulated_fields = {"slug": ["question_en"]}

    @admin.display(description=_("articles"))
    def uses_count(self, question: Question) -> int:
        return question.uses.count()


@admin.register(AdSlot)
class AdSlotAdmin(PublicAdmin):
    list_display = ["position", "narrow", "wide", "label_en", "label_fr"]


@admin.register(Ad)
class AdAdmin(PublicAdmin):
    list_display = ["name", "position", "language", "is_house", "starts_at", "ends_at", "priority"]
    list_filter = ["position", "is_house", "language"]
    search_fields = ["name", "text_en", "text_fr"]
    autocomplete_fields = ["picture"]


@admin.register(Episode)
class EpisodeAdmin(PublicAdmin):
    list_display = ["number", "title_en", "published_at", "length"]
    list_display_links = ["number", "title_en"]
    search_fields = ["title_en", "title_fr"]
    prepopulated_fields = {"slug": ["title_en"]}
    readonly_fields = ["length", "audio_type", "audio_bytes", "guid"]

    @admin.display(description=_("length"))
    def length(self, episode: Episode) -> str:
        return f"{episode.seconds // 60}:{episode.seconds % 60:02}"

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """An episode that is out stays: directories and players have its address."""
        out = isinstance(obj, Episode) and obj.published_at is not None
        return not out and super().has_delete_permission(request, obj)
