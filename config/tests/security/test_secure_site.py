"""A public site from outside: Observatory’s marks, cookies, hostile requests, and its log."""

import json
import re
from collections.abc import Iterator

import pytest

from config.tests.browser.pages import KINDS, LANGUAGES, PAGES, STATES, address
from config.tests.security.observatory import Parts, Scan, directives, scan
from config.tests.security.secure import HOST, Answer, Secure, secure

FILES = (
    *("/draws.csv", "/draws/cec.rss", "/news.atom", "/pnp/alberta.json", "/draws.ndjson"),
    *("/feeds.opml", "/sitemap.xml", "/robots.txt", "/api/v1/draws", "/api/v1/openapi.json"),
    *("/oembed?url=https://cutline.example/draws/396/", "/static/js/embed.js", "/logo.png"),
    *("/static/css/base.css", "/healthz", "/readyz", "/podcast.rss", "/api/v1/nothing"),
)
MORE_PAGES = ("/api/v1/docs", "/data/", "/rules/", "/embed/", "/privacy/", "/preview/guess/")
# What anybody on the internet sends in the hope that something gives.
PARAMS = (
    *("family", "year", "score", "q", "page", "as_of", "limit", "age", "noc1", "from1", "url"),
    *("next", "date", "time", "province", "format", "s", "e", "o", "p", "cursor", "since"),
)
ASKED = (
    *("/draws/", "/draws.csv", "/pnp/", "/search/", "/news/", "/tools/invited/", "/tools/crs/"),
    *("/tools/eligibility/", "/tools/eligibility/occupations/", "/api/v1/draws", "/oembed"),
    *("/embed/draws/", "/admin/login/", "/api/v1/search", "/newsletter/", "/corrections/"),
)
FORM = "application/x-www-form-urlencoded"
NASTY = (
    *("%00", "a%00b", "%ff%fe", "%ED%A0%80", "'%22%3E%3Cscript%3E", "..%2f..%2fetc%2fpasswd"),
    *("9" * 400, "-1", "1e999", "NaN", "%0d%0aSet-Cookie:x=y", "{{7*7}}", "${jndi:ldap://x}"),
    *("A" * 6000, "%F0%9F%92%A9" * 300, "(" * 400, "+OR+1=1--", "2026-99-99", "[]", "%C2%A0"),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secure]:
    with secure(tmp_path_factory.mktemp("secure")) as site:
        yield site


@pytest.fixture(scope="module")
def administrator(site: Secure) -> tuple[str, list[str]]:
    return site.administrator()


def scanned(site: Secure, path: str, answer: Answer) -> Scan:
    plain = site.ask(path, X_Forwarded_Proto="http")
    over_http = (plain.status, plain.headers.get("location", ""))
    return scan(answer.headers, answer.cookies, answer.text, over_http=over_http)


def faults_of(answer: Answer) -> list[str]:
    """What its own policy would stop in the page, and what the policy lets through."""
    parts, policy = Parts.of(answer.text), answer.headers["content-security-policy"]
    allowed = directives(policy)["script-src"]
    nonces = [each for each in parts.nonces if f"'nonce-{each}'" not in allowed]
    loose = [each for each in ("unsafe-inline", "unsafe-eval", "http:") if each in policy]
    return parts.inline + nonces + loose


def test_every_kind_of_page_has_observatorys_best_mark(site: Secure) -> None:
    # The states of a kind are made of the same parts: one language each, by turns.
    both = [address(name, language) for name in KINDS for language in LANGUAGES]
    once = [address(name, list(LANGUAGES)[turn % 2]) for turn, name in enumerate(sorted(STATES))]
    for path in [*both, *once, *MORE_PAGES]:
        answer = site.ask(path)
        assert answer.status in (200, 404), path
        found = scanned(site, path, answer)
        if "/embed/dr" in path:  # it is there to be framed by others
            assert found.points.pop("x-frame-options-not-implemented") == -20, path
        assert found.grade == "A+", (path, found.points)
        assert faults_of(answer) == [], path
        assert answer.cookies == {}, path


def test_every_page_of_the_desk_has_it_too(
    site: Secure, administrator: tuple[str, list[str]]
) -> None:
    cookie, pages = administrator
    account = ("login/", "password_change/", "account/factors/", "account/reauthenticate/")
    for path in [*pages, *(f"/admin/{each}" for each in account), "/fr/admin/login/"]:
        answer = site.ask(path, Cookie=cookie)
        assert answer.status in (200, 302, 403), path
        if answer.status == 302:
            assert path in ("/admin/login/", "/fr/admin/login/") or "/add/" in path, path
            continue
        found = scanned(site, path, answer)
        assert found.grade == "A+", (path, found.points)
        assert faults_of(answer) == [], path
        if "jsi18n" not in path:
            assert "no-store" in answer.headers["cache-control"], path
        assert answer.headers["cross-origin-resource-policy"] == "same-origin", path
        assert "access-control-allow-origin" not in answer.headers, path


def test_every_answer_says_what_browsers_may_do_and_not_what_it_runs_on(site: Secure) -> None:
    for path in (*FILES, "/", "/admin/", "/nothing/", "/static/nothing.js", "/media/nothing.png"):
        headers = site.ask(path).headers
        assert headers["x-content-type-options"] == "nosniff", path
        assert "max-age=31536000" in headers["strict-transport-security"], path
        assert "camera=()" in headers["permissions-policy"], path
        assert "cross-origin-resource-policy" in headers, path
        assert "referrer-policy" in headers, path
        assert not {"x-powered-by", "x-aspnet-version", "via"} & headers.keys(), path
        assert not re.search(r"\d", headers.get("server", "")), path


def test_readers_get_no_cookie_whatever_they_send(site: Secure) -> None:
    sent = "__Host-session=x; __Host-csrf=y; sessionid=z; messages=w; django_language=fr"
    for path in (*FILES, *(address(name) for name in PAGES), "/search/?q=%00", "/nothing/"):
        answer = site.ask(path, Cookie=sent)
        assert answer.cookies == {}, path
        assert "cookie" not in answer.headers.get("vary", "").lower(), path


def test_the_cookies_of_the_desk_are_of_this_host_alone(site: Secure) -> None:
    page = site.ask("/admin/login/")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)
    assert token
    (csrf,) = page.cookies.values()
    for cookie in page.cookies.values():
        assert cookie.key.startswith("__Host-")
        assert cookie["secure"]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert cookie["path"] == "/"
        assert not cookie["domain"]
    sent = f"csrfmiddlewaretoken={token[1]}&username=sue&password=wrong".encode()
    form = {"Content_Type": FORM, "Cookie": f"{csrf.key}={csrf.value}"}
    assert site.ask("/admin/login/", "POST", sent, Referer=f"https://{HOST}/", **form).status == 200
    for lie in ({"Origin": "https://evil.example"}, {"Referer": "https://evil.example/"}):
        assert site.ask("/admin/login/", "POST", sent, **form, **lie).status == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "cutline.example.evil.example", "", "a b", "x:99999"]
)
def test_no_other_host_is_answered_nor_repeated(site: Secure, host: str) -> None:
    for path in ("/", "/admin/", "/draws.rss", "/nothing/", "/static/nothing.css"):
        answer = site.ask(path, Host=host)
        assert answer.status == 400, path
        assert "evil" not in answer.text + str(answer.headers)


def test_headers_of_others_move_no_link_and_no_method(site: Secure) -> None:
    usual = site.ask("/draws/396/")
    lies = {
        "X_Forwarded_Host": "evil.example",
        "X_Host": "evil.example",
        "Forwarded": "host=evil.example",
        "X_Original_URL": "/admin/",
        "X_Rewrite_URL": "/admin/",
        "X_HTTP_Method_Override": "DELETE",
        "X_Method_Override": "DELETE",
    }
    odd = site.ask("/draws/396/", "GET", None, **lies)
    assert (odd.status, odd.raw) == (usual.status, usual.raw)
    for method in ("TRACE", "TRACK", "DELETE", "PUT", "PATCH", "PROPFIND", "CONNECT", "DEBUG"):
        answer = site.ask("/draws/396/?x=secret-word", method)
        assert 400 <= answer.status < 500, method
        assert "secret-word" not in answer.text, method


def test_nothing_that_is_sent_in_an_address_breaks_a_page(site: Secure) -> None:
    for number, path in enumerate(ASKED):
        # Each address gets each value, and each of its parameters a third of them; the rest of
        # what may be put together is for `make fuzz`.
        for place in range(0, len(NASTY), 3):
            values = NASTY[place : place + 3]
            given = ((name, values[(at + number) % len(values)]) for at, name in enumerate(PARAMS))
            query = "&".join(f"{name}={value[:900]}" for name, value in given)[:7500]
            answer = site.ask(f"{path}?{query}")
            # What oEmbed says to a format that nobody has.
            expected = (501,) if path == "/oembed" else ()
            assert answer.status < 500 or answer.status in expected, (path, query[:200])
            assert "x=y" not in answer.headers.get("set-cookie", ""), path
    for value in NASTY:
        for path in ("/search/?q=", "/draws/?family=", "/api/v1/draws?cursor="):
            assert site.ask(f"{path}{value}").status < 500, (path, value[:40])
    many = "&".join(f"a{n}=1" for n in range(900))
    for path in ("/draws/", "/api/v1/draws", "/search/"):
        assert site.ask(f"{path}?{many}").status < 500, path
    for path in ("/%00/", "/draws/%00/", "/news/a%00b/", "/static/%00.js", "/media/%00", "/%ff/"):
        assert site.ask(path).status in (400, 404), path


def test_no_path_leads_out_of_its_folder(site: Secure) -> None:
    ups = ("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "....//", "%252e%252e%252f", "/")
    for root in ("/media/", "/static/", "/data/"):
        for up in ups:
            for target in ("etc/passwd", "secret_key"):
                answer = site.ask(f"{root}{up * 6}{target}")
                assert answer.status in (301, 400, 404), (root, up, target)
                assert "root:" not in answer.text
                assert "SECRET_KEY" not in answer.text


def test_bodies_and_headers_that_are_too_much_are_refused(site: Secure) -> None:
    deep = b"[" * 50_000 + b"]" * 50_000
    form = b"csrfmiddlewaretoken=x&" + b"&".join(b"f%d=1" % n for n in range(3000))
    for path in ("/newsletter/", "/admin/login/", "/api/v1/tools/crs", "/api/v1/tools/invited"):
        for body, kind in ((deep, "application/json"), (form, FORM)):
            answer = site.ask(path, "POST", body, Content_Type=kind)
            assert 400 <= answer.status < 500, (path, kind)
    assert site.ask("/draws/", Cookie="a=b; " * 1500).status < 500
    assert site.ask("/draws/", Accept_Encoding="gzip;q=" + "9" * 3000).status < 500
    assert site.ask("/draws/", If_None_Match='"x", ' * 1500).status < 500
    assert site.ask("/draws.csv", Range="bytes=" + "0-1," * 1500).status < 500


def test_the_log_names_no_reader_and_nothing_that_they_typed(site: Secure) -> None:
    """After everything above, and some requests that hold a person."""
    typed = "age=31&noc1=plumber-of-a-person&q=my-own-question"
    for path in ("/tools/crs/", "/tools/eligibility/", "/search/", "/draws/"):
        site.ask(
            f"{path}?{typed}", User_Agent="reader-browser/9", Cookie="reader=cookie-of-a-reader"
        )
    body = b"email=reader%40example.org&csrfmiddlewaretoken=x"
    site.ask("/newsletter/", "POST", body, Content_Type=FORM)
    site.ask("/api/v1/tools/crs", "POST", json.dumps({"age": 31}).encode())
    log = site.log.read_text()
    assert "request_finished" in log
    for word in (
        *("198.51.100", "127.0.0.1", "plumber-of-a-person", "my-own-question", "example.org"),
        *("reader-browser", "cookie-of-a-reader", "secret-word", "some long words", "Traceback"),
    ):
        found = [line[:300] for line in log.splitlines() if word in line]
        assert [line for line in found if "Listening" not in line] == [], word
