"""Changes, counts, superlatives, ranges, recency, the pool, provinces, rules, paragraphs twice."""

import time

import pytest

from articles.tests.claims import judged, wrong

TRUE = [
    "The cut-off is one point lower than in the previous CEC draw.",
    "This is the third CEC draw of 2026.",
    "So far in 2026, IRCC has issued 30,457 ITAs.",
    "It is the lowest CEC cut-off since August 2024.",
    "CEC cut-offs ranged from 515 to 547 in 2025.",
    "There has been no general draw since April 2024.",
    "As of February 15, 2026, there were 235,695 candidates in the pool.",
    "The pool of February 15, 2026 had 16,559 people with scores from 501 to 600.",
    "Ontario invited 1,825 candidates on February 2, 2026.",
    "A provincial nomination adds 600 points to a CRS score.",
    "CRS points for a job offer ended on 25 March 2025.",
]
CHANGED = [
    ("one point", "three points"),
    ("third", "fourth"),
    ("30,457", "31,457"),
    ("August 2024", "May 2025"),
    ("515 to 547", "507 to 547"),
    ("April 2024", "June 2024"),
    ("235,695", "253,695"),
    ("16,559", "16,595"),
    ("1,825", "1,852"),
    ("600 points", "500 points"),
    ("25 March 2025", "25 May 2025"),
]


@pytest.mark.parametrize("words", TRUE)
def test_it_calls_true_what_the_record_says(words):
    assert "true" in {c.verdict for c in judged(words)}
    assert wrong(words) == []


@pytest.mark.parametrize(
    ("words", "change"), list(zip(TRUE, CHANGED, strict=True)), ids=lambda value: str(value)[:30]
)
def test_it_finds_what_was_changed(words, change):
    assert wrong(words.replace(*change))


def test_it_reads_the_direction():
    assert wrong("The cut-off is one point higher than in the previous CEC draw.")
    assert wrong("It is the highest CEC cut-off since August 2024.")


def test_it_finds_a_paragraph_that_stands_twice():
    twice = "<p>Nobody outside the department knows the date or the size of the next round.</p>" * 2
    assert [c.kind for c in judged(twice) if c.is_contradicted] == ["repeat"]


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "two ", "draw 396, ", '"', "nomination add ", "from 500 to ", "("]
)
def test_it_reads_the_worst_input_in_time(piece):
    started = time.process_time()
    judged((piece * 100_000)[:100_000])
    assert time.process_time() - started < 10
