"""How long somebody stays signed in, and ending it elsewhere."""

from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

BEGAN, SEEN = "desk-began", "desk-seen"
# The moment that somebody was last seen is stored once in so many seconds.
STEP = 60


def begin(request: HttpRequest) -> None:
    """Note the moment of signing in."""
    request.session[BEGAN] = request.session[SEEN] = _now()


def is_over(request: HttpRequest, *, beat: bool = False) -> bool:
    """Whether the session has lasted too long or was left alone; notes otherwise that somebody
    was here, unless this is a `beat` of an open page."""
    now, session = _now(), request.session
    if BEGAN not in session:
        begin(request)
    if now - session[BEGAN] >= settings.SESSION_HOURS * 3600:
        return True
    if now - session[SEEN] >= settings.SESSION_IDLE_MINUTES * 60:
        return True
    if not beat and now - session[SEEN] >= STEP:
        session[SEEN] = now
    return False


def end_others(user: Any, keep: str | None) -> int:
    """End every session of somebody but the one with the key `keep`; returns how many."""
    others = Session.objects.filter(expire_date__gt=timezone.now()).exclude(session_key=keep)
    theirs = [
        each.session_key
        for each in others.iterator()
        if each.get_decoded().get(SESSION_KEY) == str(user.pk)
    ]
    return Session.objects.filter(session_key__in=theirs).delete()[0]


def forget_ended() -> None:
    """Remove the rows of sessions that are over."""
    SessionStore.clear_expired()


def _now() -> int:
    return int(timezone.now().timestamp())
