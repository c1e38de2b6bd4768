"""What follows when somebody signs in or changes their factors; allauth tells of it by signals."""

from typing import Any

from allauth.mfa.signals import authenticator_added
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest

from articles.signin import sessions


def on_signed_in(sender: object, request: HttpRequest | None, user: Any, **kwargs: Any) -> None:
    if request is not None:
        sessions.begin(request)


def on_factor_added(sender: object, request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """Sessions that were begun without the factor end: one of them may be a thief's."""
    sessions.end_others(user, request.session.session_key)


def connect() -> None:
    user_logged_in.connect(on_signed_in, dispatch_uid="signin.began")
    authenticator_added.connect(on_factor_added, dispatch_uid="signin.factor")
