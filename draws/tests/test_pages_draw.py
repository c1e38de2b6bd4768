from datetime import UTC, date, datetime

import pytest
from django.core.cache import cache

from draws.models import Draw
from draws.tests import rows
from ingest.models import Capture, Revision

pytestmark = pytest.mark.django_db


def text(client, address):
    cache.clear()
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def january():
    return rows.draw("392", date=date(2026, 1, 21), crs=509)


def test_it_answers_who_how_many_and_how_far(client):
    rows.draw("396")
    html = text(client, "/draws/396/")
    assert "<h1>Draw 396: Canadian Experience Class</h1>" in html
    assert "6,000 people were invited to apply, down to a score of 508." in html
    assert "16 March 2025, 09:35:59 UTC" in html
    assert '<div class="cut sec"><b>508</b></div>' in html
    assert '<time datetime="2026-02-17T11:33:44Z">17 Feb 2026, 11:33:44 UTC</time>' in html
    assert "06:33:44 in Ottawa" in html
    assert "338 days before the draw." in html


def test_it_compares_with_the_draw_before_of_the_same_family(client, january):
    rows.draw("395", family="pnp", crs=789, date=date(2026, 2, 16))
    rows.draw("396", invitations=5500)
    html = text(client, "/draws/396/")
    assert "Cut-off −1, invitations −500" in html
    assert "since draw 392, 27 days earlier" in html


def test_it_says_what_did_not_change(client, january):
    rows.draw("396", crs=509)
    assert "Cut-off unchanged, invitations unchanged" in text(client, "/draws/396/")


def test_it_names_the_first_draw_of_a_family(client):
    rows.draw("430", family="military", invitations=4)
    html = text(client, "/draws/430/")
    assert "first draw of this type" in html
    assert "4 people were invited" in html


def test_it_counts_its_place_in_the_year(client, january):
    rows.draw("388", date=date(2025, 12, 17))
    rows.draw("395", family="pnp", date=date(2026, 2, 16), invitations=279)
    rows.draw("396")
    html = text(client, "/draws/396/")
    assert "Second CEC draw, third round" in html
    assert "12,279 invitations to that date" in html


def test_it_links_its_neighbours_in_the_family_and_in_all(client, january):
    rows.draw("395", family="pnp")
    rows.draw("396")
    rows.draw("397", family="physicians")
    rows.draw("400", date=date(2026, 3, 3))
    html = text(client, "/draws/396/")
    for number in ("392", "395", "397", "400"):
        assert f'href="/draws/{number}/"' in html
    assert "Previous CEC draw" in html
    assert "Next CEC draw" in html


def test_it_shows_the_pool_with_its_own_date(client):
    rows.draw("396", pool=rows.pool(), pool_as_of=date(2026, 2, 15))
    html = text(client, "/draws/396/")
    assert '<time datetime="2026-02-15">15 Feb 2026</time>' in html
    assert '<td class="n">235,695</td>' in html
    assert '<tr class="part"><th scope="row">491–500</th><td class="n">13,504</td></tr>' in html
    assert "501 to 600: 16,559 in one band" in html
    assert "Cut-off 508" in html


def test_it_uses_wide_bands_where_the_narrow_ones_are_not_recorded(client):
    narrow = dict.fromkeys(name for name in rows.POOL if name[1:3] in ("49", "48", "47", "46"))
    rows.draw("445", pool=rows.pool(**narrow, b451_460=None), crs=476)
    html = text(client, "/draws/445/")
    assert "Bands of ten points: not recorded." in html
    assert "451 to 500: 73,609 in one band" in html


@pytest.mark.parametrize(
    ("number", "words"),
    [("213", "with draws 1 to 213"), ("223", "IRCC prints no count of the pool with this draw.")],
)
def test_it_says_why_there_is_no_pool(client, number, words):
    rows.draw(number)
    html = text(client, f"/draws/{number}/")
    assert "Pool count: not published." in html
    assert words in html


def test_it_says_which_draws_print_the_same_count(client):
    shared = rows.pool()
    for number in ("395", "396", "397"):
        rows.draw(number, pool=shared)
    html = text(client, "/draws/396/")
    assert "dated <time" in html
    assert "with draws 395, 396 and 397" in html


def test_it_says_why_times_are_absent(client):
    rows.draw("76", tie_break_at=None, held_at=None)
    html = text(client, "/draws/76/")
    assert "IRCC prints no tie-break with this draw." in html
    assert "Time of day: not recorded" in html


def test_it_notes_what_contradicts_itself_beside_the_figure(client):
    rows.draw("247", pool=rows.pool(b451_500=73789))
    rows.draw("357", date=date(2025, 7, 22), held_at=datetime(2025, 7, 12, 16, 27, 45, tzinfo=UTC))
    assert "IRCC prints 73,789 candidates from 451 to 500" in text(client, "/draws/247/")
    assert '<span class="doubt"><time datetime="2025-07-12' in text(client, "/draws/357/")
    assert "doubt" not in text(client, "/draws/247/")


def test_it_lists_revisions(client):
    shown = rows.draw("335")
    assert "Revisions: none." in text(client, "/draws/335/")
    Revision.objects.create(
        source=shown.first_capture.source,
        subject="draw/335",
        field="tie_break_at",
        old="2025-11-14T02:52:14Z",
        new="2024-11-14T02:52:14Z",
        capture=shown.first_capture,
        seen_at=datetime(2025, 2, 13, 8, 0, tzinfo=UTC),
        edition=1,
    )
    html = text(client, "/draws/335/")
    assert "“14 Nov 2025, 02:52:14 UTC” became “14 Nov 2024, 02:52:14 UTC”" in html
    assert "Revisions: none." not in html


def test_it_shows_the_editors_note_escaped_in_either_language(client):
    rows.draw("396", note_en="Checked <b>twice</b>.")
    assert "Checked &lt;b&gt;twice&lt;/b&gt;." in text(client, "/draws/396/")
    assert 'lang="en"' in text(client, "/fr/draws/396/").split("<main")[1]


def test_it_names_its_source_and_when_it_was_first_seen(client):
    rows.draw("396")
    rows.draw("395", first_capture=rows.capture(Capture.Via.BUNDLE))
    html = text(client, "/draws/396/")
    assert "express-entry-rounds/invitations.html?q=396" in html
    assert "17 Feb 2026, 16:13 UTC" in html
    assert "In the record that comes with Cutline" in text(client, "/draws/395/")


def test_it_draws_the_family_with_the_cut_line_and_its_table(client, january):
    rows.draw("396")
    rows.draw("400", date=date(2026, 3, 3), crs=507)
    html = text(client, "/draws/396/")
    assert "<tspan>508</tspan> cut-off" in html
    assert '<tspan class="hi">507</tspan> newest' in html
    assert "Of 3 rounds, 2 had a cut-off of 508 or lower." in html
    assert "Rounds in the chart: Canadian Experience Class" in html


@pytest.mark.parametrize("number", ["1", "91a", "447"])
def test_it_takes_numbers_as_text(client, number):
    rows.draw(number)
    assert f"Draw {number}:" in text(client, f"/draws/{number}/")


@pytest.mark.parametrize("path", ["/draws/999/", "/draws/91/", "/draws/0396/", "/draws/396.5/"])
def test_it_knows_no_other_draws(client, path):
    rows.draw("396")
    assert client.get(path).status_code == 404


def test_it_never_asks_more_than_twelve_times(client, django_assert_max_num_queries):
    shared = rows.pool()
    rows.many(100, families=("cec",))
    Draw.objects.update(pool=shared)
    cache.clear()
    with django_assert_max_num_queries(12):
        assert client.get("/draws/50/").status_code == 200
