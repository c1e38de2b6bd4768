import pytest

from pnp.sources.dates import days_of, iso_day, month_first, month_of


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("April 30, 2026", None, "2026-04-30"),
        ("September 19. 2023", None, "2023-09-19"),
        ("June 1 2022", None, "2022-06-01"),
        ("June 1,2021", None, "2021-06-01"),
        ("May 1st, 2026", None, "2026-05-01"),
        ("Jun 16, 2021", None, "2021-06-16"),
        ("October 27, 2021 9:00 a.m. EST", None, "2021-10-27"),
        ("July 16 to 18, 2026", "2026-07-16", "2026-07-18"),
        ("October 6-7, 2025", "2025-10-06", "2025-10-07"),
        ("March 19 and 20, 2026", "2026-03-19", "2026-03-20"),
        ("August 11 – 16, 2023", "2023-08-11", "2023-08-16"),
        ("October 30 to November 2, 2025", "2025-10-30", "2025-11-02"),
        ("December 30, 2025 – January 2, 2026", "2025-12-30", "2026-01-02"),
    ],
)
def test_it_reads_one_day_or_several(text, first, last):
    days = days_of(text)
    assert (str(days.last), days.first and str(days.first)) == (last, first)


@pytest.mark.parametrize(
    "text",
    ["", "May", "May 33, 2026", "April 30", "30 April 2026", "July 18 to 16, 2026", "May 1, 1026"],
)
def test_it_does_not_guess_a_day(text):
    assert days_of(text) is None


def test_it_reads_the_other_forms():
    assert str(month_first("1/15/2026").last) == "2026-01-15"
    assert month_first("15/1/2026") is None
    assert str(iso_day("2026-06-18T12:00:00+00:00")) == "2026-06-18"
    assert str(month_of("January 2026")) == "2026-01-01"
    assert month_of("Total") is None
