from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from publish import editions
from publish.pages import moment_of, page

pytestmark = pytest.mark.django_db


class Counted:
    """A view that says how often it was rendered."""

    def __init__(self, status: int = 200) -> None:
        self.times = 0
        self.status = status

    def __call__(self, request, *args, **kwargs):
        self.times += 1
        text = f"{self.times} {request.GET.urlencode()}"
        return HttpResponse(text, status=self.status)


def ask(view, address="/draws/", **headers):
    served = page(params=["family", "year"])(view)
    return served(RequestFactory().get(address, headers=headers))


def test_it_renders_once_per_edition():
    view = Counted()
    assert ask(view).content == ask(view).content == b"1 "
    editions.advance("something changed")
    assert ask(view).content == b"2 "
    assert ask(view).content == b"2 "


def test_it_keeps_the_headers_of_a_page():
    def view(request: HttpRequest) -> HttpResponse:
        headers = {"Content-Type": "text/csv", "Access-Control-Allow-Origin": "*"}
        return HttpResponse("a,b", headers=headers)

    for answer in (ask(view), ask(view)):
        assert answer.headers["Content-Type"] == "text/csv"
        assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_it_keeps_addresses_apart():
    view = Counted()
    ask(view, "/draws/?family=cec")
    assert ask(view, "/draws/?family=pnp").content == b"2 family=pnp"
    assert ask(view, "/fr/draws/?family=pnp").content == b"3 family=pnp"


def test_it_drops_parameters_that_the_view_does_not_read():
    view = Counted()
    ask(view, "/draws/?family=cec&year=2026")
    again = ask(view, "/draws/?utm_source=x&year=2026&family=old&family=cec")
    assert again.content == b"1 family=cec&year=2026"


@pytest.mark.parametrize("blanks", ["family=&year=2026", "family=%20%20&year=2026", "year=2026"])
def test_it_keeps_no_page_of_its_own_for_blank_parameters(blanks):
    view = Counted()
    ask(view, "/draws/?year=2026")
    assert ask(view, f"/draws/?{blanks}").content == b"1 year=2026"


def test_it_says_on_not_modified_what_the_page_varies_by():
    view = Counted()
    tag = ask(view).headers["ETag"]
    for condition in ({"If-None-Match": tag}, {"If-None-Match": "*"}):
        answer = ask(view, **condition)
        assert (answer.status_code, answer.headers["Vary"]) == (304, "Accept-Encoding")


def test_it_answers_not_modified_without_rendering_or_reading_the_cache(
    django_assert_num_queries, settings
):
    view = Counted()
    tag = ask(view).headers["ETag"]
    settings.CACHES = {"default": {"BACKEND": "no.such.cache"}}
    with django_assert_num_queries(1):
        answer = ask(view, **{"If-None-Match": tag})
    assert (answer.status_code, answer.content, view.times) == (304, b"", 1)
    assert answer.headers["ETag"] == tag


def test_it_knows_its_tag_when_a_proxy_took_the_mark_of_weakness_away():
    view = Counted()
    tag = ask(view).headers["ETag"].removeprefix("W/")
    cache.clear()
    answer = ask(view, **{"If-None-Match": f'"other", {tag}'})
    assert (answer.status_code, view.times) == (304, 1)


def test_it_gives_a_new_tag_to_a_new_edition_and_to_another_address():
    view = Counted()
    first = ask(view).headers["ETag"]
    assert ask(view, "/fr/draws/").headers["ETag"] != first
    editions.advance("something changed")
    answer = ask(view, **{"If-None-Match": first})
    assert answer.status_code == 200
    assert answer.headers["ETag"] != first


def test_it_gives_a_new_tag_to_a_new_build(settings):
    view = Counted()
    first = ask(view).headers["ETag"]
    settings.BUILD = "another"
    assert ask(view, **{"If-None-Match": first}).content == b"2 "


def test_it_answers_if_modified_since():
    view = Counted()
    modified = ask(view).headers["Last-Modified"]
    assert ask(view, **{"If-Modified-Since": modified}).status_code == 304
    editions.advance("something changed")
    assert ask(view, **{"If-Modified-Since": modified}).status_code == 200


def test_it_neither_keeps_nor_tags_what_is_not_a_page():
    view = Counted(status=404)
    assert "ETag" not in ask(view).headers
    ask(view)
    assert view.times == 2
    assert ask(view, **{"If-None-Match": "*"}).status_code == 404


def test_it_refuses_to_write():
    answer = page()(Counted())(RequestFactory().post("/draws/"))
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_it_renders_again_when_a_moment_that_it_shows_has_moved_on():
    shown = [datetime(2040, 11, 22, 14, tzinfo=UTC)]

    def view(request, slug):
        return HttpResponse(f"{slug} {moment_of(request):%H}")

    served = page(moment=lambda request, slug: shown[0])(view)
    first = served(RequestFactory().get("/pnp/alberta/"), "alberta")
    tag = {"If-None-Match": first.headers["ETag"]}
    same = served(RequestFactory().get("/pnp/alberta/", headers=tag), "alberta")
    shown[0] = datetime(2040, 11, 22, 15, tzinfo=UTC)
    later = served(RequestFactory().get("/pnp/alberta/", headers=tag), "alberta")
    assert (first.getvalue(), same.status_code, later.getvalue()) == (
        b"alberta 14",
        304,
        b"alberta 15",
    )
    assert later.headers["Last-Modified"] == "Thu, 22 Nov 2040 15:00:00 GMT"
