"""Feeds in browsers: Firefox saves "application/rss+xml" as a file and shows "application/xml"."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

SUFFIXES = (".rss", ".atom")
FEEDS = ("application/rss+xml", "application/atom+xml")
SHOWN = "application/xml; charset=utf-8"


def reads_plain(accepted: str) -> bool:
    """Whether an Accept header is that of a browser."""
    return "text/html" in accepted


class ReadableFeeds:
    """Gives a feed to a browser as plain XML, to everything else as the feed that it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.path.endswith(SUFFIXES):
            # Also on "not modified", which is about one of the two.
            patch_vary_headers(response, ["Accept"])
            is_feed = response.headers.get("Content-Type", "").startswith(FEEDS)
            if is_feed and reads_plain(request.headers.get("Accept", "")):
                response.headers["Content-Type"] = SHOWN
        return response
