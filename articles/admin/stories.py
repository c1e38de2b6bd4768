"""Stories: what both sides share, and the way to each side."""

from typing import Any

from adminsortable2.admin import SortableAdminBase, SortableTabularInline
from django.contrib import admin
from django.db.models import Model, QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from articles import publishing
from articles.admin.filters import MissingSide, SideState
from articles.models import Article, Byline, Language, Story
from articles.workflow.transitions import APPROVE
from publish.formats import day, newsroom, newsroom_day


class BylineInline(SortableTabularInline):
    model = Byline
    extra = 1
    autocomplete_fields = ["author"]
    ordering = ["position"]


@admin.register(Story)
class StoryAdmin(SortableAdminBase, SimpleHistoryAdmin):
    list_display = ["working_title", "category", "reports", "english", "french", "begun"]
    list_filter = [SideState, MissingSide, "category", "topics"]
    search_fields = ["working_title", "sides__headline"]
    autocomplete_fields = ["topics", "checked_by", "hero", "draw"]
    readonly_fields = ["sides_list"]
    fields = [
        *("working_title", "sides_list", "category", "topics", "checked_by", "hero"),
        *("draw", "event"),
    ]
    inlines = [BylineInline]
    list_select_related = ["category", "draw", "event"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Story]:
        found: QuerySet[Story] = super().get_queryset(request).prefetch_related("sides")
        return found

    @admin.display(description=_("reports"), ordering="draw")
    def reports(self, story: Story) -> str:
        """The draw or the provincial day that it tells of."""
        if story.draw:
            return str(_("Draw %(number)s")) % {"number": story.draw.number}
        return f"{story.event.place.label}, {day(story.event.date)}" if story.event else ""

    @admin.display(description=_("begun"), ordering="created_at")
    def begun(self, story: Story) -> str:
        return newsroom_day(story.created_at)

    @admin.display(description=_("English"))
    def english(self, story: Story) -> SafeString:
        return _side(story, Language.ENGLISH)

    @admin.display(description=_("French"))
    def french(self, story: Story) -> SafeString:
        return _side(story, Language.FRENCH)

    @admin.display(description=_("sides"))
    def sides_list(self, story: Story) -> str:
        if not story.pk:
            return str(_("Save the story first."))
        sides = ((language.label, _side(story, language)) for language in Language)
        return format_html("<dl>{}</dl>", format_html_join("", "<dt>{}</dt><dd>{}</dd>", sides))

    def save_model(self, request: HttpRequest, obj: Story, form: Form, change: bool) -> None:
        publishing.save_story(obj, by=request.user)

    def response_post_save_add(self, request: HttpRequest, obj: Story) -> HttpResponse:
        """To the story again: its sides are what is written next."""
        return HttpResponseRedirect(reverse("admin:articles_story_change", args=[obj.pk]))

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        # The story was announced with the form; this is the same transaction and edition.
        formset.save()

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """What both sides share is for editors as soon as one side is past a draft."""
        allowed = super().has_change_permission(request, obj)
        if not (allowed and isinstance(obj, Story)):
            return bool(allowed)
        drafts = all(side.state == Article.State.DRAFT for side in obj.sides.all())
        return drafts or bool(request.user.has_perm(APPROVE))

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """A story with a public side is withdrawn first, a promised one taken off the schedule."""
        shown = (Article.State.PUBLISHED, Article.State.SCHEDULED)
        public = isinstance(obj, Story) and obj.sides.filter(state__in=shown).exists()
        return not public and super().has_delete_permission(request, obj)


def _side(story: Story, language: Language) -> SafeString:
    """The state of one side, as a link to it or to the form that makes it."""
    article = story.side(language)
    if article is None:
        query = urlencode({"story": str(story.pk), "language": str(language.value)})
        address = f"{reverse('admin:articles_article_add')}?{query}"
        words = _("Write it in %(language)s") % {"language": language.label}
        return format_html('<a href="{}" aria-label="{}">{}</a>', address, words, _("write it"))
    address = reverse("admin:articles_article_change", args=[article.pk])
    return format_html('<a href="{}">{}</a>', address, _state(article, story))


def _state(article: Article, story: Story) -> str:
    """Where a side stands, with its moment, and whether its source has changed since."""
    state = article.get_state_display()
    if article.state == Article.State.SCHEDULED and article.scheduled_for:
        return f"{state}, {newsroom(article.scheduled_for)}"
    outdated = story.translation(article.language) == Story.Translation.OUTDATED
    return f"{state}, {Story.Translation.OUTDATED.label}" if outdated else str(state)
