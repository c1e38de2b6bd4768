"""The picture of a draw that other sites show beside a link: 1200 by 630, PNG."""

import io
from functools import cache

from django.contrib.staticfiles import finders
from django.utils.translation import gettext as _
from PIL import Image, ImageDraw, ImageFont

from draws.charts.card import HEIGHT, MARK, WIDTH, Card

# The light colours of static/css/tokens.css: a picture cannot follow the reader's mode.
PANEL, INK, QUIET, CUT = "#f3f1ea", "#17181b", "#55534e", "#b3122a"
SERIF, SANS = "fonts/newsreader-var.woff2", "fonts/public-sans-var.woff2"
MARGIN = 56
# A few flat colours and their edges: more would only make the file larger.
COLOURS = 48


def as_png(card: Card) -> bytes:
    """The card as a file, in the active language."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), PANEL)
    pen = ImageDraw.Draw(picture)
    for x, y in card.marks:
        pen.line([(x, y), (x + MARK, y)], fill=QUIET, width=5)
    for label in card.labels:
        anchor = "ms" if label.centred else "ls"
        pen.text((label.x, label.y), label.text, QUIET, font(SANS, 36, 400), anchor=anchor)
    _number(pen, str(card.cut), card.figure_y)
    pen.line([(0, card.line), (WIDTH, card.line)], fill=CUT, width=6)
    _words(pen, card)
    return _packed(picture)


def _number(pen: ImageDraw.ImageDraw, digits: str, baseline: float) -> None:
    """The cut-off, its digits a little closer than the font sets them."""
    face, x = font(SERIF, 250, 600), 44.0
    for digit in digits:
        pen.text((x, baseline), digit, INK, face, anchor="ls")
        x += face.getlength(digit) - 9


def _words(pen: ImageDraw.ImageDraw, card: Card) -> None:
    title = _("Express Entry draw %(number)s") % {"number": card.number}
    invited = _("%(invitations)s invited on %(date)s") % {
        "invitations": card.invitations,
        "date": card.day,
    }
    name = font(SERIF, 52, 700)
    pen.text((WIDTH - MARGIN, 566), "Cutline", INK, name, anchor="rs")
    whole, beside = WIDTH - 2 * MARGIN, WIDTH - 3 * MARGIN - name.getlength("Cutline")
    for y, text, weight, colour, room in (
        (98, title, 600, INK, whole),
        (510, card.family, 600, INK, whole),
        (566, invited, 400, QUIET, beside),
    ):
        pen.text((MARGIN, y), text, colour, _fitting(text, weight, room), anchor="ls")


def _fitting(text: str, weight: int, room: float) -> ImageFont.FreeTypeFont:
    """The font at 42 pixels, or as large as the words allow."""
    size = 42
    while size > 20 and font(SANS, size, weight).getlength(text) > room:
        size -= 2
    return font(SANS, size, weight)


@cache
def font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    """One of the site's own fonts for drawing; `size` in pixels, `weight` 400 to 700."""
    face = ImageFont.truetype(str(finders.find(name)), size)
    face.set_variation_by_axes([weight])
    return face


def _packed(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
