"""What every template knows about the site."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """The absolute address of the site and of this page, without its query string; the desk's."""
    return {
        "SITE_URL": settings.SITE_URL,
        "page_url": settings.SITE_URL + request.path,
        "DESK_EMAIL": settings.DESK_EMAIL,
    }
