"""The whole site behind `publish.front`: what readers ask for most comes without Django."""

import io
from collections.abc import Iterator

import pytest
from django.core.wsgi import get_wsgi_application

from publish import editions
from publish.front import Front
from publish.watch import watch

pytestmark = pytest.mark.django_db(transaction=True)


def ask(front, address: str, **headers: str):
    begun = []
    path, _mark, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "HTTP_HOST": "localhost",
        **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
    }
    pieces = front(environ, lambda *said: begun.append(said))
    body = b"".join(pieces)
    if close := getattr(pieces, "close", None):
        close()
    return begun[-1][0], dict(begun[-1][1]), body


class Django:
    """The site, counting what reaches it."""

    def __init__(self) -> None:
        self.asked = 0
        self._site = get_wsgi_application()

    def __call__(self, environ, start_response):
        self.asked += 1
        return self._site(environ, start_response)


@pytest.fixture
def django() -> Iterator[Django]:
    editions.advance("something")
    yield Django()
    watch.stop()


OWN = "/api/v1/draws /tools/crs/ /tools/crs/?age=30 /search/?q=cec /status/ /no/"
MOST = "/ /fr/ /draws/ /draws/cec/ /draws/pool/ /pnp/ /news/ /draws.rss /draws.csv /draws.json"


def test_what_readers_ask_for_most_is_sent_again_without_django(django):
    front = Front(django)
    browser = {"accept_encoding": "gzip, deflate, br", "accept": "text/html"}
    for number, address in enumerate(MOST.split(), start=1):
        first = ask(front, address, **browser)
        again = ask(front, address, **browser, cookie="sessionid=somebody; csrftoken=x")
        assert (first, django.asked) == (again, number), address
        unchanged = ask(front, address, **browser, if_none_match=first[1]["ETag"])
        assert (unchanged[0], unchanged[2]) == ("304 Not Modified", b""), address
        assert django.asked == number, address


def test_what_is_for_one_visitor_or_changes_by_itself_goes_to_django(django):
    front = Front(django)
    for number, address in enumerate(OWN.split(), start=1):
        for _turn in range(2):
            ask(front, address)
        assert django.asked == 2 * number, address


def test_a_commit_is_visible_at_the_next_request(django):
    front = Front(django)
    tags = set()
    for _turn in range(5):
        tags.add(ask(front, "/draws/")[1]["ETag"])
        editions.advance("something")
    assert len(tags) == 5


def test_filters_are_read_and_the_rest_of_a_query_is_not(django):
    front = Front(django)
    plain = ask(front, "/draws/")
    assert ask(front, "/draws/?fbclid=1") == plain
    assert ask(front, "/draws/?family=cec&fbclid=1")[2] != plain[2]
    assert django.asked == 2


def test_it_holds_nothing_for_the_name_of_a_host_without_end(django):
    front = Front(django)
    for _turn in range(2):
        ask(front, "/draws/pool/", host=f"localhost:{'1' * 2000}")
    assert django.asked == 2
    assert front._memory.size == 0
