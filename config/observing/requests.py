"""One line of log and one measurement for each request that Django answers."""

import time

import structlog
from django.http import HttpRequest, HttpResponse
from django_structlog.middlewares import RequestMiddleware

from publish.measures import REQUESTS


class Observed(RequestMiddleware):
    """The library's middleware, without what it would note of the visitor."""

    def prepare(self, request: HttpRequest) -> None:
        request.began = time.perf_counter()  # type: ignore[attr-defined]
        super().prepare(request)

    def handle_response(self, request: HttpRequest, response: HttpResponse) -> None:
        seconds = time.perf_counter() - request.began  # type: ignore[attr-defined]
        match = request.resolver_match
        view = match.view_name if match and match.view_name else "none"
        REQUESTS.labels(view, f"{response.status_code // 100}xx").observe(seconds)
        structlog.contextvars.bind_contextvars(duration_ms=round(seconds * 1000, 1), view=view)
        super().handle_response(request, response)

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        """Without the query string, which may hold what a reader typed of themselves, and without
        a token, which would open to whoever reads the log what it opens to its owner."""
        match = request.resolver_match
        path = f"/{match.route}" if match and "token" in match.kwargs else request.path
        return f"{request.method} {path}"
