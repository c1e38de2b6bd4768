"""The stand-in over HTTP, asked by the project's own fetch and by a plain client."""

import http.client
import json
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
import stamina
from pytest_django import Settings

from draws.sources.ircc import parse, parse_french
from draws.standin.faults import FAULTS
from draws.standin.server import StandIn
from draws.standin.wishes import BadWish
from ingest.fetch import FetchFailed, fetch

ENGLISH = "/content/dam/ircc/documents/json/ee_rounds_123_en.json"


@pytest.fixture(autouse=True)
def no_pauses() -> Iterator[None]:
    with stamina.set_testing(True, attempts=3, cap=True):
        yield


@pytest.fixture
def official() -> Iterator[StandIn]:
    with StandIn() as stand_in:
        yield stand_in


def newest(official: StandIn) -> str:
    return str(json.loads(fetch(official.url).body)["rounds"][0]["drawNumber"])


def post(official: StandIn, path: str, body: bytes = b"") -> tuple[int, Any]:
    try:
        with urllib.request.urlopen(official.root + path, data=body, timeout=5) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, json.load(refused)


def test_it_serves_both_files_at_the_official_paths(official: StandIn) -> None:
    english, french = fetch(official.url), fetch(official.url_fr)

    assert official.url == official.root + ENGLISH
    assert english.headers["content-type"] == "application/json"
    assert len(parse(english.body).records) == 448
    assert parse_french(french.body)[0].name == "Métiers spécialisés 2026-Version 3"


def test_it_answers_304_until_something_changes(official: StandIn) -> None:
    first = fetch(official.url)
    etag, day = first.headers["etag"], first.headers["last-modified"]

    assert fetch(official.url, etag=etag).status == 304
    assert fetch(official.url, etag=f'"other", W/{etag}').status == 304
    assert fetch(official.url, last_modified=day).status == 304
    assert fetch(official.url, etag='"other"', last_modified=day).status == 200

    official.publish_next()

    again = fetch(official.url, etag=etag)
    assert again.status == 200
    assert again.headers["etag"] != etag
    assert fetch(official.url, last_modified=day).status == 200


def test_no_two_states_of_a_file_share_their_last_modified(official: StandIn) -> None:
    days = []
    for _ in range(4):
        days.append(parsedate_to_datetime(fetch(official.url).headers["last-modified"]))
        official.publish_next()

    assert days == sorted(set(days))


def test_it_publishes_the_next_rounds(official: StandIn) -> None:
    row = official.publish_next(family="cec", crs=501)

    assert (row["drawNumber"], row["drawCRS"]) == ("448", "501")
    assert newest(official) == "448"
    assert parse_french(fetch(official.url_fr).body)[0].number == "448"
    official.publish_next()
    assert newest(official) == "449"


def test_it_publishes_real_rounds_first_where_it_started_early() -> None:
    with StandIn(rounds=92) as official:
        assert newest(official) == "91b"
        assert official.publish_next()["drawNumber"] == "92"
        assert official.publish_next(crs=999)["drawCRS"] == "999"
        assert newest(official) == "93"
        assert len(parse(fetch(official.url).body).records) == 94


@pytest.mark.parametrize("count", [0, 449])
def test_it_cannot_start_with_rounds_that_are_not_there(count: int) -> None:
    with pytest.raises(BadWish, match=f"rounds: between 1 and 448, not {count}"):
        StandIn(rounds=count)


def test_it_corrects_a_figure_in_both_files(official: StandIn) -> None:
    official.correct("396", "drawSize", "6,001")
    official.correct("396", "drawName", "General")

    english = {each.number: each for each in parse(fetch(official.url).body).records}
    french = {each.number: each for each in parse_french(fetch(official.url_fr).body)}
    assert (english["396"].invitations, english["396"].name) == (6001, "General")
    assert french["396"].invitations == 6001
    assert french["396"].name == "Catégorie de l’expérience canadienne"
    assert b'"6 001"' in fetch(official.url_fr).body


def test_it_flips_the_encoding_of_the_french_file(official: StandIn) -> None:
    official.official.encode_french("cp1252")

    assert b"cat\xe9gorie" in fetch(official.url_fr).body.lower()
    assert fetch(official.url).body.isascii()


def test_it_is_as_it_was_after_a_reset(official: StandIn) -> None:
    before = fetch(official.url)
    official.publish_next()
    official.correct("396", "drawCRS", "1")
    official.fail("html")

    official.official.reset()

    assert fetch(official.url).body == before.body


def test_a_fault_lasts_as_many_answers_of_each_file_as_it_is_told(official: StandIn) -> None:
    official.fail("empty", times=2)

    assert fetch(official.url).body == b""
    assert len(fetch(official.url_fr, etag='"x"').body) == 0
    assert fetch(official.url).body == b""
    assert len(fetch(official.url).body) > 700_000
    assert fetch(official.url_fr).body == b""
    assert len(fetch(official.url_fr).body) > 700_000


def test_a_fault_may_be_of_one_file_only_and_lasts_until_it_is_taken_back(
    official: StandIn,
) -> None:
    official.fail("html", language="fr")

    assert [fetch(official.url_fr).body[:9] for _ in range(4)] == [b"<!DOCTYPE"] * 4
    assert newest(official) == "447"
    official.fail("none")
    assert parse_french(fetch(official.url_fr).body)


def test_the_newest_round_vanishes_and_comes_back(official: StandIn) -> None:
    official.fail("missing-newest", times=1)

    assert [newest(official) for _ in range(3)] == ["446", "447", "447"]


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("truncated", "broke off"),
        ("reset", "reset by peer"),
        ("304", "answered 304"),
        ("404", "answered 404"),
        ("429", "asks us to come back after"),
        ("503", r"answered 503 Service Unavailable \(3 tries\)"),
        ("huge", "larger than 20 MB"),
        ("bomb", "larger than 20 MB"),
    ],
)
def test_a_fault_of_transport_is_one_for_fetch(official: StandIn, kind: str, why: str) -> None:
    official.fail(kind)

    with pytest.raises(FetchFailed, match=why):
        fetch(official.url)


def test_304_is_an_answer_to_who_asks_for_changes(official: StandIn) -> None:
    official.fail("304")

    assert fetch(official.url, etag='"whatever"').status == 304


def test_fetch_gets_over_two_faults(official: StandIn) -> None:
    official.fail("503", times=2)

    assert newest(official) == "447"


def test_slow_arrives_whole_for_the_patient_only(official: StandIn, settings: Settings) -> None:
    etag = fetch(official.url).headers["etag"]
    official.fail("slow", seconds=0.5)
    started = time.monotonic()
    assert len(fetch(official.url, etag=etag).body) > 700_000
    assert time.monotonic() - started > 0.4

    settings.INGEST_TIMEOUT = 0.2
    settings.INGEST_TRIES = 1
    with pytest.raises(FetchFailed, match=r"took longer than 0\.2 s"):
        fetch(official.url)


def test_it_stops_at_once_in_the_middle_of_something_slow() -> None:
    official = StandIn().start()
    official.fail("slow")
    connection = http.client.HTTPConnection(official.root.removeprefix("http://"), timeout=5)
    connection.request("GET", ENGLISH)
    assert connection.getresponse().status == 200

    started = time.monotonic()
    official.stop()

    assert time.monotonic() - started < 10
    connection.close()
    with pytest.raises(FetchFailed, match="refused"):
        fetch(official.url)


def test_it_answers_head_without_a_body(official: StandIn) -> None:
    request = urllib.request.Request(official.url, method="HEAD")

    with urllib.request.urlopen(request, timeout=5) as answer:
        assert int(answer.headers["Content-Length"]) > 700_000
        assert answer.read() == b""


def test_it_takes_orders_by_post(official: StandIn) -> None:
    assert post(official, "/next")[1]["published"]["drawNumber"] == "448"
    assert post(official, "/next", b'{"crs": 77}')[1]["published"]["drawCRS"] == "77"
    change = b'{"number": "396", "field": "drawCRS", "value": "510"}'
    assert post(official, "/correct", change)[0] == 200
    assert post(official, "/fault", b'{"kind": "empty", "times": 1}')[0] == 200
    assert post(official, "/encoding", b'{"encoding": "cp1252"}')[0] == 200
    assert fetch(official.url).body == b""
    records = {each.number: each for each in parse(fetch(official.url).body).records}
    assert (records["396"].crs, records["449"].crs) == (510, 77)
    assert post(official, "/reset")[1] == {"newest": "447"}


@pytest.mark.parametrize(
    ("path", "body", "why"),
    [
        ("/next", b"{", "the body is not JSON"),
        ("/next", b"[]", "the body is not a JSON object"),
        ("/next", b"\xff", "the body is not JSON"),
        ("/next", b'{"crs": "x"}', "crs: 'x' is not a whole number"),
        ("/fault", b"{}", "kind: None is not a text"),
        ("/fault", b'{"kind": "flood"}', "kind: 'flood' is none of none, truncated"),
        ("/fault", b'{"kind": "html", "times": 0}', "times: 0 is less than one"),
        ("/fault", b'{"kind": "html", "times": true}', "times: True is not a whole number"),
        ("/fault", b'{"kind": "html", "language": "de"}', "language: 'de' is none of en, fr"),
        ("/correct", b'{"number": "396"}', "field: None is not a text"),
        (
            "/correct",
            b'{"number": "999", "field": "drawCRS", "value": "1"}',
            "number: there is no draw '999'",
        ),
        (
            "/correct",
            b'{"number": "396", "field": "crs", "value": "1"}',
            "field: 'crs' is none of drawNumber",
        ),
        ("/encoding", b'{"encoding": "latin-1"}', "encoding: 'latin-1' is none of utf-8, cp1252"),
        ("/reset", b'{"now": 1}', "now: unknown; there is nothing"),
    ],
)
def test_it_refuses_an_order_that_it_cannot_follow(
    official: StandIn, path: str, body: bytes, why: str
) -> None:
    status, answer = post(official, path, body)

    assert status == 400
    assert why in answer["error"]
    assert newest(official) == "447"


def test_it_explains_itself_on_its_front_page(official: StandIn) -> None:
    page = fetch(official.root + "/").body.decode()

    assert f"IRCC_ROUNDS_URL={official.url} make run" in page
    for path in ("next", "fault", "correct", "encoding", "reset"):
        assert f"curl -X POST {official.root}/{path}" in page
    for kind in FAULTS:
        assert f"  {kind} " in page


def test_it_has_nothing_elsewhere(official: StandIn) -> None:
    with pytest.raises(FetchFailed, match="404"):
        fetch(official.root + "/draws/")


def test_it_tells_each_request_in_a_line() -> None:
    told: list[str] = []
    with StandIn(say=told.append) as official:
        fetch(official.url)
        official.fail("html", times=1)
        fetch(official.url)

    assert told == [f"GET {ENGLISH} 200", f"GET {ENGLISH} 200 [html]"]


def test_many_may_ask_and_order_at_once(official: StandIn) -> None:
    ready = threading.Barrier(8)

    def work(worker: int) -> int:
        ready.wait(timeout=5)
        if worker % 2:
            official.publish_next()
        return len(parse(fetch(official.url).body).records)

    with ThreadPoolExecutor(8) as pool:
        counts = list(pool.map(work, range(8)))

    assert all(448 <= count <= 452 for count in counts)
    assert newest(official) == "451"
