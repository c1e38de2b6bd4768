"""The addresses of the tools."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from crs.pages import asked_profile, asked_score
from crs.pages.answers import invited_answer, score_answer, wordings
from crs.pages.fields import asked
from crs.pages.served import tool
from crs.rules import Announced, in_force, last_known
from publish.pages import page

Typed = Mapping[str, str] | None


@page()
def index(request: HttpRequest) -> HttpResponse:
    """All tools."""
    return render(request, "tools/index.html")


@tool(*asked_profile.NAMES)
def invited(request: HttpRequest, typed: Typed, now: dt.datetime) -> HttpResponse:
    """Every draw since 2015 for one profile."""
    read = asked_profile.read_profile(typed, now.date()) if typed is not None else None
    errors = read.errors if read else {}
    context: dict[str, Any] = {
        "form": asked(asked_profile.GROUPS, typed or {}, errors),
        "errors": errors,
        "typed": typed,
        "today": now.date(),
    }
    if read and read.person:
        context |= invited_answer(read.person, now)
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
        "query": urlencode(typed or {}, safe=":"),
        "rules": rules,
        "used": last_known(now.date()),
        "announced": rules if isinstance(rules, Announced) else None,
    }
    if read and read.score:
        context |= score_answer(read, now)
    return render(request, "tools/crs.html", context)
