"""“Would I have been invited?” as a page: what it shows, repeats, and keeps to itself."""

import datetime as dt
import re

import pytest
from django.core.cache import cache

from draws.tests import rows

pytestmark = pytest.mark.django_db
PAGE = "/tools/invited/"
ASKED = f"{PAGE}?score=508&date=2025-04-02&time=14:20&cec=yes"


def text(response) -> str:
    bare = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(bare.split())


def earlier(number: str, day: dt.date, crs: int = 508, **values: object) -> None:
    moment = dt.datetime.combine(day, dt.time(12), dt.UTC)
    rows.draw(number, date=day, crs=crs, **{"held_at": moment, **values})


def test_it_says_that_508_of_april_2025_was_not_invited_by_the_tie_break_of_february(client):
    rows.draw("396")
    said = text(client.get(ASKED))
    assert "No round would have invited you" in said
    assert "Tie-break: not invited 17 Feb 2026" in said
    assert "Submitted 17 days after the tie-break, 16 Mar 2025, 09:35:59 UTC." in said


def test_it_names_the_first_invitation_and_the_days_waited(client):
    rows.draw("396")
    earlier("400", dt.date(2026, 3, 3), tie_break_at=dt.datetime(2025, 6, 24, 22, tzinfo=dt.UTC))
    said = text(client.get(ASKED))
    assert "First invitation: draw 400, 3 March 2026" in said
    assert "you would have waited 335 days. The tie-break went against you in draw 396" in said


def test_it_says_what_it_does_not_know(client):
    earlier("30", dt.date(2016, 3, 3), tie_break_at=None)
    earlier("31", dt.date(2016, 4, 3), 480, family="trades")
    said = text(client.get(f"{PAGE}?score=508&date=2016-01-02&cec=yes&trades=unsure"))
    assert "no tie-break was published for this draw" in said
    assert "you are not sure whether you qualify" in said
    assert "No round invited you for sure" in said


def test_it_takes_a_time_of_another_zone(client):
    """09:35:59 UTC is 05:35:59 in Ottawa in March: a minute later is too late."""
    rows.draw("396")
    asked = f"{PAGE}?score=508&date=2025-03-16&zone=ottawa&cec=yes&time="
    assert "Tie-break: invited" in text(client.get(asked + "05:35:59"))
    assert "Tie-break: not invited" in text(client.get(asked + "05:36:00"))


def test_it_takes_scores_that_came_later(client):
    rows.draw("396")
    said = text(
        client.get(f"{PAGE}?score=400&date=2025-04-02&cec=yes&score2=509&since2=2026-01-01")
    )
    assert "Your score was 1 point above the cut-off." in said


def test_it_says_which_score_would_have_been_enough(client):
    day = dt.datetime.now(dt.UTC).date() - dt.timedelta(days=30)
    earlier("500", day, 512)
    said = text(client.get(ASKED))
    assert "The score that would have been enough" in said
    assert re.search(r"Draw 500 , .{0,40} 1 513 513", said)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("score=5o8&date=2025-04-02", "Enter a whole number from 0 to 1200."),
        ("score=1201&date=2025-04-02", "Enter a whole number from 0 to 1200."),
        ("score=508&date=2025-02-30", "Enter a day from 1 Jan 2015"),
        ("score=508&date=2014-12-31", "Enter a day from 1 Jan 2015"),
        ("score=508&date=9999-12-31", "Enter a day from 1 Jan 2015"),
        ("score=508&date=2025-04-02&time=25:00", "Enter a time such as 14:20"),
        ("score=508&date=2025-04-02&zone=mars", "Choose one of the answers."),
        ("score=508&date=2025-04-02&cec=maybe", "Choose one of the answers."),
        ("score=508&date=2025-04-02&score2=510", "Enter a day from 1 Jan 2015"),
    ],
)
def test_it_says_at_the_field_what_is_wrong_and_shows_no_result(client, query, message):
    said = text(client.get(f"{PAGE}?{query}"))
    assert "Please correct what is marked" in said
    assert said.count(message) == 2


def test_it_repeats_what_was_typed_as_text(client):
    page = client.get(f"{PAGE}?score=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&date=x").content
    assert b"<script>alert" not in page
    assert b'value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"' in page


def test_it_has_an_address_with_nothing_but_what_was_typed(client):
    response = client.get(f"{PAGE}?score=+508&date=2025-04-02&time=&cec=yes&fsw=&utm_source=x")
    assert response.status_code == 302
    assert response.headers["Location"] == f"{PAGE}?score=508&date=2025-04-02&cec=yes"
    assert client.get(response.headers["Location"]).status_code == 200


def test_it_answers_blank_fields_with_what_is_needed(client):
    assert "Please correct what is marked" in text(client.get(f"{PAGE}?score=&date="))


def test_it_keeps_a_result_from_caches_search_engines_and_other_sites(client):
    response = client.get(ASKED)
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "ETag" not in response.headers
    assert response.cookies == {}


def test_it_makes_each_result_anew_and_keeps_the_empty_form(client, django_assert_num_queries):
    client.get(PAGE), client.get(ASKED)
    cache_of_form = client.get(PAGE)
    assert cache_of_form.headers["Cache-Control"].startswith("public")
    assert cache_of_form.headers["Referrer-Policy"] == "no-referrer"
    rows.draw("396")  # without an edition: what is kept stays as it is
    assert "Tie-break: not invited" in text(client.get(ASKED))
    cache.clear()


def test_it_asks_as_few_questions_for_many_draws_as_for_one(client, django_assert_max_num_queries):
    earlier("300", dt.date(2025, 5, 1))
    with django_assert_max_num_queries(10) as few:
        client.get(ASKED)
    for number in range(301, 331):
        earlier(str(number), dt.date(2025, 5, 1) + dt.timedelta(days=number - 300))
    with django_assert_max_num_queries(10) as many:
        client.get(ASKED)
    assert len(many) == len(few)


def test_it_turns_the_pages_of_each_list_of_rounds(client):
    rows.many(130, families=("cec", "health"))
    asked = f"{PAGE}?score=470&date=2015-01-15&cec=yes"
    first = text(client.get(asked))
    assert "65 rounds you may have qualified for, newest first" in first
    assert first.count("Canadian Experience") + first.count("CEC") >= 60
    second = client.get(f"{asked}&page=2")
    assert second.content.decode().count('role="rowheader"') == 5
    assert "65 rounds you were not eligible for" in first
    every = client.get(f"{asked}&of=all&page=3").content.decode()
    assert "All 130 rounds since 2015" in " ".join(every.split())
    assert every.count('role="rowheader"') == 10
    assert "page=2" in every
    assert "page=4" not in every
    for lost in ("&page=3", "&of=all&page=4", "&of=some", "&page=x"):
        assert client.get(asked + lost).status_code == 404


def test_it_asks_for_a_profile_where_only_a_page_is_named(client):
    assert "What you will see" in text(client.get(f"{PAGE}?page=2"))
