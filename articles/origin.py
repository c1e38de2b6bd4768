"""Forms without a cookie: a page of ours sent it, or it did not come from a browser's page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponse]


def own_forms(view: View) -> View:
    """Refuse what another site's page sends. Reader pages set no cookie, so there is no token.

    Browsers say with each form where it comes from; no page can change that. Who says nothing is
    not a browser that somebody else's page could drive.
    """

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and not _is_own(request):
            return render(request, "articles/newsletter/refused.html", status=403)
        return view(request, *args, **kwargs)

    return guarded


def _is_own(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin in (None, settings.SITE_URL, f"{request.scheme}://{request.get_host()}")
