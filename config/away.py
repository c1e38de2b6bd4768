"""What is said while the database does not answer: sorry, in words, and in the form that was asked
for. What was kept goes on; this is for everything else."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from config.api.problems import problem
from publish.forms import refuse
from publish.renderers import RENDERERS
from publish.watch import watch

logger = logging.getLogger(__name__)
# Seconds after which a client may ask again.
AFTER = 10


class AwayMiddleware:
    """Answers 503 at once while the database is known to be gone, for views that cannot do without
    it, and where a view finds out that it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if watch.is_away and not _does_without(request):
            return sorry(request)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """The answer where a view could not ask the database; None for other faults."""
        if not isinstance(fault, (OperationalError, InterfaceError)):
            return None
        if not watch.is_away:  # its absence is logged once, not for each request
            logger.error("the database could not be asked", exc_info=fault)
        return sorry(request)


def _does_without(request: HttpRequest) -> bool:
    try:
        view = resolve(request.path_info).func
    except Resolver404:
        # The page that says so names the newest draws.
        return False
    return getattr(view, "does_without_database", False)


def sorry(request: HttpRequest) -> HttpResponse:
    """503: a page in both languages, a problem for programs, plain sentences for a table."""
    response = _in_form_of(request)
    response.headers["Retry-After"] = str(AFTER)
    response.headers["Cache-Control"] = "no-store"
    return response


def _in_form_of(request: HttpRequest) -> HttpResponse:
    path = request.path_info
    said = _("The record cannot be read at the moment. Please ask again in a few minutes.")
    if path.startswith(("/api/", "/fr/api/")):
        response = problem(503, said)
    elif (form := path.rpartition(".")[2]) in RENDERERS:
        response = refuse(form, [said], status=503)
    else:
        first = getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE)
        codes = sorted(dict(settings.LANGUAGES), key=lambda code: code != first)
        return render(request, "503.html", {"codes": codes}, status=503)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
