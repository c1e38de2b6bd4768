"""The addresses of the API. The same tree stands under /fr/: its documentation is in French."""

from django.urls import path

from config.api import api
from config.api.docs import docs
from config.api.door import opened

_patterns, _app, _namespace = api.urls
urlpatterns = [
    path("api/v1/docs", docs, name="api-docs"),
    path("api/v1/", (opened(_patterns), _app, _namespace)),
]
