from dataclasses import replace

import pytest

from articles import publishing
from articles.body import bodies, body_of
from articles.body.blocks import BLOCKS
from articles.models import Ad, Article, ArticleQuestion
from articles.tests.stories import PUBLISHED, hold_draws, published, story
from draws.models import Draw
from draws.tests.feeds import row

pytestmark = pytest.mark.django_db


def page_of(article: Article):
    return body_of(Article.objects.for_page().get(pk=article.pk))


def body(html: str, **values):
    return page_of(published(html, **values))


def block(kind: str, of: str = "") -> str:
    return f'<div data-block="{kind}" data-of="{of}"></div>'


def test_it_shows_the_figure_of_the_record_and_not_the_stored_text():
    hold_draws()
    article = published('<p>At <data value="draw/396/crs">999</data>.</p>')
    Draw.objects.filter(number="396").update(crs=507)
    assert page_of(article).html == '<p>At <data value="draw/396/crs">507</data>.</p>'


def test_it_gives_dates_their_machine_form():
    hold_draws(row("396", drawDate="2026-02-01", drawDateFull="February 1, 2026"))
    date = '<p><data value="draw/396/date">x</data></p>'
    assert '<time datetime="2026-02-01">1 February 2026</time>' in body(date).html
    french = body(date, slug="une", language="fr").html
    assert (
        '<time datetime="2026-02-01">1<sup>er</sup> février 2026</time>'.replace(
            " f", "\u00a0f"
        ).replace("r 2", "r\u00a02")
        in french
    )


def test_it_keeps_the_last_text_of_a_figure_that_leads_nowhere():
    shown = body('<p><data value="draw/396/crs">508</data></p>')
    assert "508" in shown.html
    assert [finding.subject for finding in shown.findings] == ["draw/396/crs"]


def test_it_never_runs_text_as_a_template():
    shown = body("<p>{{ settings.SECRET_KEY }} {% debug %}</p><h2>{{ 1|add:1 }}</h2>")
    assert "{{ settings.SECRET_KEY }} {% debug %}" in shown.html
    assert "{{ 1|add:1 }}" in shown.html


def test_it_escapes_words_and_links():
    shown = body('<p>a &lt;b&gt; &amp; <a href="/x/?a=1&amp;b=%22">c</a></p>')
    assert shown.html == '<p>a &lt;b&gt; &amp; <a href="/x/?a=1&amp;b=%22">c</a></p>'


def test_it_gives_each_heading_an_id_of_its_own():
    shown = body("<h2>The pool</h2><h3>The pool</h3><h2>FAQ</h2><h2>Q 1</h2><h2>！</h2>")
    ids = [heading.id for heading in shown.contents]
    assert ids == ["the-pool", "the-pool-2", "faq-2", "h-q-1", "part"]
    assert '<h3 id="the-pool-2">The pool</h3>' in shown.html


def test_it_names_a_heading_by_its_present_figure():
    hold_draws()
    shown = body('<h2>Why <data value="draw/396/crs">1</data></h2>')
    assert [(heading.id, heading.text) for heading in shown.contents] == [("why-508", "Why 508")]


def test_it_counts_the_minutes():
    assert body("<p>one</p>").minutes == 1
    assert body(f"<p>{'word ' * 690}</p>", slug="long").minutes == 3


def test_it_writes_lists_without_needless_paragraphs():
    html = "<ul><li>a<ul><li>b</li></ul></li></ul>"
    assert body(html).html == html
    two = "<ul><li><p>a</p><p>b</p></li></ul>"
    assert body(two, slug="two").html == two


def test_it_says_what_the_headings_of_a_table_head():
    rows = "<tr><th>A</th><th>B</th></tr><tr><th>C</th><td>1</td></tr>"
    shown = body(f"<table>{rows}</table>").html
    assert '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>' in shown
    assert '<tbody><tr><th scope="row">C</th><td>1</td></tr></tbody>' in shown


def test_it_draws_the_facts_of_a_draw():
    hold_draws()
    shown = body(block("facts", "draw/396"))
    for words in ("Draw 396 in figures", "<dd>508</dd>", "6,000", "11:33:44 UTC", "09:35:59 UTC"):
        assert words in shown.html
    assert "Cut-off −1, invitations −1,000" in shown.html
    assert [(heading.id, heading.text) for heading in shown.contents] == [("facts", "In figures")]


def test_it_says_that_nothing_changed():
    hold_draws(
        row("396"),
        row(
            "392",
            drawDate="2026-01-21",
            drawDateFull="January 21, 2026",
            drawDateTime="January 21, 2026 at 12:00:00 UTC",
            drawDistributionAsOn="January 18, 2026",
        ),
    )
    assert "Cut-off unchanged, invitations unchanged" in body(block("facts", "draw/396")).html


def test_it_marks_a_doubted_time():
    hold_draws(row("396", drawDateTime="February 20, 2026 at 11:33:44 UTC"))
    shown = body(block("facts", "draw/396")).html
    assert 'class="doubt"' in shown
    assert "We show both as printed" in shown


def test_it_draws_the_pool_with_the_line_of_the_draw():
    hold_draws()
    shown = body(block("pool", "draw/396")).html
    assert "as on 15 Feb 2026" in shown
    assert "29,000" in shown
    assert shown.count('class="cl"') == 1
    assert "508 cut-off" in shown


def test_it_draws_a_count_alone_without_a_line():
    hold_draws()
    shown = body(block("pool", "pool/2026-01-18")).html
    assert "as on 18 Jan 2026" in shown
    assert 'class="cl"' not in shown


def test_it_draws_a_chart_of_the_family():
    hold_draws()
    at_the_draw = body(block("chart", "draw/392"), slug="a").html
    at_the_newest = body(block("chart", "family/cec"), slug="b").html
    assert at_the_draw.count('class="plot') == at_the_newest.count('class="plot') == 1
    assert "The line is the 509 of draw 392" in at_the_draw
    assert "The line is the 508 of draw 396" in at_the_newest


def test_it_lists_the_rounds_of_a_family():
    hold_draws()
    shown = body(block("family-table", "family/cec")).html
    assert shown.index("396") < shown.index("392")
    assert "394" not in shown


@pytest.mark.parametrize(
    ("kind", "of"),
    [
        ("facts", "draw/999"),
        ("facts", "nonsense"),
        ("pool", "pool/2020-01-01"),
        ("pool", "pool/2020-13-01"),
        ("chart", "family/none"),
        ("family-table", "draw/396"),
        ("ad", "nowhere"),
        ("embed", "episode/none"),
        ("picture", "picture/1"),
        ("picture", "picture/²"),
        ("see-also", "article/999"),
        ("unheard-of", "draw/396"),
    ],
)
def test_it_shows_nothing_for_a_broken_block_and_reports_it(kind, of):
    hold_draws()
    shown = body(f"<p>Before.</p>{block(kind, of.replace('²', '1x'))}<p>After.</p>")
    assert shown.html == "<p>Before.</p>\n<p>After.</p>"
    assert len(shown.findings) == 1


def test_it_outlives_a_block_that_fails(monkeypatch, caplog):
    hold_draws()
    article = published(f"<p>Before.</p>{block('facts', 'draw/396')}<p>After.</p>")

    def fail(*_given):
        raise RuntimeError("out of order")

    monkeypatch.setitem(BLOCKS, "facts", replace(BLOCKS["facts"], contexts=fail))
    shown = page_of(article)
    assert shown.html == "<p>Before.</p>\n<p>After.</p>"
    assert "out of order" in caplog.text


def test_it_shows_the_story_that_the_editor_chose():
    other = published(slug="other", headline="Another one")
    shown = body(block("see-also", f"article/{other.story_id}"))
    assert "Another one" in shown.html
    assert shown.shown == {other.story_id}


def test_it_fills_see_also_by_rule_and_repeats_nothing():
    hold_draws()
    for number in range(3):
        published(slug=f"other-{number}")
    chosen = published(slug="chosen")
    html = block("see-also") * 2 + block("see-also", f"article/{chosen.story_id}") * 2
    shown = body(html)
    assert shown.html.count('class="see"') == 4
    assert len(shown.shown) == 4
    assert chosen.story_id in shown.shown


def test_it_never_shows_itself_drafts_the_superseded_or_the_other_language():
    hold_draws()
    published(slug="old", draw="392")
    published(slug="french", language="fr")
    publishing.save_draft(
        Article(story=story("draft"), language="en", slug="d", headline="D"), by=None
    )
    article = published(block("see-also"), draw="396")
    itself = block("see-also", f"article/{article.story_id}")
    assert page_of(article).html == ""
    article.body = itself
    publishing.revise(article, by=None, reason="x")
    assert page_of(article).html == ""


def test_it_keeps_the_room_of_an_advertisement_empty_or_not():
    assert '<div class="ad"><b>Advertisement</b></div>' in body(block("ad", "article-mid")).html
    Ad.objects.create(
        name="ours", position="article-mid", is_house=True, text_en="Own words", link="/draws/"
    )
    Ad.objects.create(name="paid", position="article-mid", text_en="Paid", link="https://x.ca/")
    shown = body(block("ad", "article-mid") * 2, slug="second").html
    assert shown.count('class="ad"') == 1
    assert 'href="https://x.ca/" rel="sponsored nofollow"' in shown
    assert "Own words" not in shown


def test_it_resolves_the_figures_of_answers():
    hold_draws()
    asked = ArticleQuestion(
        own_question="Which?", own_answer='<p>At <data value="draw/396/crs">1</data>.</p>'
    )
    (answer,) = page_of(published(questions=[asked])).answers
    assert answer.html == '<p>At <data value="draw/396/crs">508</data>.</p>'
    assert answer.text == "At 508."
    assert answer.anchor == "q-which"


def test_it_asks_as_much_for_many_figures_and_blocks_as_for_few(django_assert_num_queries):
    hold_draws()
    other = published(slug="other")
    few = (
        '<p><data value="draw/396/change">1</data><data value="pool/2026-02-15/total">1</data></p>'
        + block("facts", "draw/396")
        + block("pool", "draw/396")
        + block("chart", "draw/396")
        + block("family-table", "family/cec")
        + block("see-also")
        + block("see-also", f"article/{other.story_id}")
        + block("ad", "article-mid")
    )
    many = (few + '<p><data value="draw/394/next/crs">1</data></p>') * 6
    for html, slug in ((few, "few"), (many, "many")):
        article = Article.objects.for_page().get(pk=published(html, slug=slug).pk)
        list(article.questions.all())
        # Draws, counts, how many, edition, slots, advertisements, chosen articles, which are
        # related, and those.
        with django_assert_num_queries(9):
            body_of(article)


def test_it_renders_a_whole_feed_at_once(django_assert_max_num_queries):
    hold_draws()
    html = '<p><a href="/draws/">Draws</a> <data value="draw/396/crs">1</data></p>'
    for number in range(5):
        published(html + block("facts", "draw/396") + block("ad", "article-mid"), slug=f"a{number}")
    articles = list(Article.objects.for_page())
    with django_assert_max_num_queries(4):
        found = bodies(articles, plain=True)
    for shown in found.values():
        assert 'href="http://localhost:8000/draws/"' in shown.html
        assert "<data" not in shown.html
        assert 'class="ad"' not in shown.html
        assert not shown.findings


def test_it_leaves_charts_and_drawings_out_of_feeds():
    hold_draws()
    article = published(block("chart", "family/cec") + block("pool", "draw/396"))
    plain = bodies(Article.objects.for_page().filter(pk=article.pk), plain=True)[article.pk]
    assert "<svg" not in plain.html
    assert "29,000" in plain.html


def test_it_says_what_is_due_by_the_clock():
    Ad.objects.create(
        name="later", position="article-mid", text_en="Later", link="/x/", starts_at=PUBLISHED
    )
    article = published(block("ad", "article-mid"))
    page = Article.objects.for_page().get(pk=article.pk)
    assert "Later" in body_of(page).html
    assert "Later" not in body_of(page, at=PUBLISHED.replace(year=2025)).html
