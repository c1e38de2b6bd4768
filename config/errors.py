"""Errors sent to Sentry, where SENTRY_DSN names one. Nothing leaves without that setting."""

from typing import Any

import sentry_sdk
from sentry_sdk.types import Event

# Where a request's event could tell of the person who made it.
_PERSONAL = ("query_string", "cookies", "data", "env", "headers")


def start(dsn: str, build: str, site: str) -> None:
    """Send errors of this process, without anything of the visitor, and no traces."""
    sentry_sdk.init(
        dsn=dsn,
        release=build,
        environment=site,
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
        before_send=without_persons,
        before_breadcrumb=lambda crumb, hint: None,
    )


def without_persons(event: Event, hint: dict[str, Any]) -> Event:
    """The method and the path stay; query strings, cookies, headers and forms do not."""
    request = event.get("request")
    if isinstance(request, dict):
        for name in _PERSONAL:
            request.pop(name, None)
        request["url"] = str(request.get("url", "")).partition("?")[0]
    event.pop("user", None)
    return event
