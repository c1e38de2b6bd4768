"""Before Django: what is sent again from memory, to whom, and what never is."""

import threading

import pytest

from publish.front import Front
from publish.pages import SHOWN, Shown
from publish.watch import Watch

PAGE = {
    "Content-Type": "text/html; charset=utf-8",
    "ETag": 'W/"1-abc"',
    "Last-Modified": "Sun, 22 Nov 2026 14:00:00 GMT",
    "Cache-Control": "public, max-age=0, must-revalidate",
    "Vary": "Accept-Encoding",
}


class Behind:
    """A site that says how often it was asked; `headers` beside those of a page."""

    def __init__(self, *params: str, status: str = "200 OK", **headers: str) -> None:
        self.asked, self.closed, self.edition = 0, 0, 1
        self.params, self.status = frozenset(params), status
        self.headers = PAGE | {name.replace("_", "-"): value for name, value in headers.items()}
        self.is_a_page = True
        self.is_gone = False

    def __call__(self, environ, start_response):
        self.asked += 1
        if self.is_a_page:
            environ[SHOWN] = Shown(self.edition, self.params)
        start_response(self.status, list(self.headers.items()))
        return Pieces(self)

    def close(self) -> None:
        self.closed += 1

    def watch(self) -> Watch:
        return Watch(lambda: Editions(self), 0.0)

    def front(self, size: int = 1_000_000) -> Front:
        return Front(self, size=size, seen_by=self.watch())


class Editions:
    def __init__(self, site: Behind) -> None:
        self._site = site

    def __call__(self) -> int:
        if self._site.is_gone:
            raise OSError("connection refused")
        return self._site.edition

    def close(self) -> None:
        pass


class Pieces:
    def __init__(self, site: Behind) -> None:
        self._pieces = iter([b"page ", str(site.asked).encode()])
        self.close = site.close

    def __iter__(self):
        return self._pieces


def ask(front: Front, address: str = "/draws/", method: str = "GET", **headers: str):
    """Status, headers and body."""
    path, _mark, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "wsgi.url_scheme": "http",
        "HTTP_HOST": "localhost",
        **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
    }
    begun = []
    pieces = front(environ, lambda *said: begun.append(said))
    body = b"".join(pieces)
    if close := getattr(pieces, "close", None):
        close()
    return begun[-1][0], dict(begun[-1][1]), body


def test_it_sends_again_what_it_sent_with_every_header():
    site = Behind(content_encoding="br")
    front = site.front()
    first, second = ask(front), ask(front)
    assert first == second
    assert (second[2], site.asked, site.closed) == (b"page 1", 1, 1)


def test_head_has_the_same_headers_and_no_body():
    site = Behind()
    front = site.front()
    status, headers, _body = ask(front)
    assert ask(front, method="HEAD") == (status, headers, b"")
    assert site.asked == 1


@pytest.mark.parametrize(
    "condition",
    [
        {"if_none_match": 'W/"1-abc"'},
        {"if_none_match": '"other", "1-abc"'},
        {"if_none_match": "*"},
        {"if_modified_since": "Sun, 22 Nov 2026 14:00:00 GMT"},
        {"if_none_match": '"1-abc"', "if_modified_since": "Sun, 22 Nov 2020 14:00:00 GMT"},
    ],
)
def test_it_says_not_modified_without_what_belongs_to_a_body(condition):
    site = Behind(content_length="6")
    front = site.front()
    ask(front)
    status, headers, body = ask(front, **condition)
    assert (status, body, site.asked) == ("304 Not Modified", b"", 1)
    assert headers == {name: PAGE[name] for name in PAGE if name != "Content-Type"}


@pytest.mark.parametrize(
    "condition",
    [
        {"if_none_match": '"other"'},
        {"if_none_match": '"other"', "if_modified_since": "Sun, 22 Nov 2026 14:00:00 GMT"},
        {"if_modified_since": "Sun, 22 Nov 2026 13:59:59 GMT"},
        {"if_modified_since": "yesterday"},
    ],
)
def test_it_sends_the_whole_page_to_whom_it_changed_for(condition):
    front = Behind().front()
    ask(front)
    assert ask(front, **condition)[::2] == ("200 OK", b"page 1")


def test_a_new_edition_is_asked_for_at_the_next_request():
    site = Behind()
    front = site.front()
    ask(front)
    site.edition = 2
    assert ask(front)[2] == b"page 2"
    assert ask(front)[2] == b"page 2"


@pytest.mark.parametrize(
    "other",
    [
        {"address": "/fr/draws/"},
        {"accept_encoding": "br"},
        {"accept_encoding": "gzip"},
        {"host": "127.0.0.1"},
        {"address": "/draws.rss", "accept": "text/html,*/*"},
    ],
)
def test_what_decides_an_answer_is_kept_apart(other):
    front = Behind().front()
    ask(front)
    ask(front, "/draws.rss")
    assert ask(front, **other)[2] == b"page 3"
    assert ask(front, **other)[2] == b"page 3"


def test_the_scheme_that_a_proxy_names_counts_where_settings_trust_it(settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    front = Behind().front()
    assert ask(front, x_forwarded_proto="http")[2] == b"page 1"
    assert ask(front, x_forwarded_proto="https")[2] == b"page 2"
    assert ask(front, x_forwarded_proto="https")[2] == b"page 2"


def test_parameters_that_the_page_does_not_read_make_no_page():
    site = Behind("family")
    front = site.front()
    ask(front)
    assert ask(front, "/draws/?fbclid=1&utm_source=x")[2] == b"page 1"
    assert ask(front, "/draws/?family=cec")[2] == b"page 2"
    assert ask(front, "/draws/?utm_source=x&family=pnp&family=cec")[2] == b"page 2"
    for number in range(50):
        ask(front, f"/draws/?x={number}")
    assert site.asked == 2
    ask(front, "/draws/?" + "x" * 2000)
    ask(front, "/draws/?" + "&".join(f"x{number}=" for number in range(200)))
    assert site.asked == 4


@pytest.mark.parametrize(
    "site",
    [
        Behind(status="404 Not Found"),
        Behind(Set_Cookie="sessionid=secret"),
        Behind(Vary="Accept-Encoding, Cookie"),
        Behind(Cache_Control="private, no-store"),
        Behind(RateLimit='"reads";r=599;t=60'),
        Behind(X_Of_Somebody="1"),
    ],
)
def test_what_may_be_of_one_visitor_is_never_held(site):
    front = site.front()
    assert [ask(front)[2] for _turn in range(2)] == [b"page 1", b"page 2"]
    assert site.closed == 2


def test_what_no_page_view_sent_is_never_held():
    site = Behind()
    site.is_a_page = False
    front = site.front()
    assert [ask(front)[2] for _turn in range(2)] == [b"page 1", b"page 2"]


@pytest.mark.parametrize("header", ["range", "if_match", "if_unmodified_since"])
def test_rare_conditions_are_left_to_django(header):
    front = Behind().front()
    ask(front)
    assert ask(front, **{header: "x"})[2] == b"page 2"
    assert ask(front)[2] == b"page 1"


def test_forms_are_never_answered_from_memory():
    front = Behind().front()
    ask(front)
    assert ask(front, method="POST")[2] == b"page 2"
    assert ask(front)[2] == b"page 1"


def test_it_stays_within_its_memory():
    site = Behind()
    front = site.front(size=100_000)
    for number in range(200):
        ask(front, f"/draws/{number}/")
    assert front._memory.size <= 100_000
    assert ask(front, "/draws/199/")[2] == b"page 200"
    assert ask(front, "/draws/0/")[2] == b"page 201"


def test_what_is_asked_for_stays_and_the_longest_unasked_goes():
    site = Behind()
    front = site.front(size=100_000)
    for number in range(100):
        ask(front, f"/draws/{number}/")
        ask(front, "/")
    assert ask(front, "/")[2] == b"page 2"


def test_a_large_answer_does_not_empty_the_memory():
    site = Behind()
    front = site.front(size=20_000)
    assert [ask(front)[2] for _turn in range(2)] == [b"page 1", b"page 2"]
    assert front._memory.size == 0


def test_it_goes_on_while_the_database_is_away_and_says_since_when():
    site = Behind()
    front = site.front()
    fresh = ask(front)[1]
    assert "Age" not in fresh
    site.is_gone = True
    status, headers, body = ask(front)
    while "Age" not in headers:
        status, headers, body = ask(front)
    assert (status, body) == ("200 OK", b"page 1")
    assert headers["Cutline-Stale"].startswith('since="20')
    status, headers, body = ask(front, if_none_match=PAGE["ETag"])
    assert (status, body) == ("304 Not Modified", b"")
    assert int(headers["Age"]) >= 0


def test_a_page_of_an_older_edition_is_better_than_sorry():
    site = Behind()
    front = site.front()
    ask(front)
    site.edition = 2
    ask(front, "/fr/draws/")
    site.is_gone, site.status, site.is_a_page = True, "503 Service Unavailable", False
    while not front._watch.seen().is_away:
        pass
    status, headers, body = ask(front)
    assert (status, body) == ("200 OK", b"page 1")
    assert "Cutline-Stale" in headers
    assert ask(front, "/never/")[0] == "503 Service Unavailable"


def test_many_threads_are_answered_alike():
    site = Behind()
    front = site.front()
    ask(front)
    bodies: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: bodies.extend(ask(front)[2] for _turn in range(50)))
        for _thread in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (set(bodies), len(bodies), site.asked) == ({b"page 1"}, 400, 1)
