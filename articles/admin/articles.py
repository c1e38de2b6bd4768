"""The form of an article. Every save is one of the verbs of articles.publishing."""

from typing import Any

from adminsortable2.admin import SortableAdminBase, SortableStackedInline
from django import forms
from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from articles import publishing
from articles.admin.base import ProseAdmin
from articles.admin.picker import PickerAdmin
from articles.models import Article, ArticleQuestion

DRAFT, PUBLISH, REVISE, WITHDRAW = "draft", "publish", "revise", "withdraw"
STEPS = {
    DRAFT: _("Save as a draft"),
    PUBLISH: _("Publish"),
    REVISE: _("Save the change"),
    WITHDRAW: _("Withdraw from readers"),
}


# As wide as the words that go in.
LINE = forms.TextInput(attrs={"size": 90})


class ArticleForm(forms.ModelForm):
    """The fields of an article, what to do with them, and why."""

    step = forms.ChoiceField(label=_("What to do"), widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("What changed, for readers"),
        max_length=200,
        required=False,
        widget=LINE,
        help_text=_("One line. Leave blank for a small correction: the time of update stays."),
    )
    reason = forms.CharField(
        label=_("Reason, for the history"),
        max_length=publishing.LONGEST_REASON,
        required=False,
        widget=LINE,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        widgets = {
            "headline": LINE,
            "slug": LINE,
            "standfirst": forms.Textarea(attrs={"rows": 3, "cols": 90}),
        }

    # Set by the admin for each request.
    may_publish = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "step" not in self.fields:  # a page that is only read
            return
        steps = (
            [DRAFT, PUBLISH] if self.instance.state == Article.State.DRAFT else [REVISE, WITHDRAW]
        )
        allowed = [step for step in steps if self.may_publish or step == DRAFT]
        self.fields["step"].choices = [(step, STEPS[step]) for step in allowed]  # type: ignore[attr-defined]
        self.fields["step"].initial = steps[0]
        self.fields["version"].initial = publishing.version_of(self.instance)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        stored = publishing.version_of(self.instance)
        if stored != (given.get("version") or 0):
            self.add_error(
                None,
                _(
                    "Somebody else has saved this article since you opened it. Nothing of yours is"
                    " lost: it stands below. Open the article in another window, compare, and save"
                    " again."
                ),
            )
            # The next attempt is made in knowledge of the newer version.
            data: Any = self.data
            data = data.copy()
            data[self.add_prefix("version")] = str(stored)
            self.data = data
        if given.get("step") in (REVISE, WITHDRAW) and not given.get("reason"):
            self.add_error("reason", _("Say why: it stands in the history of the article."))
        return given

    def full_clean(self) -> None:
        super().full_clean()
        if not self.is_bound or self.errors or self.cleaned_data["step"] not in (PUBLISH, REVISE):
            return
        for missing in publishing.obstacles(self.instance):
            self.add_error(None, missing)


class QuestionInline(SortableStackedInline):
    model = ArticleQuestion
    extra = 0
    fields = ["bank", "own_question", "own_answer", "own_reviewed_on", "slug", "position"]
    autocomplete_fields = ["bank"]
    ordering = ["position"]


@admin.register(Article)
class ArticleAdmin(PickerAdmin, SortableAdminBase, ProseAdmin, SimpleHistoryAdmin):
    form = ArticleForm
    list_display = ["headline", "language", "category", "state", "translated", "published_at"]
    list_filter = ["state", "language", "story__category"]
    search_fields = ["headline", "standfirst", "slug"]
    date_hierarchy = "published_at"
    autocomplete_fields = ["story"]
    prepopulated_fields = {"slug": ["headline"]}
    readonly_fields = ["updated_at", "update_note", "open_tasks"]
    inlines = [QuestionInline]
    fieldsets = [
        (None, {"fields": ["story", "language", "headline", "slug", "standfirst", "body"]}),
        (
            _("Search engines"),
            {"fields": ["seo_title", "seo_description"], "classes": ["collapse"]},
        ),
        (
            _("Publication"),
            {
                "fields": [
                    *("published_at", "updated_at", "update_note", "based_on_update"),
                    *("open_tasks", "step", "note", "reason", "version"),
                ]
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        rows: QuerySet[Article] = super().get_queryset(request)
        return rows.select_related("story__category").prefetch_related("story__sides")

    @admin.display(description=_("category"), ordering="story__category")
    def category(self, article: Article) -> str:
        return str(article.story.category)

    @admin.display(description=_("other language"))
    def translated(self, article: Article) -> str:
        other = "fr" if article.language == "en" else "en"
        return str(article.story.translation(other).label)

    @admin.display(description=_("to put right"))
    def open_tasks(self, article: Article) -> str:
        tasks = article.tasks.open() if article.pk else ()
        return "\n".join(task.message for task in tasks) or str(_("nothing"))

    def view_on_site(self, obj: Article) -> str | None:
        """No link where readers would find nothing."""
        return obj.get_absolute_url() if obj.is_published else None

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> list[str]:
        fixed = ["story", "language"] if obj is not None else []
        if obj is not None and obj.state == Article.State.PUBLISHED:
            fixed.append("published_at")
        return [*super().get_readonly_fields(request, obj), *fixed]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Article | None = None) -> Any:
        return {} if obj is not None else super().get_prepopulated_fields(request, obj)

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        made = super().get_form(request, *args, **kwargs)
        return type(made.__name__, (made,), {"may_publish": _may_publish(request)})

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Public articles are for those who may publish."""
        allowed = super().has_change_permission(request, obj)
        public = isinstance(obj, Article) and obj.state == Article.State.PUBLISHED
        return allowed and (not public or _may_publish(request))

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """A public article is withdrawn first."""
        public = isinstance(obj, Article) and obj.state == Article.State.PUBLISHED
        return not public and super().has_delete_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        given = form.cleaned_data
        what: dict[str, Any] = {"by": request.user, "reason": given.get("reason", "")}
        step = given["step"]
        if step == PUBLISH:
            publishing.publish(obj, at=obj.published_at, **what)
        elif step == REVISE:
            kind = "update" if given.get("note") else "typing"
            publishing.revise(obj, kind=kind, sentence=given.get("note", ""), **what)
        elif step == WITHDRAW:
            publishing.withdraw(obj, **what)
        else:
            publishing.save_draft(obj, **what)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        publishing.settle(form.instance)


def _may_publish(request: HttpRequest) -> bool:
    return request.user.has_perm("articles.publish_article")
