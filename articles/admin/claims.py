"""The addresses at which the form of an article asks what the record says of a text."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from js_asset import Script

from articles.admin.base import ProseAdmin
from articles.admin.keys import number_of
from articles.models import Article
from articles.receipt import Unread
from articles.receipt.deciding import let_stand, put_right
from articles.receipt.panel import Panel, panel_of
from articles.receipt.written import TooLong, sent
from articles.throttle import allowed

# Somebody who types without a pause asks some forty times a minute.
MOST_A_MINUTE = 90
LIST, PAGE = "admin/articles/article/claims_list.html", "admin/articles/article/claims_page.html"
MAY_WRITE = ("articles.add_article", "articles.change_article")


class ClaimsAdmin(ProseAdmin):
    """Reads along while somebody writes."""

    class Media(ProseAdmin.Media):
        css = {"all": ["css/prose-admin.css", "css/desk-claims.css"]}
        js = [Script("js/desk/claims.js", type="module")]

    def get_urls(self) -> list[URLPattern]:
        views = (
            ("claims/", self.claims, "claims"),
            ("<path:object_id>/claims/", self.claims, "claims_of"),
            ("<path:object_id>/claims/replace/", self.replace, "replace"),
            ("<path:object_id>/claims/leave/", self.leave, "leave"),
        )
        guarded = self.admin_site.admin_view
        own = [
            path(at, guarded(require_POST(view)), name=f"articles_article_{name}")
            for at, view, name in views
        ]
        return [*own, *super().get_urls()]

    def claims(self, request: HttpRequest, object_id: str = "") -> HttpResponse:
        """POST the fields of the form: the list of its statements, as a part of a page or, without
        a script, as a page. 413 for too long a text, 429 for too many questions."""
        article = self._read_about(request, object_id)
        if not allowed("claims", str(request.user.pk), most=MOST_A_MINUTE, seconds=60):
            words = _("Too many readings at once. Wait a minute.")
            return self._tell(request, None, words, 429)
        try:
            return self._tell(request, panel_of(sent(request.POST, article), request.user))
        except TooLong as refused:
            return self._tell(request, None, " ".join(refused.messages), 413)

    def replace(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Save the form with the right words in one statement: POST `replace`, its key."""
        article = self._to_change(request, object_id)
        try:
            put_right(
                sent(request.POST, article),
                request.POST.get("replace", ""),
                by=request.user,
                version=number_of(request.POST.get("version", "")),
            )
        except (Unread, ValidationError, PermissionDenied, ValueError) as refused:
            messages.error(request, _reason(refused))
        else:
            messages.success(request, _("The figure of the record stands in its place now."))
        return _back(article)

    def leave(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Let a statement stand: POST `leave`, its key, and `claim-reason-<key>`."""
        article = self._to_change(request, object_id)
        key = request.POST.get("leave", "")
        reason = request.POST.get(f"claim-reason-{key}", "")
        try:
            written = sent(request.POST, article)
            let_stand(written, key, by=request.user, reason=reason)
        except (Unread, ValidationError) as refused:
            return self._not_left(request, article, _reason(refused))
        if _wants_part(request):
            return self._tell(request, panel_of(written, request.user))
        messages.success(request, _("Noted: the statement stands, with your reason."))
        return _back(article)

    def _not_left(self, request: HttpRequest, article: Article, problem: str) -> HttpResponse:
        if _wants_part(request):
            return HttpResponse(problem, status=400, content_type="text/plain; charset=utf-8")
        messages.error(request, problem)
        return _back(article)

    def _read_about(self, request: HttpRequest, object_id: str) -> Article | None:
        """The article of an address, None for a new one. Raises PermissionDenied and Http404."""
        if object_id:
            return self._allowed_one(request, object_id, self.has_view_permission)
        if not any(map(request.user.has_perm, MAY_WRITE)):
            raise PermissionDenied
        return None

    def _to_change(self, request: HttpRequest, object_id: str) -> Article:
        """One that this person may change."""
        return self._allowed_one(request, object_id, self.has_change_permission)

    def _allowed_one(self, request: HttpRequest, object_id: str, may: Any) -> Article:
        number = number_of(unquote(object_id))
        article = get_object_or_404(Article.objects.for_page(), pk=number)
        if not may(request, article):
            raise PermissionDenied
        return article

    def _tell(
        self, request: HttpRequest, panel: Panel | None, problem: str = "", status: int = 200
    ) -> HttpResponse:
        context: dict[str, Any] = {"panel": panel, "problem": problem}
        if _wants_part(request):
            return render(request, LIST, context, status=status)
        context |= {**self.admin_site.each_context(request), "title": _("Against the record")}
        return render(request, PAGE, context, status=status)


def _wants_part(request: HttpRequest) -> bool:
    return request.headers.get("X-Part") == "claims"


def _back(article: Article) -> HttpResponse:
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def _reason(refused: Exception) -> str:
    """Why something was not done, in words for the person."""
    if isinstance(refused, Unread):
        return _("The text could not be compared just now. What you write is not touched.")
    if isinstance(refused, ValidationError):
        return " ".join(refused.messages)
    return str(refused) or _("You may not do that here.")
