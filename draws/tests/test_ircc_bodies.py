"""Bodies that are no feed: nothing of them is read, and one line says why."""

import json

import pytest

from draws.records import Unreadable
from draws.sources.ircc import parse, parse_french
from draws.tests.feeds import feed, rounds, row

GOOD = feed(*rounds(440, 442))


def refusal(body: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        parse(body)
    return str(caught.value)


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"<!DOCTYPE html><html><body>Sorry</body></html>", "HTML"),
        (b"\r\n <html>", "HTML"),
        (b"Service unavailable", "not valid JSON"),
        (b"\x1f\x8b\x08\x00\x81\x9d", "not text"),
        (b"\xff\xfe{\x00}\x00", "not valid JSON"),
        (b"[]", "a list"),
        (b"null", "null"),
        (b"447", "a number"),
        (b'"rounds"', "a text"),
        (b"true", "true or false"),
        (b"{}", "no “rounds” list"),
        (b'{"classes": "wb-tables", "round": []}', "'round'"),
        (b'{"rounds": {}}', "an object"),
        (b'{"rounds": null}', "null"),
        (b'{"rounds": []}', "is empty"),
        (b'{"rounds": [1], "rounds": [2]}', "more than one"),
        (b'{"rounds": [NaN]}', "NaN"),
        (b'{"rounds": [-Infinity]}', "-Infinity"),
        (b'{"rounds": [1, 2, 3]}', "Not one of 3 rows"),
        (b'{"rounds": [{}]}', "Not one of 1 rows"),
        (b'{"rounds": [' + b"1," * 6000 + b"1]}", "more rounds than can"),
        (b'{"rounds": [' + b"1," * 600_000 + b"1]}", "far more values"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"rounds": [' + b"[" * 40 + b"]" * 40 + b"]}", "nested too deeply"),
        (b'{"rounds": [1], ' + b", ".join(b'"k%d": 1' % n for n in range(11)) + b"}", "11 unknown"),
    ],
)
def test_it_refuses_what_is_no_feed(body: bytes, word: str) -> None:
    assert word in refusal(body)
    with pytest.raises(Unreadable):
        parse_french(body)


def test_it_says_so_when_a_body_is_cut_short() -> None:
    for length in (2, len(GOOD) // 2, len(GOOD) - 10):
        assert "cut short" in refusal(GOOD[:length])


def test_it_refuses_a_line_lost_in_a_hand_edit() -> None:
    lines = GOOD.splitlines()
    lines.remove(b"  },")  # the end of a row

    assert "not valid JSON" in refusal(b"\n".join(lines))


def test_it_reads_a_body_with_a_byte_order_mark_and_windows_line_ends() -> None:
    body = b"\xef\xbb\xbf" + GOOD.replace(b"\n", b"\r\n")

    assert parse(body) == parse(GOOD)


def test_it_refuses_rows_in_another_order() -> None:
    assert "draw 442 comes after draw 440" in refusal(feed(row("440"), row("442")))
    assert "draw 91b comes after draw 91a" in refusal(feed(row("91a"), row("91b")))


def test_it_refuses_a_round_that_is_there_twice() -> None:
    assert "Draw 442 is there twice" in refusal(feed(row("442"), row("442"), row("441")))


def test_it_takes_pairs_of_one_number_in_their_order() -> None:
    parsed = parse(feed(row("92"), row("91b"), row("91a"), row("90")))

    assert [record.number for record in parsed.records] == ["92", "91b", "91a", "90"]


def test_it_refuses_a_feed_whose_every_row_has_changed_its_form() -> None:
    renamed = [
        {("drawTitle" if key == "drawName" else key): text for key, text in each.items()}
        for each in rounds(440, 442)
    ]
    extended = [each | {"drawStream": "A"} for each in rounds(440, 442)]

    assert "has no drawName" in refusal(feed(*renamed))
    assert "'drawStream'" in refusal(feed(*extended))


def test_it_leaves_a_feed_of_unknown_labels_to_an_editor() -> None:
    parsed = parse(feed(*rounds(440, 442, drawName="Researchers, 2026-Version 1")))

    assert not parsed.records
    assert {problem.code for problem in parsed.problems} == {"unknown-label"}


def test_it_names_an_unknown_key_beside_the_rounds_and_reads_the_rounds() -> None:
    body = json.dumps({"rounds": [row("442")], "updated": "2026-10-02"}).encode()
    parsed = parse(body)

    assert [record.number for record in parsed.records] == ["442"]
    (problem,) = parsed.problems
    assert (problem.key, problem.code, problem.raw) == ("", "unknown-key", "updated")
    assert problem.record is None
