"""Categories, people, pictures, questions, advertisements, episodes, menu."""

from typing import Any

from adminsortable2.admin import SortableAdminMixin
from django import forms
from django.contrib import admin
from django.db import transaction
from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from articles import publishing
from articles.admin.base import PublicAdmin
from articles.admin.bulk import BulkAdmin
from articles.admin.bulk.care import MarkReviewed
from articles.admin.filters import FamilyOfQuestion, InFrench, Staleness, Undescribed
from articles.desk.care import stale_before, today_in_ottawa
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
from publish.formats import day


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
    list_display = ["crops", "described", "credit", "size"]
    list_display_links = ["described"]
    list_filter = [Undescribed]
    search_fields = ["alt_en", "alt_fr", "caption_en", "caption_fr", "credit", "file"]
    readonly_fields = ["address"]

    @admin.display(description=_("whole, as a card, square"))
    def crops(self, picture: Picture) -> str:
        """As it is, as wide as a card, and square: what the edges lose is seen at once."""
        return format_html(
            '<div class="desk-crops"><img src="{0}" alt=""><img class="wide" src="{0}" alt="">'
            '<img class="square" src="{0}" alt=""></div>',
            picture.file.url,
        )

    @admin.display(description=_("description"), ordering="alt_en")
    def described(self, picture: Picture) -> str:
        return picture.alt or str(_("no description yet"))

    @admin.display(description=_("size"), ordering="width")
    def size(self, picture: Picture) -> str:
        return f"{picture.width} × {picture.height}"

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
class QuestionAdmin(BulkAdmin, PublicAdmin, SimpleHistoryAdmin):
    form = QuestionForm
    list_display = ["asked", "kinds", "in_french", "read_on", "uses_count"]
    list_filter = [Staleness, FamilyOfQuestion, InFrench]
    bulk = [MarkReviewed()]
    search_fields = ["question_en", "question_fr", "answer_en", "answer_fr"]
    prepopulated_fields = {"slug": ["question_en"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Question]:
        rows: QuerySet[Question] = super().get_queryset(request)
        return rows.annotate(places=Count("uses"))

    @admin.display(description=_("question"), ordering="question_en")
    def asked(self, question: Question) -> str:
        return question.question

    @admin.display(description=_("types of draw"))
    def kinds(self, question: Question) -> str:
        names = (str(FAMILIES[slug].short) for slug in question.families if slug in FAMILIES)
        return ", ".join(names) or str(_("every type"))

    @admin.display(description=_("in French"), boolean=True)
    def in_french(self, question: Question) -> bool:
        return bool(question.question_fr and question.answer_fr)

    @admin.display(description=_("reviewed"), ordering="reviewed_on")
    def read_on(self, question: Question) -> str:
        words = day(question.reviewed_on)
        stale = question.reviewed_on < stale_before(today_in_ottawa())
        return str(_("%(day)s, to review")) % {"day": words} if stale else words

    @admin.display(description=_("articles"), ordering="places")
    def uses_count(self, question: Question) -> int:
        return int(getattr(question, "places", 0))


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
    list_filter = [("published_at", admin.EmptyFieldListFilter)]
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
