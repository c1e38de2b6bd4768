"""The newsletter's form, and the pages behind the links of its mails."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from articles import newsletter as letters
from articles.models import Subscriber, active_language
from articles.newsletter import Wish
from articles.origin import own_forms
from articles.throttle import allowed, visitor
from draws.families import FAMILIES
from publish.pages import page

logger = logging.getLogger(__name__)

# So many sign-ups from one network address in an hour.
ASKED = 10
form_methods = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@own_forms
@form_methods
def newsletter(request: HttpRequest) -> HttpResponse:
    """The form by itself; what is wrong with an entry is said beside it, and nothing is lost."""
    if request.method != "POST":
        return _form(request, Wish())
    wish = Wish.of(request.POST)
    if wish.errors:
        return _form(request, wish, status=400)
    if not allowed("newsletter", visitor(request), most=ASKED, seconds=3600):
        said = _("Too many addresses were entered from your network. Try again in an hour.")
        return _form(request, wish, said, status=429)
    try:
        letters.ask(wish, active_language())
    except OSError:
        logger.exception("the mail to confirm an address could not be sent")
        said = _("We could not send the mail just now. Try again in a few minutes.")
        return _form(request, wish, said, status=503)
    return redirect("newsletter-sent")


def _form(request: HttpRequest, wish: Wish, said: str = "", status: int = 200) -> HttpResponse:
    context = {"wish": wish, "said": said, "families": FAMILIES.values()}
    return render(request, "articles/newsletter/form.html", context, status=status)


@page()
def sent(request: HttpRequest) -> HttpResponse:
    """A mail is on its way."""
    return render(request, "articles/newsletter/sent.html", {"days": letters.WAITS.days})


@never_cache
@own_forms
@form_methods
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """One button: programs that look at the links of a mail press none."""
    subscriber = _subscriber(token)
    if subscriber is None:
        return _unknown(request)
    if request.method == "POST":
        letters.confirm(subscriber)
    if subscriber.confirmed_at:
        return redirect("newsletter-choices", token)
    return render(request, "articles/newsletter/confirm.html", {"subscriber": subscriber})


@never_cache
@own_forms
@form_methods
def choices(request: HttpRequest, token: str) -> HttpResponse:
    """Which draws a confirmed reader hears of."""
    subscriber = _subscriber(token)
    if subscriber is None or subscriber.confirmed_at is None:
        return _unknown(request)
    if request.method == "POST":
        letters.choose(subscriber, letters.families_in(request.POST))
    context = {
        "subscriber": subscriber,
        "families": FAMILIES.values(),
        "is_saved": request.method == "POST",
    }
    return render(request, "articles/newsletter/choices.html", context)


@never_cache
@own_forms
@form_methods
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """One button, or one click in the reader's mail program (RFC 8058), and the address is gone."""
    subscriber = _subscriber(token)
    if subscriber is None or request.method == "POST":
        if subscriber is not None:
            letters.leave(subscriber)
        return render(request, "articles/newsletter/gone.html")
    return render(request, "articles/newsletter/leave.html", {"subscriber": subscriber})


def _subscriber(token: str) -> Subscriber | None:
    # No token has a NUL in it, and PostgreSQL would refuse to look for one.
    return None if "\x00" in token else Subscriber.objects.filter(token=token).first()


def _unknown(request: HttpRequest) -> HttpResponse:
    return render(request, "articles/newsletter/unknown.html", status=404)
