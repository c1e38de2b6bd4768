"""The site's sign as a picture, for those who cannot use the SVG: search results, home screens."""

import io
from functools import cache

from PIL import Image, ImageDraw

from draws.cards import CUT, INK, SERIF, font

SIDE = 512
PAPER = "#fbfaf7"


@cache
def logo() -> bytes:
    """The letter on its line, as in favicon.svg, as PNG. Drawn once in the life of a process."""
    picture = Image.new("RGB", (SIDE, SIDE), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.text((SIDE / 2, 370), "C", INK, font(SERIF, 420, 700), anchor="ms")
    pen.rectangle([48, 400, SIDE - 48, 444], fill=CUT)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
