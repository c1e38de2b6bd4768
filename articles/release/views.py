"""The page of the data, and its files."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from articles.release.making import path_of
from articles.release.tables import TABLES
from articles.release.words import changes_in_words, citation
from publish.cors import open_to_all
from publish.media import media
from publish.models import Release
from publish.pages import page

# A released file never changes.
FOR_EVER = "public, max-age=31536000, immutable"
SHOWN = 20


@page()
def data(request: HttpRequest) -> HttpResponse:
    """What there is to download, what its columns mean, how to cite it, what changed."""
    releases = list(Release.objects.order_by("-edition")[:SHOWN])
    newest = releases[0] if releases else None
    context = {
        "release": newest,
        "tables": [(table, _files_of(newest, table.name)) for table in TABLES],
        "whole": _files_of(newest, "cutline") + _files_of(newest, "datapackage"),
        "releases": [(release, changes_in_words(release)) for release in releases],
        "citation": citation(newest) if newest else "",
    }
    return render(request, "articles/data.html", context)


@open_to_all
def latest(request: HttpRequest, name: str) -> HttpResponseBase:
    """The file of the newest release: a redirect to its own address."""
    release = Release.objects.order_by("-edition").first()
    if release is None or name not in _names(release):
        raise Http404
    address = HttpResponseRedirect(reverse("data-file", args=[release.edition, name]))
    address.headers["Cache-Control"] = "public, max-age=60"
    return address


@open_to_all
def file(request: HttpRequest, edition: int, name: str) -> HttpResponseBase:
    """One file of one release."""
    release = get_object_or_404(Release, edition=edition)
    if name not in _names(release):
        raise Http404
    response = media(request, path_of(edition, name))
    response.headers["Cache-Control"] = FOR_EVER
    return response


def _names(release: Release) -> set[str]:
    return {file["name"] for file in release.files}


def _files_of(release: Release | None, stem: str) -> list[dict[str, object]]:
    files = release.files if release else []
    return [file for file in files if file["name"].rpartition(".")[0] == stem]
