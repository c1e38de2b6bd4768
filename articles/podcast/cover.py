"""The cover of the podcast: square, RGB, within the sizes that Apple and Spotify take."""

import io
from functools import cache

from PIL import Image, ImageDraw

from draws.cards import INK, PANEL, QUIET, SANS, SERIF, font

# Between 1400 and 3000.
SIDE = 1600
MARGIN = 130
# Cut-offs as marks, as on the card of a draw. No red line: that is a cut-off with its number.
HEIGHTS = (300, 250, 410, 350, 350, 200, 260, 140, 80, 30)


@cache
def cover() -> bytes:
    """The cover as PNG. Drawn once in the life of a process."""
    picture = Image.new("RGB", (SIDE, SIDE), PANEL)
    pen = ImageDraw.Draw(picture)
    for index, height in enumerate(HEIGHTS):
        x, y = MARGIN + index * 140, 640 - height
        pen.line([(x, y), (x + 84, y)], QUIET, 20)
    pen.text((MARGIN, 1010), "Cutline", INK, font(SERIF, 400, 700), anchor="ls")
    pen.rectangle([MARGIN, 1070, SIDE - MARGIN, 1078], fill=INK)
    pen.text((MARGIN, 1260), "Podcast · Balado", INK, font(SANS, 140, 600), anchor="ls")
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
