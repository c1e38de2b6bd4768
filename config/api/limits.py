"""How often one visitor may ask the API, said in the headers of each answer."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from articles.throttle import times, visitor
from config.api.problems import problem

WINDOW = 60  # seconds


def limited(name: str, most: int) -> Callable[..., Any]:
    """At most so many answers a minute to one visitor; headers by the IETF draft on RateLimit."""

    def decorate(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def served(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            used, ends_in = times(f"api-{name}", visitor(request), WINDOW)
            if used > most:
                detail = f"Ask again in {ends_in} seconds: at most {most} requests a minute."
                response: HttpResponseBase = problem(429, detail)
                response.headers["Retry-After"] = str(ends_in)
            else:
                response = view(request, *args, **kwargs)
            left = max(most - used, 0)
            response.headers["RateLimit-Policy"] = f'"{name}";q={most};w={WINDOW}'
            response.headers["RateLimit"] = f'"{name}";r={left};t={ends_in}'
            return response

        return served

    return decorate
