"""The addresses at which the editor asks for figures and blocks."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from js_asset import Script

from articles.admin.base import ProseAdmin
from articles.picker import views

MAY_WRITE = ("articles.view_article", "articles.add_article", "articles.change_article")
View = Callable[[HttpRequest], JsonResponse]


class PickerAdmin(ProseAdmin):
    """Answers the editor, and keeps what is being written in the browser."""

    class Media(ProseAdmin.Media):
        js = [Script("js/desk/form.js", type="module")]

    def get_urls(self) -> list[URLPattern]:
        own = [
            path(
                name, self.admin_site.admin_view(_for_writers(view)), name=f"articles_article_{at}"
            )
            for name, at, view in (
                ("picker/present/", "figures", views.present),
                ("picker/search/", "picker", views.search),
            )
        ]
        return [*own, *super().get_urls()]


def _for_writers(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any) -> JsonResponse:
        if not any(request.user.has_perm(name) for name in MAY_WRITE):
            return JsonResponse({"error": _("You may not see articles.")}, status=403)
        return view(request, *args)

    return guarded
