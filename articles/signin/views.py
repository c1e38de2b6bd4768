"""The sign-in page goes on in the language that it is read in."""

from typing import Any

from allauth.account import views as allauth
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from articles.models import active_language
from articles.signin.adapter import AccountAdapter
from publish.templatetags.languages import path_in


class SignIn(allauth.LoginView):
    """Name and password; what comes after them is allauth's stages."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        after = self.request.GET.get(REDIRECT_FIELD_NAME, "")
        safe = AccountAdapter().is_safe_url(after)
        own = path_in(after, active_language()) if safe else reverse("admin:index")
        failed = self.request.GET.get("passkey") == "failed"
        return {**super().get_context_data(**kwargs), "after": own, "key_failed": failed}


@login_required
def change_password(request: HttpRequest) -> HttpResponseBase:
    """Who has no password, but a passkey, has none to change."""
    if not request.user.has_usable_password():  # type: ignore[union-attr]
        raise PermissionDenied
    answer: HttpResponseBase = allauth.password_change(request)
    return answer


sign_in = SignIn.as_view()
