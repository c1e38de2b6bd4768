"""What every answer tells browsers: what it may do, and who may use it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Nothing here needs a camera or a place. Passkeys, and copying an address, are for our own pages.
ALLOWED = ("publickey-credentials-create", "publickey-credentials-get", "clipboard-write")
REFUSED = (
    *("accelerometer", "autoplay", "bluetooth", "browsing-topics", "camera", "display-capture"),
    *("encrypted-media", "fullscreen", "geolocation", "gyroscope", "hid", "idle-detection"),
    *("local-fonts", "magnetometer", "microphone", "midi", "payment", "screen-wake-lock"),
    *("serial", "usb", "xr-spatial-tracking"),
)
PERMISSIONS = ", ".join((*(f"{each}=(self)" for each in ALLOWED), *(f"{x}=()" for x in REFUSED)))


class HeadersMiddleware:
    """The first of all, so that files and refusals have them too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", _used_by(request, response))
        return response


def _used_by(request: HttpRequest, response: HttpResponse) -> str:
    """Who may load it as a part of a page: everybody data, pictures and the script of embeds,
    which are there for that; we alone our pages, and everything of the desk."""
    if getattr(request, "is_private", False):
        return "same-origin"
    if getattr(response, "xframe_options_exempt", False):
        return "cross-origin"
    kind = response.headers.get("Content-Type", "text/html")
    return "same-origin" if kind.startswith("text/html") else "cross-origin"
