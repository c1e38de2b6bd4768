"""Addresses: includes only. The same tree stands at / in English and at /fr/ in French."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("config.machines")),
    path("", include("articles.crawlers.urls")),
    path("", include("articles.embeds.machines")),
    *i18n_patterns(
        path("admin/", include("articles.signin.urls")),
        path("admin/", admin.site.urls),
        path("", include("config.api.urls")),
        path("", include("articles.feeds.urls")),
        path("", include("articles.podcast.urls")),
        path("", include("articles.release.urls")),
        path("", include("articles.urls")),
        path("", include("draws.urls")),
        path("", include("pnp.urls")),
        path("", include("crs.urls")),
        path("", include("articles.embeds.urls")),
        path("", include("ingest.urls")),
        prefix_default_language=False,
    ),
]
