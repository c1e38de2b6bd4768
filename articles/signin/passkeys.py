"""Logging in with a passkey alone. Nothing is stored of somebody who only asks for it.

allauth keeps what the key has to sign in the session: a row of the database for each request of
anybody. Here it lies signed with whoever asked, for a few minutes, and opens the desk once.
"""

import hashlib
import json
from typing import Any

from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

# A browser takes the first name only from this very host, over https.
COOKIE = "__Host-passkey" if settings.HTTPS else "passkey"
SALT = "articles.signin.passkeys"
SECONDS = 300


class PasskeyLogin(LoginWebAuthnView):
    """GET, by a script: what the key has to sign. POST: what it signed."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer: HttpResponse = super().get(request, *args, **kwargs)
        state = request.session.pop(auth.STATE_SESSION_KEY, None)
        if state is not None:
            answer.set_signed_cookie(
                COOKIE,
                json.dumps(state),
                salt=SALT,
                max_age=SECONDS,
                secure=settings.HTTPS,
                httponly=True,
                samesite="Strict",
            )
        return answer

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=SECONDS)
        if asked:
            request.session[auth.STATE_SESSION_KEY] = json.loads(asked)
        answer: HttpResponse = super().post(request, *args, **kwargs)
        answer.delete_cookie(COOKIE, samesite="Strict")
        return answer

    def form_valid(self, form: Any) -> HttpResponse:
        if not _is_first(self.request.COOKIES[COOKIE]):
            return self.form_invalid(form)
        answer: HttpResponse = super().form_valid(form)
        return answer

    def form_invalid(self, form: Any) -> HttpResponse:
        """Said by the address: a message would be a session."""
        self.request.session.pop(auth.STATE_SESSION_KEY, None)
        return HttpResponseRedirect(f"{reverse('account_login')}?passkey=failed")


def _is_first(cookie: str) -> bool:
    """Whether nobody has logged in with this yet."""
    used = hashlib.sha256(cookie.encode()).hexdigest()
    return bool(cache.add(f"passkey:{used}", True, SECONDS))


log_in = PasskeyLogin.as_view()
