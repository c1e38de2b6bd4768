"""The pages beside an article's form: its versions, previews, and who has it open."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from articles import publishing
from articles.admin.article_form import KINDS
from articles.admin.keys import number_of
from articles.models import Article, PreviewLink
from articles.views.preview import render_preview
from articles.workflow import presence, preview, roles, versions
from articles.workflow.transitions import Verb
from publish.formats import minute, newsroom

FOLDER = "admin/articles/article"


class ArticlePages(admin.ModelAdmin):
    """Whoever may see an article may see its versions and previews, and is seen at it."""

    def get_urls(self) -> list[URLPattern]:
        pages: dict[str, tuple[str, Callable[..., HttpResponse]]] = {
            "preview": ("<int:pk>/preview/", require_GET(self.preview)),
            "links": ("<int:pk>/links/", require_POST(self.make_link)),
            "revoke": ("<int:pk>/links/<int:link>/revoke/", require_POST(self.revoke_link)),
            "presence": ("<int:pk>/presence/", require_POST(self.presence)),
            "compare": ("<int:pk>/history/compare/", require_GET(self.compare)),
            "version": ("<int:pk>/history/<int:number>/", require_GET(self.version)),
            "restore": ("<int:pk>/history/<int:number>/restore/", self.restore),
        }
        own = [
            path(route, self.admin_site.admin_view(view), name=f"articles_article_{name}")
            for name, (route, view) in pages.items()
        ]
        return [*own, *super().get_urls()]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Every version: who, when, which step and why."""
        article = self._article(request, object_id)
        context = {"versions": versions.of_article(article)}
        return self._page(request, article, "history", _("Versions"), context)

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        # The address that django-simple-history gives a version leads to our page of it.
        keys = [number_of(object_id), number_of(version_id)]
        if None in keys:
            raise Http404
        address = reverse("admin:articles_article_version", args=keys)
        return HttpResponseRedirect(address)

    def compare(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Two versions, the older one first: ?from= and ?to= are their keys."""
        article = self._article(request, pk)
        asked = [number_of(request.GET.get(name, "")) for name in ("from", "to")]
        if None in asked:
            messages.error(request, _("Choose two versions to compare."))
            return HttpResponseRedirect(_address("history", article.pk))
        before, after = sorted((_version(article, key) for key in asked), key=_key)
        context = {"before": before, "after": after, "found": _compared(before, after)}
        return self._page(request, article, "compare", _("Two versions"), context)

    def version(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """A version on the page that its readers saw, whatever stands there now."""
        article = self._article(request, pk)
        row = _version(article, number)
        note = _("Version of %(moment)s (%(utc)s).") % {
            "moment": newsroom(row.history_date),
            "utc": minute(row.history_date),
        }
        more = _("Figures in the text are as stored then; blocks show the record of today.")
        return render_preview(
            request,
            versions.as_read(row),
            note=f"{note} {more}",
            back=_address("history", article.pk),
        )

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The article as saved last, on the page that readers will see."""
        self._article(request, pk)
        article = Article.objects.for_page().get(pk=pk)
        note = _("As saved last. State: %(state)s.") % {"state": article.get_state_display()}
        return render_preview(request, article, note=note, back=_address("change", pk))

    def restore(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """What a version would change, and the form that puts it back."""
        article = self._article(request, pk)
        row = _version(article, number)
        if refused := roles.refusal(request.user, Verb.RESTORE, article):
            if request.method == "POST":
                raise PermissionDenied
            messages.error(request, refused)
            return HttpResponseRedirect(_address("history", pk))
        form = RestoreForm(article, request.POST if request.method == "POST" else None)
        if form.is_valid() and self._put_back(request, row, form):
            return HttpResponseRedirect(_address("change", pk))
        newest: Any = article.history.order_by("-history_id")[0]
        context = {"before": newest, "after": row, "found": _compared(newest, row), "form": form}
        return self._page(request, article, "restore", _("Restore a version"), context)

    def _put_back(self, request: HttpRequest, row: Any, form: Any) -> bool:
        try:
            publishing.restore(row, by=request.user, **form.answers)
        except (ValidationError, publishing.Outrun, publishing.WrongState) as refused:
            form.add_error(None, getattr(refused, "messages", [str(refused)]))
            return False
        messages.success(request, _("Restored, as a new version."))
        return True

    def make_link(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A link for somebody without an account, for one of preview.DAYS."""
        article = self._article(request, pk)
        if not request.user.has_perm("articles.add_previewlink"):
            raise PermissionDenied
        days = number_of(request.POST.get("days", ""))
        if days not in preview.DAYS:
            raise Http404
        preview.make(article, by=request.user, now=timezone.now(), days=days)
        messages.success(request, _("The link stands in the form: copy it from there."))
        return HttpResponseRedirect(_address("change", pk) + "#preview-links")

    def revoke_link(self, request: HttpRequest, pk: int, link: int) -> HttpResponse:
        article = self._article(request, pk)
        if not request.user.has_perm("articles.change_previewlink"):
            raise PermissionDenied
        made = get_object_or_404(PreviewLink, pk=link, article=article)
        preview.revoke(made, timezone.now())
        messages.success(request, _("The link no longer opens."))
        return HttpResponseRedirect(_address("change", pk) + "#preview-links")

    def presence(self, request: HttpRequest, pk: int) -> JsonResponse:
        """The form is still open: answers {others: [{name, since}], version}."""
        article = self._article(request, pk)
        here = presence.arrive(article, request.user, timezone.now())
        people = [
            {"name": roles.name_of(row.user), "since": newsroom(row.opened_at)} for row in here
        ]
        answer = JsonResponse({"others": people, "version": publishing.version_of(article)})
        answer.headers["Cache-Control"] = "no-store"
        return answer

    def _article(self, request: HttpRequest, key: object) -> Article:
        article = self.get_object(request, str(key))
        if not isinstance(article, Article):
            raise Http404
        if not self.has_view_or_change_permission(request, article):
            raise PermissionDenied
        return article

    def _page(
        self, request: HttpRequest, article: Article, name: str, title: str, context: Any
    ) -> HttpResponse:
        shared = {
            **self.admin_site.each_context(request),
            "title": title,
            "subtitle": str(article),
            "opts": self.opts,
            "article": article,
            "may_restore": roles.may(request.user, Verb.RESTORE, article),
        }
        return TemplateResponse(request, f"{FOLDER}/{name}.html", shared | context)


class RestoreForm(forms.Form):
    """What is asked before a version is put back; of published articles also what readers are
    told."""

    reason = forms.CharField(max_length=publishing.LONGEST_REASON, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(choices=KINDS, widget=forms.RadioSelect)
    sentence = forms.CharField(
        max_length=300, required=False, widget=forms.Textarea({"rows": 3, "cols": 60})
    )

    def __init__(self, article: Article, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "reason": _("Reason, for the history"),
            "kind": _("What kind of change is it?"),
            "sentence": _("Sentence for readers"),
        }
        for name, label in labels.items():
            self.fields[name].label = label
        self.fields["version"].initial = publishing.version_of(article)
        if article.state != Article.State.PUBLISHED:
            del self.fields["kind"], self.fields["sentence"]

    @property
    def answers(self) -> dict[str, Any]:
        """For publishing.restore."""
        given = dict(self.cleaned_data)
        return {"seen": given.pop("version"), **given}


def _address(page: str, pk: int) -> str:
    return reverse(f"admin:articles_article_{page}", args=[pk])


def _version(article: Article, key: int | None) -> Any:
    history: Any = article.history
    return get_object_or_404(history.select_related("history_user"), history_id=key)


def _key(row: Any) -> int:
    return int(row.history_id)


def _compared(before: Any, after: Any) -> list[versions.Difference]:
    old, new = (versions.texts_of(row, versions.questions_of(row)) for row in (before, after))
    return versions.compare(old, new)
