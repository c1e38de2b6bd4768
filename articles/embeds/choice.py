"""What a webmaster asks for on the page of embeds, read from the query string."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.embeds import kinds
from articles.models import Article, active_language
from draws.families import FAMILIES
from draws.filters import NAMES as DRAW_FILTERS
from draws.filters import RoundFilter
from draws.models import Draw
from pnp.filters import NAMES as PNP_FILTERS
from pnp.filters import RowFilter
from publish.embeds import NARROWEST, THEMES, WIDEST, Piece

# The chart of a webmaster who named no type.
USUAL_FAMILY = "cec"
OWN = ("piece", "family", "number", "article", "theme", "language", "width")
FILTERS = (*DRAW_FILTERS[1:], *(name for name in PNP_FILTERS if name not in DRAW_FILTERS))
NAMES = (*OWN, *FILTERS)
# What was typed is said back to the reader; nobody needs to read a page of it.
LONGEST_ECHO = 40


class Wrong(Exception):
    """A value that cannot be used: the field and a sentence about it."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name, self.sentence = name, sentence


@dataclass(frozen=True, slots=True)
class Choice:
    """A piece in one theme and width; without a piece, `errors` say why, by field.

    `kept` is a filter that came along from a list, which the form has no field for.
    """

    typed: Mapping[str, str]
    kind: str
    width: int | str
    piece: Piece | None = None
    errors: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, params: Mapping[str, str]) -> "Choice":
        """Read the query in the language that the piece is to have, which is active."""
        typed = {name: params.get(name, "").strip() for name in NAMES}
        kind = typed["piece"] or "latest"
        theme = typed["theme"] if typed["theme"] in THEMES else ""
        query = (("theme", theme),) if theme else ()
        try:
            width = _width(typed["width"])
            piece = _maker(kind)(typed, query)
        except Wrong as wrong:
            errors = {wrong.name: wrong.sentence}
            return cls(typed, kind, "100%", None, errors)
        return cls(typed, kind, width, piece, kept=_kept(kind, typed))


def _maker(kind: str) -> "Callable[[Mapping[str, str], kinds.Query], Piece]":
    if kind not in KINDS:
        raise Wrong("piece", _("Choose from the list."))
    return KINDS[kind][1]


def _width(text: str) -> int | str:
    if not text:
        return "100%"
    if not (text.isascii() and text.isdigit() and len(text) < 5):
        raise Wrong("width", _("Enter a number of pixels."))
    if not NARROWEST <= int(text) <= WIDEST:
        sentence = _("Enter a number from %(least)s to %(most)s.")
        raise Wrong("width", sentence % {"least": NARROWEST, "most": WIDEST})
    return int(text)


def _family(slug: str) -> str:
    if slug and slug not in FAMILIES:
        raise Wrong("family", _("Choose a type from the list."))
    return slug


def _latest(typed: Mapping[str, str], query: kinds.Query) -> Piece:
    slug = _family(typed["family"])
    return kinds.latest(FAMILIES[slug] if slug else None, query)


def _draw(typed: Mapping[str, str], query: kinds.Query) -> Piece:
    number = typed["number"]
    found = Draw.objects.filter(number=number) if number else Draw.objects.newest_first()
    shown = found.first()
    if shown is None:
        said = {"number": number[:LONGEST_ECHO]}
        raise Wrong("number", _("There is no draw %(number)s.") % said)
    return kinds.draw(shown, query)


def _chart(typed: Mapping[str, str], query: kinds.Query) -> Piece:
    return kinds.chart(FAMILIES[_family(typed["family"]) or USUAL_FAMILY], query)


def _draws(typed: Mapping[str, str], query: kinds.Query) -> Piece:
    wanted = RoundFilter.of(typed)
    for name, sentence in wanted.errors.items():
        raise Wrong(name, sentence)
    return kinds.draws((*wanted.query.items(), *query))


def _provinces(typed: Mapping[str, str], query: kinds.Query) -> Piece:
    wanted = RowFilter.of(typed)
    for name, sentence in wanted.errors.items():
        raise Wrong(name, sentence)
    return kinds.provinces((*wanted.query.items(), *query))


def _article(typed: Mapping[str, str], query: kinds.Query) -> Piece:
    readable = Article.objects.published().in_language(active_language()).newest_first()
    slug = _slug(typed["article"])
    shown = readable.filter(slug=slug).first() if slug else readable.first()
    if shown is None:
        raise Wrong("article", _("There is no such article in this language."))
    return kinds.article(shown, query)


def _slug(text: str) -> str:
    """draw-396 for draw-396, /news/express-entry/draw-396/ and the full address."""
    try:
        path = urlsplit(text).path
    except ValueError:
        path = text
    return path.strip("/").rpartition("/")[2]


def _kept(kind: str, typed: Mapping[str, str]) -> dict[str, str]:
    names = {"draws": DRAW_FILTERS[1:], "pnp": PNP_FILTERS}.get(kind, ())
    return {name: typed[name] for name in names if typed[name]}


KINDS = {
    "latest": (gettext_lazy("The latest draw"), _latest),
    "draw": (gettext_lazy("One draw"), _draw),
    "chart": (gettext_lazy("Chart of the cut-offs of a type"), _chart),
    "draws": (gettext_lazy("Table: recent Express Entry draws"), _draws),
    "pnp": (gettext_lazy("Table: recent provincial draws"), _provinces),
    "article": (gettext_lazy("An article"), _article),
}
