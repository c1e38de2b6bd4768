"""A province's day becomes one short draft in both languages, its figures bound."""

import datetime as dt
import re
from typing import Any

import pytest

from articles.models import Article, Story
from articles.prose import sanitise
from articles.publishing import publish
from ingest import events
from ingest.models import Capture, Revision, Source
from pnp.models import Event, Row

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 9, 24)


def capture() -> Capture:
    source = Source.objects.get_or_create(key="test")[0]
    facts = {"packed": b"", "size": 0, "via": "upload", "fetched_at": dt.datetime.now(dt.UTC)}
    return Capture.objects.get_or_create(source=source, sha256="0", defaults=facts)[0]


def a_day(province: str = "ab", date: dt.date = DAY, *rows: dict[str, Any]) -> Event:
    """A day with these rows; else with one row of 429 invitations at 57."""
    seen = {"first_capture": capture(), "first_seen_at": dt.datetime.now(dt.UTC)}
    event = Event.every.create(province=province, date=date, **seen)
    for place, values in enumerate(rows or ({},), 1):
        plain: dict[str, Any] = {
            "program": "aaip",
            "stream": "ab-opportunity",
            "stream_text": "Alberta Opportunity Stream",
            "unit": "ita",
            "count_kind": "exact",
            "low": 429,
            "high": 429,
            "score_kind": "minimum",
            "score_low": 57,
            "place": place,
        }
        Row.objects.create(event=event, **seen, **(plain | values))
    return event


def tell(event: Event, **payload: Any) -> None:
    events.emit("pnp.published", event.subject, 1, **payload)
    while events.deliver_due():
        pass


def side(language: str = "en") -> Article:
    return Article.objects.get(language=language)


def words(article: Article) -> str:
    return re.sub(r"<[^>]*>", " ", article.body).replace("\u00a0", " ")


def test_it_drafts_a_day_in_both_languages_for_review():
    event = a_day()
    tell(event, backfill=False)
    story = Story.objects.get(drafted_from="pnp/ab/2026-09-24")
    assert (story.event, story.category.slug) == (event, "provincial-draws")
    english, french = side("en"), side("fr")
    assert english.state == french.state == Article.State.REVIEW
    assert english.headline == "Alberta: 429 invited on 24 September 2026"
    assert (
        french.headline.replace("\u00a0", " ") == "Alberta : 429 invitations, le 24 septembre 2026"
    )
    assert '<data value="pnp/ab/2026-09-24/unit-ita">429</data> people' in english.body
    assert '<data value="pnp/ab/2026-09-24/row-1-score">57</data>' in english.body
    assert publish(english, by=None).is_published


def test_it_types_no_figure():
    tell(a_day("ab", DAY, {}, {"low": 0, "high": 9, "count_kind": "below", "score_low": None}))
    for article in Article.objects.all():
        bare = re.sub(r"<data [^>]*>[^<]*</data>", "", article.body)
        assert re.findall("[0-9]+", re.sub(r"<[^>]*>", "", bare)) == []
        assert sanitise(article.body) == article.body


def test_it_says_what_is_not_known():
    below = {"low": 0, "high": 9, "count_kind": "below", "score_low": None}
    tell(a_day("ab", DAY, {}, below | {"score_kind": "none-published"}))
    assert side().headline == "Alberta: at least 429 invited on 24 September 2026"
    assert "429 to 438" in words(side())
    assert "fewer than 10" in words(side())
    assert "no score published" in words(side())


def test_it_makes_no_number_where_none_is_published():
    silent = {"low": 0, "high": None, "count_kind": "not-published", "score_low": None}
    tell(a_day("ab", DAY, silent))
    assert side().headline == "Alberta: selection of 24 September 2026, number not published"
    assert "How many people it concerns is not published." in words(side())


def test_it_drafts_a_day_once():
    event = a_day()
    tell(event)
    tell(event)
    assert Story.objects.count() == 1
    assert Article.objects.count() == 2


def test_it_is_silent_about_a_backfill_and_about_old_days():
    tell(a_day(), backfill=True)
    tell(a_day("ab", DAY - dt.timedelta(days=30)), backfill=False)
    assert not Story.objects.exists()
    tell(a_day("bc", DAY - dt.timedelta(days=30)), backfill=False)
    assert Story.objects.count() == 1


def test_a_row_that_comes_later_is_in_the_draft():
    event = a_day()
    tell(event)
    seen = {"first_capture": capture(), "first_seen_at": dt.datetime.now(dt.UTC)}
    values = {name: getattr(event.standing_rows[0], name) for name in
              ("program", "stream", "stream_text", "unit", "count_kind", "score_kind")}  # fmt: skip
    Row.objects.create(event=event, low=71, high=71, score_low=60, place=2, **values, **seen)
    events.emit("pnp.row-added", event.subject, 2)
    events.deliver_due()
    assert side().headline == "Alberta: 500 invited on 24 September 2026"
    assert '<data value="pnp/ab/2026-09-24/row-2">71</data>' in side().body


def correct(event: Event, old: int, new: int) -> Revision:
    """The province changes the count of the first row, as pnp.store would write it."""
    row = event.standing_rows[0]
    Row.objects.filter(pk=row.pk).update(low=new, high=new)
    revision = Revision.objects.create(
        source=capture().source,
        subject=row.subject,
        field="invitations",
        old=str(old),
        new=str(new),
        capture=capture(),
        seen_at=dt.datetime.now(dt.UTC),
        edition=7,
    )
    fields = {"invitations": [str(old), str(new)]}
    events.emit("figure.corrected", row.subject, 7, fields=fields)
    events.deliver_due()
    return revision


def test_a_published_article_notes_what_the_province_changed():
    event = a_day()
    tell(event)
    publish(side("en"), by=None)
    revision = correct(event, 429, 430)
    article = side("en")
    assert article.headline == "Alberta: 430 invited on 24 September 2026"
    assert '<data value="pnp/ab/2026-09-24/row-1">430</data>' in article.body
    change = article.changes.get()
    assert change.revision == revision
    assert change.sentence.startswith(
        "Alberta changed a count of 24 September 2026 from 429 to 430."
    )
    assert side("fr").headline.startswith("Alberta\u00a0: 430 invitations")
    assert not side("fr").changes.exists()
