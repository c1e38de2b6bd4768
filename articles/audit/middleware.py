"""Every form that is sent at the desk is noted: who, which page, which button, with what answer.

So a new page or bulk action is in the log without a line of its own.
"""

import re
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from articles.audit.notes import note

# Sent by an open page by itself, or asking without changing anything.
NOT_DEEDS = ("presence", "claims", "claims_of", "picker", "preview", "login")
# The fields that say which button it was.
BUTTONS = ("verb", "action", "step", "_save", "_addanother", "_continue", "decision")
BAD = 400
_CODE = re.compile(r"[a-z][a-z_-]{0,39}")


class DeedsMiddleware:
    """After the middleware that knows who is signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        match = request.resolver_match
        if request.method == "POST" and match and match.app_names[:1] == ["admin"]:
            self._note(request, match, response.status_code)
        return response

    def _note(self, request: HttpRequest, match: Any, status: int) -> None:
        name = str(match.url_name or "")
        if not request.user.is_authenticated or name.endswith(NOT_DEEDS):
            return
        note(
            "desk.sent" if status < BAD else "desk.refused",
            by=request.user,
            page=name,
            key=_key(match.kwargs),
            button=_button(request),
            status=status,
        )


def _key(kwargs: dict[str, Any]) -> str:
    return str(kwargs.get("object_id") or kwargs.get("pk") or "")[:60]


def _button(request: HttpRequest) -> str:
    for name in BUTTONS:
        value = request.POST.get(name, "")
        if name in request.POST:
            return value if _CODE.fullmatch(value) else name
    return ""
