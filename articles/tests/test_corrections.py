"""/corrections/: what the government changed, what we corrected, and where it is told of."""

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from articles.corrections.uses import articles_with
from articles.models import ArticleChange, ArticleQuestion
from articles.publishing.noting import note
from articles.tests import newsroom
from ingest.models import Revision
from publish import editions

pytestmark = pytest.mark.django_db

SEEN = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
OLD = "a" * 64
NEW = "b" * 64
TIE_BREAK = ("tie_break_at", "2025-11-14T02:52:14Z", "2024-11-14T02:52:14Z")


def revise(draw, field="crs", old="507", new="508", seen_at=SEEN, **values: Any):
    own = {
        "subject": draw.subject,
        "was_seen_at": seen_at - timedelta(days=8),
        "old_sha256": OLD,
        "new_sha256": NEW,
    }
    return Revision.objects.create(
        source=draw.first_capture.source,
        capture=draw.first_capture,
        field=field,
        old=old,
        new=new,
        seen_at=seen_at,
        edition=1,
        **own | values,
    )


def change(article, sentence="The first version said 507.", **values):
    values = {"kind": ArticleChange.Kind.CORRECTION, "made_at": SEEN} | values
    return ArticleChange.objects.create(article=article, sentence=sentence, **values)


def page(client, address="/corrections/"):
    editions.advance("a test")
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def html(client, address="/corrections/"):
    editions.advance("a test")
    return client.get(address).content.decode()


def data(client, address):
    scripts = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', html(client, address)
    )
    return [json.loads(script) for script in scripts]


def test_it_says_what_was_published_what_it_is_now_and_when_each_was_seen(client):
    revise(newsroom.draw("335"), *TIE_BREAK)
    said = page(client)
    assert "Seen 1 March 2026" in said
    assert "Draw 335 : Tie-break" in said
    assert "IRCC published 14 Nov 2025, 02:52:14 UTC" in said
    assert "It became 14 Nov 2024, 02:52:14 UTC" in said
    assert "old value last on 21 Feb 2026, 12:30 UTC" in said
    assert "the new one first on 1 Mar 2026, 12:30 UTC" in said


def test_it_shows_the_digests_of_both_copies(client):
    revise(newsroom.draw("335"), *TIE_BREAK)
    said = page(client)
    assert f"Old value, 21 Feb 2026, 12:30 UTC : SHA-256 {OLD}" in said
    assert f"New value, 1 Mar 2026, 12:30 UTC : SHA-256 {NEW}" in said


def test_it_names_a_day_where_no_hour_is_known(client):
    midnight = datetime(2024, 4, 6, tzinfo=UTC)
    revise(newsroom.draw("335"), *TIE_BREAK, was_seen_at=midnight)
    assert "old value last on 6 Apr 2024 and" in page(client)


def test_it_says_less_where_the_old_value_was_never_seen(client):
    revise(newsroom.draw("335"), *TIE_BREAK, was_seen_at=None, old_sha256="")
    said = page(client)
    assert "We have the new value first on 1 Mar 2026, 12:30 UTC ." in said
    assert "The copy of the official file that shows it" in said


def test_it_has_an_anchor_that_the_page_of_the_draw_links_to(client):
    revise(newsroom.draw("335"), *TIE_BREAK)
    anchor = "draw-335-tie-break-at-20260301t123000"
    assert f'id="{anchor}"' in html(client)
    assert f'href="/corrections/#{anchor}"' in html(client, "/draws/335/")


def test_it_tells_many_rewritten_names_in_one_entry(client):
    for number in ("401", "402", "403"):
        draw = newsroom.draw(number)
        revise(draw, "name", "Trade (2023-1)", "Trade (Version 1)")
    said, code = page(client), html(client)
    assert "3 official names were rewritten" in said
    assert code.count('<article class="fix"') == 1
    assert 'id="draw-402-name-20260301t123000"' in code


def test_it_marks_printed_words_in_another_language(client):
    revise(newsroom.draw("401"), "name", "Trade (2023-1)", "Trade (Version 1)")
    revise(newsroom.draw("402"), "name_fr", "Métiers (2023-1)", "Métiers (Version 1)")
    assert '<ins lang="en">Trade (Version 1)</ins>' in html(client, "/fr/corrections/")
    assert "<ins>Métiers (Version 1)</ins>" in html(client, "/fr/corrections/")
    assert '<ins lang="fr">Métiers (Version 1)</ins>' in html(client)


def test_it_tells_two_rewritten_names_one_by_one(client):
    for number in ("401", "402"):
        revise(newsroom.draw(number), "name", "Trade (2023-1)", "Trade (Version 1)")
    assert html(client).count('<article class="fix"') == 2


def test_it_keeps_our_own_corrections_apart(client):
    article = newsroom.article()
    change(article)
    change(article, "An update, no correction.", kind=ArticleChange.Kind.UPDATE)
    code = html(client)
    official, ours = code.split('id="ours"')
    assert "The first version said 507." in ours
    assert "The first version said 507." not in official.split("</head>")[1]
    assert "An update, no correction." not in code


def test_it_tells_of_no_article_that_readers_cannot_read(client):
    change(newsroom.article(state="withdrawn"))
    assert "said 507" not in html(client)


def test_it_says_so_where_nothing_was_corrected(client):
    said = page(client)
    assert "No official figure has changed since it was published." in said
    assert "We have not had to correct an article." in said


def test_it_names_the_province_and_the_row(client):
    draw = newsroom.draw("335")
    revise(draw, "invitations", "326", "360", subject="pnp/nb/2026-02-03")
    said = page(client)
    assert "New Brunswick, 3 February 2026 : Number" in said
    assert "New Brunswick published 326" in said


def test_it_lists_the_articles_with_the_figure_and_says_which_carried_the_old_value(client):
    revise(newsroom.draw("396"))
    bound = '<p>At <data value="draw/396/crs">508</data>.</p>'
    newsroom.article("before", body=bound, published_at=SEEN - timedelta(days=1))
    newsroom.article("after", body=bound, published_at=SEEN + timedelta(days=1))
    newsroom.article("other", body='<p><data value="draw/396/date">17</data></p>')
    said = page(client)
    assert "Headline of before It carried the old value until the record changed." in said
    assert "Headline of after" in said
    assert said.count("It carried the old value") == 1
    assert "Headline of other" not in said


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ('<data value="draw/397/previous/crs">508</data>', "crs"),
        ('<data value="draw/397/change">+1</data>', "crs"),
        ('<data value="draw/396/tie-break">x</data>', "tie_break_at"),
        ('<div data-block="draw-facts" data-of="draw/396"></div>', "invitations"),
        ('<data value="pool/2026-02-15/501-600">1</data>', "pool.b501_600"),
    ],
)
def test_it_finds_a_figure_however_an_article_shows_it(body, field):
    draw = newsroom.draw("396", pool_as_of="2026-02-15")
    newsroom.draw("397", crs=509)
    revision = revise(draw, field)
    article = newsroom.article(body=f"<p>{body}</p>")
    assert articles_with([revision], "en") == {revision.pk: [article]}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ('<data value="draw/397/crs">508</data>', "crs"),
        ('<data value="draw/396/next/crs">509</data>', "crs"),
        ('<data value="draw/396/crs">508</data>', "invitations"),
        ('<data value="pool/2026-02-01/501-600">1</data>', "pool.b501_600"),
        ('<data value="pool/2026-02-15/total">1</data>', "pool.b501_600"),
        ("508", "crs"),
    ],
)
def test_it_takes_no_other_figure_for_it(body, field):
    draw = newsroom.draw("396", pool_as_of="2026-02-15")
    newsroom.draw("397", crs=509)
    newsroom.article(body=f"<p>{body}</p>")
    assert articles_with([revise(draw, field)], "en") == {}


def test_it_finds_the_article_on_the_draw_and_its_answers():
    draw = newsroom.draw("396")
    on_it = newsroom.article("on-it", story=newsroom.story(draw=draw))
    asked = newsroom.article("asked", published_at=newsroom.PUBLISHED - timedelta(days=1))
    answer = '<p><data value="draw/396/crs">508</data></p>'
    ArticleQuestion.objects.create(article=asked, own_question="What?", own_answer=answer)
    note([asked.pk])
    revision = revise(draw)
    assert articles_with([revision], "en")[revision.pk] == [on_it, asked]


def test_it_gives_the_same_rows_in_every_form(client):
    revise(newsroom.draw("396"))
    change(newsroom.article(), made_at=SEEN + timedelta(hours=1))
    editions.advance("a test")
    csv = client.get("/corrections.csv").getvalue().decode().splitlines()
    assert [line.split(",")[0].lstrip("\ufeff") for line in csv] == [
        "kind",
        "editorial",
        "official",
    ]
    assert OLD in csv[2]
    feed = json.loads(client.get("/corrections.json").getvalue())
    assert [item["url"].split("#")[1] for item in feed["items"]] == [
        f"change-{ArticleChange.objects.get().pk}",
        "draw-396-crs-20260301t123000",
    ]
    assert feed["items"][1]["content_text"] == (
        "Draw 396, Cut-off: IRCC published “507”, then “508”."
    )


def test_it_describes_each_correction_for_machines(client):
    revise(newsroom.draw("396"))
    change(newsroom.article())
    (described,) = (each for each in data(client, "/corrections/") if "mainEntity" in each)
    comments = described["mainEntity"]["itemListElement"]
    assert [each["@type"] for each in comments] == ["CorrectionComment"] * 2
    assert comments[0]["text"].startswith("Draw 396, Cut-off")
    assert comments[1]["text"] == "The first version said 507."


def test_an_article_says_that_a_figure_of_it_was_changed_at_the_source(client):
    draw = newsroom.draw("396")
    article = newsroom.article(body='<p><data value="draw/396/crs">508</data></p>')
    revise(draw, seen_at=newsroom.PUBLISHED + timedelta(days=1))
    revise(draw, "invitations", "1", "6000", seen_at=newsroom.PUBLISHED + timedelta(days=1))
    revise(draw, "crs", "1", "507", seen_at=newsroom.PUBLISHED - timedelta(days=1))
    said = page(client, article.get_absolute_url())
    assert said.count("Changed at the source since.") == 1
    assert "Draw 396, Cut-off: “507” became “508”, seen 18 Feb 2026" in said


def test_an_article_says_so_of_its_draw_and_of_its_answers(client):
    draw, other = newsroom.draw("396"), newsroom.draw("397")
    article = newsroom.article(story=newsroom.story(draw=draw))
    answer = '<p><data value="draw/397/crs">508</data></p>'
    ArticleQuestion.objects.create(article=article, own_question="What?", own_answer=answer)
    for each in (draw, other):
        revise(each, seen_at=newsroom.PUBLISHED + timedelta(days=1))
    said = page(client, article.get_absolute_url())
    assert "Draw 396, Cut-off: “507”" in said
    assert "Draw 397, Cut-off: “507”" in said


def test_an_article_says_what_we_corrected_in_it(client):
    article = newsroom.article()
    made = change(article)
    code = html(client, article.get_absolute_url())
    assert "The first version said 507." in code
    assert f'href="/corrections/#change-{made.pk}"' in code


def test_an_article_describes_its_corrections_for_machines(client):
    draw = newsroom.draw("396")
    article = newsroom.article(body='<p><data value="draw/396/crs">508</data></p>')
    revise(draw, seen_at=newsroom.PUBLISHED + timedelta(days=1))
    change(article)
    address = article.get_absolute_url()
    (described,) = (d for d in data(client, address) if d["@type"] == "NewsArticle")
    assert [each["@type"] for each in described["correction"]] == ["CorrectionComment"] * 2


def test_an_article_without_corrections_says_nothing(client):
    article = newsroom.article()
    assert "Changed at the source" not in page(client, article.get_absolute_url())
    (described,) = (
        d for d in data(client, article.get_absolute_url()) if d["@type"] == "NewsArticle"
    )
    assert "correction" not in described


def test_it_is_there_in_french_with_the_articles_of_that_language(client):
    revise(newsroom.draw("335"), *TIE_BREAK)
    change(newsroom.article())
    code = html(client, "/fr/corrections/")
    assert "14 nov. 2024" in code.replace("\u00a0", " ")
    assert "said 507" not in code


def test_it_asks_as_much_for_many_corrections_as_for_few(client, django_assert_max_num_queries):
    def more(first, last):
        for number in range(first, last):
            draw = newsroom.draw(str(number), pool_as_of="2026-02-15")
            revise(draw)
            revise(draw, "pool.total")
            bound = f'<p><data value="draw/{number}/previous/crs">508</data></p>'
            change(newsroom.article(f"a-{number}", body=bound))
        editions.advance("a test")

    more(400, 403)
    with django_assert_max_num_queries(14) as few:
        client.get("/corrections/")
    more(403, 420)
    with django_assert_max_num_queries(14) as lots:
        client.get("/corrections/")
    assert len(few) == len(lots)
