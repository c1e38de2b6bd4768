"""The form of an article. Every save is one of the verbs of articles.publishing."""

from collections.abc import Sequence
from typing import Any

from adminsortable2.admin import SortableAdminBase, SortableStackedInline
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F, Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from articles import publishing
from articles.admin import conflict, side, steps
from articles.admin.article_form import ArticleForm, verb_of
from articles.admin.article_pages import ArticlePages
from articles.admin.base import ProseAdmin
from articles.admin.bulk import BulkAdmin
from articles.admin.bulk.articles import ACTIONS
from articles.admin.claims import ClaimsAdmin
from articles.admin.keys import number_of
from articles.admin.picker import PickerAdmin
from articles.models import Article, ArticleQuestion
from articles.workflow import roles
from articles.workflow.transitions import STEPS, Verb, writing_permission
from ingest.admin.known import by_year
from publish.formats import newsroom

State = Article.State
SHOWN_TO_READERS = (State.PUBLISHED, State.SCHEDULED)


class QuestionInline(SortableStackedInline):
    model = ArticleQuestion
    extra = 0
    fields = ["bank", "own_question", "own_answer", "own_reviewed_on", "slug", "position"]
    autocomplete_fields = ["bank"]
    ordering = ["position"]


@admin.register(Article)
class ArticleAdmin(
    BulkAdmin,
    ArticlePages,
    ClaimsAdmin,
    PickerAdmin,
    SortableAdminBase,
    ProseAdmin,
    SimpleHistoryAdmin,
):
    form = ArticleForm
    bulk = ACTIONS
    change_form_template = "admin/articles/article/change_form.html"
    list_display = ["headline", "language", "category", "state", "translated", "moment"]
    # What readers do not see yet is what the newsroom looks for; databases differ in where they
    # put what has no moment.
    ordering = [F("published_at").desc(nulls_first=True), "-pk"]
    list_filter = ["state", "language", "story__category", by_year("published_at")]
    show_full_result_count = False
    search_fields = ["headline", "standfirst", "slug"]
    autocomplete_fields = ["story"]
    prepopulated_fields = {"slug": ["headline"]}
    inlines = [QuestionInline]
    fieldsets = [
        (None, {"fields": [("story", "language"), "headline", "slug", "standfirst", "body"]}),
        (
            _("Search engines"),
            {"fields": ["seo_title", "seo_description"], "classes": ["collapse"]},
        ),
        (_("Translation"), {"fields": ["based_on_update"], "classes": ["collapse"]}),
    ]

    class Media:
        css = {"all": ["css/desk-article.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        rows: QuerySet[Article] = super().get_queryset(request)
        return rows.select_related("story__category", "edited_by").prefetch_related("story__sides")

    @admin.display(description=_("category"), ordering="story__category")
    def category(self, article: Article) -> str:
        return str(article.story.category)

    @admin.display(description=_("public from"), ordering="published_at")
    def moment(self, article: Article) -> str:
        """When it came out or is promised to; "" for what has no moment."""
        is_promised = article.state == State.SCHEDULED
        at = article.scheduled_for if is_promised else article.published_at
        return newsroom(at) if at else ""

    @admin.display(description=_("other language"))
    def translated(self, article: Article) -> str:
        other = "fr" if article.language == "en" else "en"
        return str(article.story.translation(other).label)

    def view_on_site(self, obj: Article) -> str | None:
        """No link where readers would find nothing."""
        return obj.get_absolute_url() if obj.is_published else None

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> list[str]:
        fixed = ["story", "language"] if obj is not None else []
        return [*super().get_readonly_fields(request, obj), *fixed]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Article | None = None) -> Any:
        return {} if obj is not None else super().get_prepopulated_fields(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Whose turn it is: see articles.workflow.transitions."""
        allowed = super().has_change_permission(request, obj)
        if not (allowed and isinstance(obj, Article) and obj.pk):
            return allowed
        wanted = writing_permission(obj.state)
        return wanted is not None and request.user.has_perm(wanted)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """A public article is withdrawn first, a promised one taken off the schedule."""
        shown = isinstance(obj, Article) and obj.state in SHOWN_TO_READERS
        return not shown and super().has_delete_permission(request, obj)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What an address fills in: a story is named by its key, or not at all."""
        given: dict[str, Any] = super().get_changeform_initial_data(request)
        if number_of(str(given.get("story", ""))) is None:
            given.pop("story", None)
        return given

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        made = super().get_form(request, *args, **kwargs)
        obj = args[0] if args else kwargs.get("obj")
        verb = verb_of(request.POST, obj) if request.method == "POST" else None
        refused = tuple(getattr(request, "refused", ()))
        return type(made.__name__, (made,), {"verb": verb, "refused": refused})

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        article = self.get_object(request, object_id) if object_id else None
        shown: Any = super().changeform_view
        if request.method != "POST":
            return shown(request, object_id, form_url, extra_context)
        if answer := self._stopped(request, article):
            return answer
        try:
            with transaction.atomic():
                return shown(request, object_id, form_url, extra_context)
        except (publishing.NotAllowed, publishing.WrongState, ValidationError) as refused:
            request.refused = _sentences(refused)  # type: ignore[attr-defined]
        # Once more, with the refusal among the errors: every typed word stays in the form.
        return shown(request, object_id, form_url, extra_context)

    def _stopped(self, request: HttpRequest, article: Article | None) -> HttpResponse | None:
        """The answer to a step that cannot be taken at all; None for all others."""
        verb = verb_of(request.POST, article)
        if verb not in steps.ON_THE_FORM or not _could_ever(request.user, verb):
            raise PermissionDenied
        if article is None:
            return None
        if conflict.put_together(request, article):
            return None
        if conflict.is_outrun(request, article):
            return conflict.page(self, request, article)
        if not roles.may(request.user, verb, article):
            raise PermissionDenied
        return None

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Nothing yet: save_related takes the step, with the questions, in one go."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        steps.carry_out(form.verb, form, request.user, _questions(formsets))

    def response_add(self, request: HttpRequest, obj: Any, *args: Any, **kwargs: Any) -> Any:
        return self._again(request, obj)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return self._again(request, obj)

    def _again(self, request: HttpRequest, article: Article) -> HttpResponse:
        verb = verb_of(request.POST, None if request.path.endswith("/add/") else article)
        messages.success(request, steps.done(verb or Verb.SAVE, article))
        if verb == Verb.SEND_TO_REVIEW:
            for found in publishing.gate_findings(article, request.user):
                messages.warning(request, found)
        address = reverse("admin:articles_article_change", args=[article.pk])
        return HttpResponseRedirect(address)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        article = kwargs.get("obj")
        may_change = self.has_change_permission(request, article)
        context |= side.context(request, article)
        context["title"] = side.title(article, may_change=may_change)
        context["wrong"] = side.wrong(context["adminform"].form, context["inline_admin_formsets"])
        # The form says it all in one place: see its template.
        context["errors"] = None
        return super().render_change_form(request, context, *args, **kwargs)


def _could_ever(user: Any, verb: Verb) -> bool:
    wanted = {steps_here[verb] for steps_here in STEPS.values() if verb in steps_here}
    return any(user.has_perm(permission) for permission in wanted)


def _sentences(refused: Exception) -> tuple[str, ...]:
    if isinstance(refused, ValidationError):
        return tuple(refused.messages)
    return (str(refused),)


def _questions(formsets: Sequence[Any]) -> list[ArticleQuestion] | None:
    """What stands under the article by the form, in its order; None where nothing was changed."""
    asked = next((each for each in formsets if each.model is ArticleQuestion), None)
    if asked is None:
        return None
    asked.save(commit=False)  # notes what was changed, for the log of the admin
    if not asked.has_changed():
        return None
    kept = [form for form in asked.forms if _is_kept(form, asked.deleted_forms)]
    kept.sort(key=lambda form: form.cleaned_data.get("position") or 0)
    return [form.instance for form in kept]


def _is_kept(form: Any, deleted: Sequence[Any]) -> bool:
    return form not in deleted and bool(form.instance.pk or form.has_changed())
