"""The addresses of the app's pages, for tests that need no page."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def nothing(request: HttpRequest, slug: str, day: str) -> HttpResponse:
    return HttpResponse()


urlpatterns = [
    path("pnp/", include(([path("<slug:slug>/<str:day>/", nothing, name="event")], "pnp"))),
]
