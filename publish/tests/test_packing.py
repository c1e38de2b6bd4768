import gzip

import brotli
import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory
from django.utils.cache import patch_vary_headers

from publish import editions, packing
from publish.pages import page

LONG = "number,crs\r\n" * 200
BROWSER = "gzip, deflate, br, zstd"
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}


def sent(response, accepted: str = BROWSER, method: str = "get"):
    request = getattr(RequestFactory(), method)("/x", headers={"Accept-Encoding": accepted})
    return packing.Packing(lambda _request: response)(request)


def csv(body: str = LONG, **headers: str) -> HttpResponse:
    return HttpResponse(body, content_type="text/csv", headers=headers)


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        (BROWSER, "br"),
        ("gzip", "gzip"),
        ("GZIP;q=0.5, br;q=0.4", "gzip"),
        ("gzip;q=1.0, br;q=1.0", "br"),
        ("*", "br"),
        ("br;q=0, *;q=0.1", "gzip"),
        ("br;q=0, gzip;q=0", ""),
        ("identity", ""),
        ("gzip;q=0.5, identity;q=1", ""),
        ("", ""),
        ("deflate", ""),
        (";;,q=,br;q=2;x, \x00", ""),
    ],
)
def test_it_chooses_what_the_client_likes_best(accepted, coding):
    assert packing.wanted(accepted) == coding


@pytest.mark.parametrize("coding", packing.CODINGS)
def test_it_packs_text_and_says_so(coding):
    response = sent(csv(ETag='"a"'), coding)
    assert response.headers["Content-Encoding"] == coding
    assert response.headers["Vary"] == "Accept-Encoding"
    assert response.headers["ETag"] == 'W/"a"'
    assert response.headers["Content-Length"] == str(len(response.content))
    assert UNPACK[coding](response.content).decode() == LONG


@pytest.mark.parametrize("coding", packing.CODINGS)
def test_it_packs_a_stream_piece_by_piece(coding):
    pieces = (LONG.encode() for _turn in range(50))
    response = sent(StreamingHttpResponse(pieces, content_type="application/x-ndjson"), coding)
    assert UNPACK[coding](response.getvalue()).decode() == LONG * 50


def test_the_same_bytes_come_out_each_time():
    for coding in packing.CODINGS:
        assert packing.packed(b"a" * 999, coding) == packing.packed(b"a" * 999, coding)


@pytest.mark.parametrize(
    "response",
    [
        csv("short"),
        HttpResponse(LONG, content_type="image/png"),
        HttpResponse(LONG, content_type="application/vnd.apache.parquet"),
        HttpResponse(status=304),
    ],
)
def test_it_leaves_alone_what_gains_nothing(response):
    assert not sent(response).has_header("Content-Encoding")


def test_what_belongs_to_one_visitor_is_left_to_the_gzip_that_hides_its_length():
    private = csv()
    patch_vary_headers(private, ["Cookie"])
    response = sent(private)
    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content).decode() == LONG


def test_svg_and_feeds_are_text():
    for kind in ("image/svg+xml", "application/atom+xml", "application/feed+json", "text/html"):
        assert packing.is_text(HttpResponse(content_type=f"{kind}; charset=utf-8"))


@pytest.mark.django_db
def test_a_page_is_rendered_once_and_packed_once_for_each_coding(monkeypatch):
    times = []

    @page()
    def view(request):
        times.append("rendered")
        return csv()

    whole = packing.packed

    def counted(body: bytes, coding: str) -> bytes:
        times.append(coding)
        return whole(body, coding)

    monkeypatch.setattr(packing, "packed", counted)
    editions.current()
    for accepted in ("br", "gzip", "", "br", "gzip", "br"):
        response = view(RequestFactory().get("/x", headers={"Accept-Encoding": accepted}))
        assert response.headers.get("Content-Encoding", "") == accepted
        plain = UNPACK.get(accepted, bytes)(response.getvalue())
        assert plain.decode() == LONG
        assert sent(response, accepted) is response
    assert times == ["rendered", "br", "gzip"]
    editions.advance("changed")
    assert view(RequestFactory().get("/x")).getvalue().decode() == LONG
    assert times == ["rendered", "br", "gzip", "rendered"]
