from datetime import UTC, date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from draws import bundle
from draws.figures import POOL_FIELDS, parse, resolve_all
from draws.models import Draw, PoolCount
from draws.tests.feeds import feed, row
from ingest import pipeline
from ingest.models import Capture
from publish import formats

pytestmark = pytest.mark.django_db


def hold(*rows) -> None:
    pipeline.bring_in("ircc", feed(*rows))


def text(address: str, language: str = "en") -> str:
    return resolve_all([address], language)[address].text


def cec(number: str, day: int, **values: str):
    """A CEC round of a day in January 2026."""
    return row(
        number,
        drawDate=f"2026-01-{day:02}",
        drawDateFull=f"January {day}, 2026",
        drawDateTime=f"January {day:02}, 2026 at 12:00:00 UTC",
        drawDistributionAsOn=f"January {day - 2}, 2026",
        **values,
    )


@pytest.mark.parametrize(
    ("address", "english", "french"),
    [
        ("draw/396/crs", "508", "508"),
        ("draw/396/invitations", "6,000", "6 000"),
        ("draw/396/date", "17 February 2026", "17 février 2026"),
        ("draw/396/time", "11:33:44 UTC", "11 h 33 min 44 s UTC"),
        ("draw/396/tie-break", "16 March 2025, 09:35:59 UTC", "16 mars 2025, 9 h 35 min 59 s UTC"),
        ("draw/396/name", "Canadian Experience Class", "Canadian Experience Class"),
        ("draw/396/family", "Canadian Experience Class", "Catégorie de l’expérience canadienne"),
        ("pool/2026-02-15/total", "29,000", "29 000"),
        ("pool/2026-02-15/501-600", "4,500", "4 500"),
    ],
)
def test_it_gives_a_figure_the_form_of_its_language(address, english, french):
    hold(row("396"))
    assert text(address) == english
    assert text(address, "fr").replace("\u00a0", " ") == french


def test_it_keeps_the_parts_of_a_french_figure_together():
    hold(row("396"))
    assert " " not in text("draw/396/invitations", "fr")
    assert " " not in text("draw/396/date", "fr")


def test_it_walks_to_the_draws_before_and_after_in_the_family():
    hold(
        row("396", drawCRS="508"),
        cec("395", 25, drawName="Provincial Nominee Program", drawCRS="789"),
        cec("392", 20, drawCRS="509", drawSize="7,000"),
        cec("390", 7, drawCRS="511", drawSize="8,000"),
    )
    assert text("draw/396/previous/crs") == "509"
    assert text("draw/396/previous/previous/crs") == "511"
    assert text("draw/390/next/next/crs") == "508"
    assert text("draw/396/previous/next/crs") == "508"
    assert text("draw/396/change") == "−1"
    assert text("draw/396/invitations-change") == "−1,000"
    assert text("draw/396/previous/change") == "−2"


@pytest.mark.parametrize(
    "address",
    [
        "draw/390/previous/crs",  # the first of its family
        "draw/396/next/crs",  # the newest
        "draw/390/change",
        "draw/391/crs",  # no such draw
        "pool/2026-02-14/total",  # no count of that day
        "pool/2026-02-30/total",  # no such day
        "pool/2026-02-15/502-600",  # no such band
    ],
)
def test_it_leaves_out_what_leads_nowhere(address):
    hold(row("396"), cec("390", 7))
    assert resolve_all([address], "en") == {}


def test_it_leaves_out_what_the_source_does_not_print():
    hold(row("396"))
    Draw.objects.update(tie_break_at=None, held_at=None)
    PoolCount.objects.update(b501_600=None)
    asked = ["draw/396/tie-break", "draw/396/time", "pool/2026-02-15/501-600", "draw/396/crs"]
    assert list(resolve_all(asked, "en")) == ["draw/396/crs"]


def test_it_takes_the_count_of_the_newest_draw_where_two_are_of_one_day():
    hold(row("396", dd18="29,001"), row("395"))
    assert text("pool/2026-02-15/total") == "29,001"


def test_it_asks_two_queries_whatever_is_asked(django_assert_num_queries):
    hold(row("396"), cec("392", 20), cec("390", 7))
    asked = [f"draw/{n}/{what}" for n in (390, 392, 396) for what in ("crs", "change", "next/date")]
    asked += [f"pool/2026-02-15/{band}" for band in POOL_FIELDS]
    with django_assert_num_queries(2):
        resolve_all(asked, "en")
    with django_assert_num_queries(0):
        resolve_all(["draw/x/crs", "nonsense"], "en")


@given(st.text(alphabet="draw/pol0123456789-abcxyzprevious{}.<>%\u0660", max_size=40))
def test_it_never_fails_on_an_address(address):
    parse(address)


@given(st.from_regex(r"\A(draw|pool)/[0-9a-z-]{1,12}/[a-z0-9/-]{1,30}\Z"))
def test_it_understands_only_what_it_can_answer(address):
    asked = parse(address)
    assert asked is None or address.startswith(("draw/", "pool/"))


def _every_figure(draws, previous, counts):
    """(address, text, iso) of every figure of every draw and count, worked out from the rows."""
    for draw in draws:
        stem, before = f"draw/{draw.number}", previous[draw.pk]
        held = draw.held_at and f"{draw.held_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        tie = draw.tie_break_at and f"{draw.tie_break_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        yield f"{stem}/crs", str(draw.crs), ""
        yield f"{stem}/invitations", formats.figure(draw.invitations), ""
        yield f"{stem}/date", formats.long_day(draw.date), str(draw.date)
        yield f"{stem}/time", held and formats.clock(draw.held_at), held
        yield f"{stem}/tie-break", tie and formats.long_moment(draw.tie_break_at), tie
        yield f"{stem}/name", draw.printed_name, ""
        yield f"{stem}/previous/crs", before and str(before.crs), ""
        yield f"{stem}/change", before and formats.change(draw.crs - before.crs), ""
    for day, count in counts.items():
        for printed, field in POOL_FIELDS.items():
            number = getattr(count, field)
            shown = None if number is None else formats.figure(number)
            yield f"pool/{day}/{printed}", shown, ""


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_equals_the_row_for_every_figure_of_every_known_draw(language):
    pipeline.bring_in("bundle", bundle.as_bytes(), Capture.Via.BUNDLE)
    draws = list(Draw.objects.oldest_first())
    newest: dict[str, Draw] = {}
    previous: dict[int, Draw | None] = {}
    for draw in draws:
        previous[draw.pk], newest[draw.family] = newest.get(draw.family), draw
    counts = {count.as_of: count for count in PoolCount.objects.filter(as_of__gte=date(2015, 1, 1))}
    with override(language):
        expected = list(_every_figure(draws, previous, counts))
    found = resolve_all([address for address, _text, _iso in expected], language)
    wrong = [
        address
        for address, words, iso in expected
        if ((figure := found.get(address)) and (figure.text, figure.iso))
        != (words and (words, iso))
    ]
    assert len(draws) > 400
    assert len(counts) > 100
    assert wrong == []
