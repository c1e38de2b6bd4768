"""Uploaded files, whole and in part, as players and caches ask for them."""

import pytest
from django.http import Http404
from django.middleware.gzip import GZipMiddleware
from django.test import RequestFactory

from publish.media import media

SOUND = bytes(range(256)) * 600


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    (settings.MEDIA_ROOT / "podcast").mkdir(parents=True)
    (settings.MEDIA_ROOT / "podcast" / "one.mp3").write_bytes(SOUND)
    (tmp_path / "secret_key").write_text("x")


def ask(path: str = "podcast/one.mp3", *, method: str = "get", **headers: str):
    served = GZipMiddleware(lambda request: media(request, path))
    request = getattr(RequestFactory(), method)(f"/media/{path}", headers=headers)
    return served(request)


def bytes_of(response) -> bytes:
    return bytes(response.getvalue() if response.streaming else response.content)


def test_it_sends_a_file_whole():
    response = ask(**{"Accept-Encoding": "gzip"})
    assert (response.status_code, bytes_of(response)) == (200, SOUND)
    assert response.headers["Content-Type"] == "audio/mpeg"
    assert response.headers["Content-Length"] == str(len(SOUND))
    assert response.headers["Accept-Ranges"] == "bytes"
    assert "Content-Encoding" not in response.headers


@pytest.mark.parametrize(
    ("asked", "part", "range_"),
    [
        ("bytes=0-0", SOUND[:1], "bytes 0-0/153600"),
        ("bytes=100-70000", SOUND[100:70001], "bytes 100-70000/153600"),
        ("bytes=153599-", SOUND[-1:], "bytes 153599-153599/153600"),
        ("bytes=100-999999", SOUND[100:], "bytes 100-153599/153600"),
        ("bytes=-10", SOUND[-10:], "bytes 153590-153599/153600"),
    ],
)
def test_it_sends_the_part_that_was_asked_for(asked, part, range_):
    response = ask(Range=asked, **{"Accept-Encoding": "gzip"})
    assert (response.status_code, bytes_of(response)) == (206, part)
    assert response.headers["Content-Range"] == range_
    assert response.headers["Content-Length"] == str(len(part))


@pytest.mark.parametrize("asked", ["bytes=153600-", "bytes=999999-1000000", "bytes=-0"])
def test_it_refuses_a_part_outside_the_file(asked):
    response = ask(Range=asked)
    assert response.status_code == 416
    assert response.headers["Content-Range"] == "bytes */153600"


@pytest.mark.parametrize("asked", ["bytes=", "bytes=9-1", "bytes=0-1,5-6", "items=0-1", "bytes=٣-"])
def test_it_sends_everything_where_the_range_makes_no_sense(asked):
    assert (ask(Range=asked).status_code, bytes_of(ask(Range=asked))) == (200, SOUND)


def test_it_sends_a_part_only_of_the_file_that_the_client_began_with():
    tag = ask().headers["ETag"]
    assert ask(Range="bytes=5-", **{"If-Range": tag}).status_code == 206
    assert ask(Range="bytes=5-", **{"If-Range": '"other"'}).status_code == 200


def test_it_answers_not_modified():
    first = ask()
    for condition in (
        {"If-None-Match": first.headers["ETag"]},
        {"If-Modified-Since": first.headers["Last-Modified"]},
    ):
        again = ask(**condition)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]


def test_it_answers_head_without_the_file():
    response = ask(method="head")
    assert (response.status_code, bytes_of(response)) == (200, b"")
    assert response.headers["Content-Length"] == str(len(SOUND))


@pytest.mark.parametrize(
    "path", ["nothing.mp3", "podcast", "", "../secret_key", "/etc/passwd", "a\x00b"]
)
def test_it_serves_nothing_else(path):
    with pytest.raises(Http404):
        ask(path)


def test_it_takes_no_writes():
    assert ask(method="post").status_code == 405
