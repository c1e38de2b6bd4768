"""The card of a draw: the same drawing as SVG on a page and as the picture that is shared."""

import io
import re
import time
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.template.loader import render_to_string
from django.utils import translation
from PIL import Image

from draws import cards
from draws.cards import as_png
from draws.charts.card import MOST, card


def draws_of(*cuts: int, family: str = "cec") -> list[SimpleNamespace]:
    start = date(2026, 1, 7)
    return [
        SimpleNamespace(
            number=str(index),
            serial=index * 10,
            date=start + timedelta(days=14 * index),
            family=family,
            crs=crs,
            invitations=6000,
        )
        for index, crs in enumerate(cuts, start=1)
    ]


def card_of(*cuts: int, family: str = "cec"):
    draws = draws_of(*cuts, family=family)
    return card(draws[-1], draws)


def test_a_mark_stands_as_far_from_the_line_as_its_points():
    drawn = card_of(547, 507, 508)
    (_, above), (_, below) = drawn.marks
    assert drawn.line - above == pytest.approx(39 * 7.4)
    assert below - drawn.line == pytest.approx(7.4)


def test_the_scale_gives_way_where_cut_offs_are_far_apart():
    drawn = card_of(900, 420, 660)
    heights = [y for _, y in drawn.marks]
    assert 150 <= heights[0] < drawn.line < heights[1] <= 462
    assert drawn.line - heights[0] == pytest.approx(heights[1] - drawn.line)


def test_only_earlier_draws_of_the_series_are_marked_and_never_too_many():
    draws = draws_of(*range(400, 440))
    shown = card(draws[35], draws)
    assert len(shown.marks) == MOST
    assert shown.highest == draws[34].crs
    assert [x for x, _ in shown.marks] == sorted(x for x, _ in shown.marks)
    assert all(540 < x <= 1120 for x, _ in shown.marks)


def test_the_first_draw_of_a_family_has_the_number_alone():
    drawn = card_of(480)
    assert (drawn.marks, drawn.labels, drawn.highest) == ((), (), None)


def test_labels_touch_neither_marks_nor_each_other_nor_the_line():
    for cuts in ((540, 500, 510), (500, 501, 502, 503, 480), (480, 470, 539), (500, 520, 505)):
        drawn = card_of(*cuts)
        for label in drawn.labels:
            assert not label.overlaps(0, drawn.line, 1200, drawn.line)
            assert not any(label.overlaps(x, y, x + 16, y) for x, y in drawn.marks)


def test_a_highest_value_that_is_the_cut_off_itself_is_not_said_twice():
    assert "539" not in [label.text for label in card_of(539, 520, 539).labels]


def test_it_is_a_picture_of_the_size_that_other_sites_ask_for_and_small():
    with translation.override("fr"):
        drawn = card_of(*range(540, 508, -1), family="french")
        body = as_png(drawn)
        began = time.perf_counter()
        assert as_png(drawn) == body
    assert time.perf_counter() - began < 1
    picture = Image.open(io.BytesIO(body))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(body) < 60_000


def test_the_red_line_is_where_the_geometry_says():
    drawn = card_of(520, 508)
    picture = Image.open(io.BytesIO(as_png(drawn))).convert("RGB")
    red = tuple(int(cards.CUT[i : i + 2], 16) for i in (1, 3, 5))
    assert picture.getpixel((700, round(drawn.line))) == red
    assert picture.getpixel((700, round(drawn.line) + 12)) != red


def test_its_colours_are_the_light_ones_of_the_tokens():
    tokens = Path(str(finders.find("css/tokens.css"))).read_text().partition("@media")[0]
    found = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6})", tokens))
    assert (
        found["panel"],
        found["ink"],
        found["ink-2"],
        found["cut"],
    ) == (cards.PANEL, cards.INK, cards.QUIET, cards.CUT)


@pytest.mark.django_db
def test_it_is_served_in_both_languages_and_not_again(client):
    call_command("load_bundled", verbosity=0)
    english, french = (client.get(f"{root}/cards/draw/396.png") for root in ("", "/fr"))
    assert english.headers["Content-Type"] == french.headers["Content-Type"] == "image/png"
    assert english.content != french.content
    again = client.get("/cards/draw/396.png", headers={"If-None-Match": english.headers["ETag"]})
    assert again.status_code == 304
    assert client.get("/cards/draw/9999.png").status_code == 404


def test_the_same_card_is_drawn_on_a_page():
    html = render_to_string("draws/charts/card.html", {"card": card_of(547, 507, 508)})
    assert html.count("h16") == 2
    assert '<text class="d" x="44" y="432">508</text>' in html
    assert "style=" not in html
    alone = render_to_string("draws/charts/card.html", {"card": card_of(480)})
    assert 'class="pr"' not in alone
