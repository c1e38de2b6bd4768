"""What stands between a request and the desk."""

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME, logout
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from articles.signin import factors, sessions
from publish.cors import forget_visitor
from publish.templatetags.languages import path_in

ACCOUNT = ("account_", "mfa_")
# Asked by an open form every few seconds: nobody need sit before it.
BEATS = ("articles_article_presence",)


class DeskDoor:
    """Ends sessions that are over, and lets nobody in who lacks the second factor they need.

    Every page of the admin and of accounts passes here, and none is kept by a cache.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if getattr(request, "is_private", False):
            response.headers["Cache-Control"] = "no-store, private"
        return response

    def process_view(
        self, request: HttpRequest, view: object, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        match = request.resolver_match
        name = (match and match.url_name) or ""
        is_desk = bool(match and match.app_names[:1] == ["admin"])
        if not is_desk and not name.startswith(ACCOUNT):
            return None
        request.is_private = True  # type: ignore[attr-defined]
        if not request.user.is_authenticated:
            return None
        if sessions.is_over(request, beat=name in BEATS):
            return _ended(request)
        return _kept_out(request) if is_desk else None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Ask for the password again. allauth would keep the request that it interrupts, with the
        address of the visitor, in the session; here the form is sent once more."""
        if not isinstance(error, ReauthenticationRequired) or not request.user.is_authenticated:
            return None
        methods = get_adapter().get_reauthentication_methods(request.user)
        if not methods:
            raise PermissionDenied
        back = urlencode({REDIRECT_FIELD_NAME: request.get_full_path()})
        return HttpResponseRedirect(f"{methods[0]['url']}?{back}")


def _ended(request: HttpRequest) -> HttpResponse:
    logout(request)
    messages.warning(request, _("You were signed out after some time. Please sign in again."))
    back = urlencode({REDIRECT_FIELD_NAME: request.get_full_path()})
    return HttpResponseRedirect(f"{reverse('account_login')}?{back}")


def _kept_out(request: HttpRequest) -> HttpResponse | None:
    if not request.user.is_staff:
        raise PermissionDenied
    if not factors.missing(request.user):
        return None
    messages.warning(
        request,
        _("Your role can change what readers see: set up a second step of signing in first."),
    )
    return HttpResponseRedirect(reverse("mfa_index"))


class CookiesOfDesk:
    """Outside the desk nobody has a cookie: what a browser sends along is not looked at, so that
    no answer depends on it and none sets another. Before the middleware of sessions."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not path_in(request.path_info, settings.LANGUAGE_CODE).startswith("/admin/"):
            forget_visitor(request)
        return self.get_response(request)
