"""What the API answers when it cannot do what was asked: problem details by RFC 9457."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from ninja import Field, NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError

MEDIA_TYPE = "application/problem+json"
# The last part of a problem's address, by status; each has a paragraph in the documentation.
NAMES = {400: "filter", 404: "not-found", 405: "method", 413: "too-large", 422: "value"}
NAMES |= {429: "too-many"}
NAMES |= {500: "ours", 503: "away"}


class Wrong(Schema):
    """One value that cannot be used."""

    name: str = Field(description="The parameter or the path in the body.")
    reason: str = Field(description="What is wrong with it, in one sentence.")


class Problem(Schema):
    """Problem details by RFC 9457."""

    type: str = Field(description="An address that explains this kind of problem.")
    title: str = Field(description="The kind of problem in a few words: the same each time.")
    status: int
    detail: str = Field(description="What is wrong this time.")
    errors: list[Wrong] = Field(default_factory=list, description="Each value that is wrong.")


# What every operation may answer beside its own.
COMMON: dict[int, Any] = {400: Problem, 404: Problem, 422: Problem, 429: Problem}


class BadValues(Exception):
    """Values that cannot be used: (name, reason) of each."""

    def __init__(self, errors: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.errors = list(errors)


class BadBody(BadValues):
    """A body that cannot be used: (path, reason) of each fault."""


def problem(status: int, detail: str, errors: Iterable[tuple[str, str]] = ()) -> HttpResponse:
    """One problem as a response."""
    address = settings.SITE_URL + reverse("api-docs")
    body = {
        "type": f"{address}#problem-{NAMES.get(status, 'other')}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "errors": [{"name": name, "reason": reason} for name, reason in errors],
    }
    return JsonResponse(body, status=status, content_type=MEDIA_TYPE)


def answer_errors_of(api: NinjaAPI) -> None:
    """Give every error of an API this form."""
    api.add_exception_handler(ValidationError, _of_validation)
    api.add_exception_handler(BadBody, _of_body)
    api.add_exception_handler(BadValues, _of_values)
    api.add_exception_handler(Http404, _not_found)
    api.add_exception_handler(HttpError, _of_http)


def _of_validation(request: HttpRequest, error: Any) -> HttpResponse:
    errors = [(_place(entry["loc"]), str(entry["msg"])) for entry in error.errors]
    return problem(422, "A value cannot be used.", errors)


def _of_values(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(400, "A value cannot be used.", error.errors)


def _of_body(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(422, "A value cannot be used.", error.errors)


def _not_found(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(404, "There is nothing at this address.")


def _of_http(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(error.status_code, str(error))


def _place(location: Iterable[object]) -> str:
    """query/limit for what pydantic calls ("query", "limit")."""
    return "/".join(str(part) for part in location)
