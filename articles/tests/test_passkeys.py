"""Logging in with a passkey: what anybody may send, and what is stored of who sends it. A key that
is right is held by config/tests/browser/test_signin.py, with a real one."""

import base64
import json
from typing import Any

import pytest
from django.contrib.sessions.models import Session

from articles.signin import passkeys
from articles.tests.desk_people import person

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/account/factors/webauthn/login/"
FAILED = "/admin/login/?passkey=failed"


def coded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def credential(user: Any = None, **parts: Any) -> dict[str, Any]:
    signed = b'{"type":"webauthn.get","challenge":"abc","origin":"http://localhost"}'
    response: dict[str, Any] = {
        "clientDataJSON": coded(signed),
        "authenticatorData": coded(b"\x00" * 37),
        "signature": coded(b"x"),
        "userHandle": user,
    }
    return {
        "id": coded(b"abc"),
        "rawId": coded(b"abc"),
        "type": "public-key",
        "response": response | parts,
    }


SOMEBODY = coded(b"1")
JUNK: tuple[Any, ...] = (
    *([], {}, "x", 1, None, {"id": 1}, {"response": "x"}, {"id": "a", "response": []}),
    *(credential(), credential(1), credential("!"), credential([]), credential("é")),
    *(credential(coded(each)) for each in (b"\xff", b"\x00", b"-1", b"9" * 30, b"1e9", b"0")),
    *(credential(SOMEBODY, clientDataJSON=coded(each)) for each in (b"[]", b"{", b"{}", b"1")),
    *(credential(SOMEBODY, authenticatorData=coded(b"\xff" * n)) for n in (1, 37, 60)),
    *(credential(SOMEBODY, signature=each) for each in (None, 5, "")),
    {**credential(SOMEBODY), "clientExtensionResults": 5},
    {**credential(SOMEBODY), "rawId": "other"},
)
TEXTS = (*map(json.dumps, JUNK), "[" * 100_000, "NaN", "\\ud800", '"\\ud800"', "9" * 5000, "")


def ask(client):
    return client.get(ADDRESS, headers={"X-Requested-With": "XMLHttpRequest"})


def test_it_makes_no_row_of_whoever_asks_and_never_comes_back(client):
    options = ask(client).json()["request_options"]["publicKey"]
    assert options["userVerification"] == "required"
    assert Session.objects.count() == 0
    cookie = client.cookies[passkeys.COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_it_refuses_what_no_key_signed_and_keeps_nothing_of_it(client, text):
    person("pia", "Publisher", pk=1)
    ask(client)
    answer = client.post(ADDRESS, {"credential": text})
    assert (answer.status_code, answer.headers["Location"]) == (302, FAILED)
    assert Session.objects.count() == 0
    assert client.cookies[passkeys.COOKIE].value == ""


def test_the_page_says_that_the_key_was_not_read(client):
    assert "The key was not read." in client.get(FAILED).content.decode()
    assert "The key was not read." not in client.get("/admin/login/?passkey=<b>").content.decode()


def test_what_was_asked_opens_the_desk_once(client):
    ask(client)
    cookie = client.cookies[passkeys.COOKIE].value
    assert passkeys._is_first(cookie)
    assert not passkeys._is_first(cookie)
