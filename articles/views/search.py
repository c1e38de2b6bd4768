"""Search: articles, draws, and whatever else articles.search.SOURCES knows."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles import trending
from articles.models import Language, active_language
from articles.search.query import Query
from articles.search.results import find
from articles.throttle import allowed, visitor
from publish.templatetags.languages import path_in

# So many searches of one visitor in an hour count among the trending ones.
COUNTED = 30


@require_safe
@never_cache
def search(request: HttpRequest) -> HttpResponse:
    """Not from the page cache: anybody can think of more queries than there is room for."""
    query = Query.of(request.GET.get("q", ""))
    found = find(query, active_language(), request.GET.dict())
    if found.total and _is_counted(request):
        trending.count(query)
    asked = "?" + urlencode({"q": query.typed}) if query.typed else ""
    context = {
        "query": query,
        "found": found,
        "sides": {code: path_in(request.path, code) + asked for code in Language.values},
    }
    return render(request, "articles/search.html", context)


def _is_counted(request: HttpRequest) -> bool:
    """A reader's own search: no next page, no look ahead of a browser, no endless repetition."""
    if request.method != "GET" or "page" in request.GET or "Sec-Purpose" in request.headers:
        return False
    return allowed("search", visitor(request), most=COUNTED, seconds=3600)
