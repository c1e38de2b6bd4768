"""The addresses of the tools."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext

from crs.occupations import occupations as known_occupations
from crs.pages import asked_eligibility, asked_profile, asked_score
from crs.pages.answers import invited_answer, score_answer, wordings
from crs.pages.fields import asked
from crs.pages.lists import lists, with_words
from crs.pages.served import tool
from crs.pages.words import title_of
from crs.rules import Announced, in_force, last_known
from publish.pages import page

Typed = Mapping[str, str] | None


@page()
def index(request: HttpRequest) -> HttpResponse:
    """All tools."""
    return render(request, "tools/index.html")


# What another tool hands over: the form begins with it, and nothing is answered yet.
GIVEN = "crs"
# Which list of draws an answer shows, and which page of it.
SHOWN = ("of", "page")


@tool(*asked_profile.NAMES, GIVEN, *SHOWN)
def invited(request: HttpRequest, typed: Typed, now: dt.datetime) -> HttpResponse:
    """Every draw since 2015 for one profile."""
    shown = {name: (typed or {}).get(name, "") for name in SHOWN}
    if typed is not None and not (typed and set(typed) <= set(SHOWN)):
        typed = {name: text for name, text in typed.items() if name not in SHOWN}
    else:
        typed = None
    if typed and set(typed) == {GIVEN}:
        typed, read = {"score": typed[GIVEN]}, None
    else:
        read = asked_profile.read_profile(typed, now.date()) if typed is not None else None
    errors = read.errors if read else {}
    context: dict[str, Any] = {
        "form": asked(asked_profile.GROUPS, typed or {}, errors),
        "errors": errors,
        "typed": typed,
        "structured": _application(gettext("Would I have been invited?"), "tools:invited"),
    }
    if read and read.person:
        listed = shown["of"] or "possible"
        context |= invited_answer(read.person, now, typed or {}, listed, shown["page"])
    return render(request, "tools/invited.html", context)


@tool(*asked_score.NAMES)
def calculator(request: HttpRequest, typed: Typed, now: dt.datetime) -> HttpResponse:
    """A score with the rule behind each number."""
    read = asked_score.read_score(typed, now.date()) if typed is not None else None
    errors = read.errors if read else {}
    rules = in_force(now.date())
    context: dict[str, Any] = {
        "form": asked(asked_score.GROUPS, typed or {}, errors),
        "errors": errors,
        "typed": typed,
        "wordings": wordings(),
        "carried": _carried(typed or {}, asked_eligibility.NAMES),
        "structured": _application(gettext("CRS calculator"), "tools:crs"),
        "rules": rules,
        "used": last_known(now.date()),
        "announced": rules if isinstance(rules, Announced) else None,
    }
    if read and read.score:
        context |= score_answer(read, now)
    return render(request, "tools/crs.html", context)


@tool(*asked_eligibility.NAMES)
def eligibility(request: HttpRequest, typed: Typed, now: dt.datetime) -> HttpResponse:
    """Programs and categories: yes, no, or what is missing."""
    read = asked_eligibility.read_eligibility(typed, now.date()) if typed is not None else None
    errors = read.errors if read else {}
    offers = read.offers if read else {}
    context: dict[str, Any] = {
        "form": asked(asked_eligibility.GROUPS, typed or {}, errors, offers),
        "errors": errors,
        "typed": typed,
        "wordings": wordings(),
        "occupations": _titles(),
        "structured": _application(gettext("Program eligibility"), "tools:eligibility"),
        "answer": read.found if read else None,
    }
    return render(request, "tools/eligibility.html", context)


@tool("q")
def occupations(request: HttpRequest, typed: Typed, now: dt.datetime) -> HttpResponse:
    """The dated lists of the categories, and a search in them by code or words."""
    words = (typed or {}).get("q", "")
    context = {
        "words": words,
        "typed": typed,
        "rows": with_words(words, now.date()) if words else None,
        "lists": lists(now.date()),
    }
    return render(request, "tools/occupations.html", context)


def _application(name: object, route: str) -> dict[str, object]:
    """A tool as search engines know it."""
    return {
        "@type": "WebApplication",
        "name": str(name),
        "url": settings.SITE_URL + reverse(route),
        "applicationCategory": "UtilitiesApplication",
        "operatingSystem": "Any",
        "isAccessibleForFree": True,
        "inLanguage": get_language() or "en",
    }


def _titles() -> list[tuple[str, str, str]]:
    """Code, title and its language of every occupation of every list."""
    return [(each.noc, *title_of(each)) for each in known_occupations().values()]


def _carried(typed: Mapping[str, str], names: Iterable[str]) -> str:
    """The answers that another tool asks for, too. A job offer is another question there."""
    shared = {name: typed[name] for name in names if name in typed and name != "offer"}
    return urlencode(shared, safe=":")
