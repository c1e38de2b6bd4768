"""Making editors' text safe: whatever comes in, only what an article may hold comes out."""

import nh3
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.prose.reader import read
from articles.prose.tree import write

# Parsers take time that grows with the square of the nesting: nobody writes an article this long.
LONGEST = 300_000
MOST_TAGS = 12_000
# One reading brings a text into our form. Deep nesting may take a second one, nothing takes more.
MOST_READINGS = 5


class Sanitised(str):
    """Text that `sanitise` made, so that it need not do so twice."""

    __slots__ = ()


_cleaner = nh3.Cleaner(
    tags={
        *("p", "h2", "h3", "strong", "em", "a", "data", "ul", "ol", "li", "blockquote"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td", "div"),
        *("br", "b", "i", "h1", "h4", "h5", "h6"),  # read as the ones above
    },
    attributes={
        "a": {"href"},
        "data": {"value"},
        "div": {"data-block", "data-of"},
        "th": {"colspan", "rowspan"},
        "td": {"colspan", "rowspan"},
    },
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)


def sanitise(html: str) -> Sanitised:
    """The text in the form that is stored. Doing it again changes nothing.

    Raises ValidationError for a text that is too long to be read.
    """
    if isinstance(html, Sanitised):
        return html
    if len(html) > LONGEST or html.count("<") > MOST_TAGS:
        raise ValidationError(_("The text is too long for one article."), code="too-long")
    # Half of a pair of code units is no character, and no database stores it.
    text = _cleaner.clean(html.encode("utf-8", "ignore").decode())
    for _reading in range(MOST_READINGS):
        before, text = text, write(read(text))
        if text == before:
            break
    return Sanitised(text)
