"""Whatever the bytes are, the adapter answers with records and problems, or refuses in one line."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from draws.families import FAMILIES
from draws.records import Unreadable
from draws.sources.ircc import parse, read_french
from draws.tests.feeds import feed, rounds, row

GOOD = feed(*rounds(438, 442))

# The same examples each time: a suite that fails by chance is read by nobody. For a new hunt,
# derandomize=False and more examples.
steady = settings(
    derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)

words = st.text(st.characters(codec=None), max_size=40)  # also NUL and halves of surrogate pairs
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)
moments = st.from_regex(
    r"(February|October) [0-9]{1,2}(st|th)?[,.]? ?(20[0-9]{2})?( at|,)? ?"
    r"[0-9]{1,2}:[0-9]{2}:[0-9]{2}( AM| PM)?( UTC| EST)?",
    fullmatch=True,
)
figures = st.from_regex(r"-?[0-9]{0,3}([, ][0-9]{2,3})?", fullmatch=True)
changes = st.dictionaries(
    st.sampled_from(sorted(row("442"))) | words,
    values | moments | figures,
    max_size=4,
)


def answers(body: bytes) -> None:
    """Both readers keep their promises about this body."""
    for read in (parse, read_french):
        try:
            _check(read(body))
        except Unreadable as refusal:
            line = str(refusal)
            assert line.strip()
            assert "\n" not in line
            assert line.encode()


def _check(parsed: Any) -> None:
    for problem in parsed.problems:
        assert problem.code
        assert "\n" not in problem.message
        assert (problem.key + problem.message + problem.raw).encode()
        assert "\x00" not in problem.key + problem.message + problem.raw
    for record in getattr(parsed, "records", ()):
        assert record.family in FAMILIES
        assert 1 <= record.crs <= 1200
        assert record.invitations >= 1
        assert (record.name + record.programs + record.tie_break_text).encode()


@steady
@given(st.binary(max_size=400))
def test_it_answers_any_bytes(body: bytes) -> None:
    answers(body)


@steady
@given(values)
def test_it_answers_any_json(value: Any) -> None:
    answers(json.dumps(value).encode())
    answers(json.dumps({"classes": "wb-tables", "rounds": [value, row("441")]}).encode())


@steady
@given(changes, changes)
def test_it_answers_rows_with_any_values(first: dict[str, Any], second: dict[str, Any]) -> None:
    answers(feed(row("442") | first, row("441") | second, row("440")))


@steady
@given(st.integers(0, len(GOOD)), st.integers(0, 60), st.binary(max_size=20))
def test_it_answers_a_damaged_feed(start: int, length: int, graft: bytes) -> None:
    answers(GOOD[:start] + graft + GOOD[start + length :])


@steady
@given(st.lists(st.sampled_from(["rounds", "classes", "x"]), max_size=4), st.data())
def test_it_answers_objects_with_repeated_keys(keys: list[str], data: st.DataObject) -> None:
    pairs = [f"{json.dumps(key)}: {json.dumps(data.draw(values))}" for key in keys]
    answers(("{" + ", ".join(pairs) + "}").encode())


@steady
@given(st.permutations(range(438, 443)))
def test_it_reads_rows_in_one_order_only(order: list[int]) -> None:
    try:
        parsed = parse(feed(*[row(str(number)) for number in order]))
    except Unreadable:
        assert order != sorted(order, reverse=True)
    else:
        assert [int(record.number) for record in parsed.records] == sorted(order, reverse=True)
