import pytest

from pnp.notation import count_of, score_of, written_count, written_score
from pnp.records import Counted, Scored


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("429", Counted.EXACT, 429, 429),
        ("1,094", Counted.EXACT, 1094, 1094),
        ("1\u00a0094", Counted.EXACT, 1094, 1094),
        ("0", Counted.EXACT, 0, 0),
        ("<5", Counted.BELOW, 0, 4),
        ("Less than 10", Counted.BELOW, 0, 9),
        ("fewer than 10", Counted.BELOW, 0, 9),
        ("10-15", Counted.RANGE, 10, 15),
        ("From 10 to 15", Counted.RANGE, 10, 15),
        ("n/a", Counted.NOT_PUBLISHED, 0, None),
        ("-", Counted.NOT_PUBLISHED, 0, None),
        ("XXX", Counted.PLACEHOLDER, 0, None),
        ("TBD", Counted.PLACEHOLDER, 0, None),
    ],
)
def test_it_reads_counts(text, kind, low, high):
    count = count_of(text)
    assert count is not None
    assert (count.kind, count.low, count.high) == (kind, low, high)
    assert count_of(written_count(count)) == count


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("57", Scored.MINIMUM, 57, None),
        ("57+", Scored.MINIMUM, 57, None),
        ("57 and above", Scored.MINIMUM, 57, None),
        ("505-528", Scored.RANGE, 505, 528),
        ("471–480", Scored.RANGE, 471, 480),
        ("137 to 162", Scored.RANGE, 137, 162),
        ("634; 706; 611", Scored.SEVERAL, 611, 706),
        ("n/a", Scored.NOT_APPLICABLE, None, None),
        ("", Scored.NONE_PUBLISHED, None, None),
        ("-", Scored.NONE_PUBLISHED, None, None),
    ],
)
def test_it_reads_scores(text, kind, low, high):
    score = score_of(text)
    assert score is not None
    assert (score.kind, score.low, score.high) == (kind, low, high)
    assert score_of(written_score(score)) == score


@pytest.mark.parametrize("text", ["many", "1,09", "15-10", "4 2 9", "429*", "1234567", "<", "5<"])
def test_it_does_not_guess_a_count(text):
    assert count_of(text) is None


@pytest.mark.parametrize("text", ["high", "57-", "528-505", "12345", "57 + 3"])
def test_it_does_not_guess_a_score(text):
    assert score_of(text) is None
