"""From a sentence of the catalogue to prose, its figures bound and not yet filled in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape

from django.urls import reverse
from django.utils.translation import override

from articles.body.document import Document
from articles.drafting.situation import Round
from articles.drafting.words.twins import Twin
from pnp.models import Event
from publish.figures import Figure

# Who has a part in a sentence beside its subject: a draw, or a day of a province.
Member = Round | Event
_SLOT = re.compile(r"\[(?:([a-z]+)\.)?([A-Za-z0-9-]+)\]")
# A figure of no member of the cast, by its address.
_RULE = re.compile(r"\[(rule/[a-z0-9/-]+)\]")
# A figure in a plain field, until it is filled in.
_BLANK = re.compile(r"\[([a-z]+/[a-z0-9/-]+)\]")
PLAIN = ("headline", "standfirst", "seo_title", "seo_description")


class Unresolved(LookupError):
    """Figures that the record does not have; str() lists their addresses."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What a draft says in one language. Before `filled`, addresses stand where figures belong."""

    language: str
    slug: str
    headline: str
    standfirst: str
    seo_title: str
    seo_description: str
    body: str

    @property
    def addresses(self) -> set[str]:
        plain = (_BLANK.findall(getattr(self, name)) for name in PLAIN)
        return Document.of(self.body).addresses.union(*plain)

    def filled(self, figures: Mapping[str, Figure]) -> "Copy":
        """With the words of its figures. Raises Unresolved rather than leave a gap."""
        if missing := self.addresses - figures.keys():
            raise Unresolved(", ".join(sorted(missing)))
        plain = {
            name: _BLANK.sub(lambda match: figures[match[1]].text, getattr(self, name))
            for name in PLAIN
        }
        return replace(self, body=Document.of(self.body).with_figures(figures), **plain)


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes sentences about one subject in one language.

    `subject` is the address that a bare `[crs]` belongs to; `[rule/…]` is an address itself;
    `words` fill in `{noun}` and the like.
    """

    language: str
    subject: str
    words: Mapping[str, str]

    def plain(self, sentence: Twin, /, **cast: Member) -> str:
        """The sentence for a field without marks."""
        return _SLOT.sub(lambda slot: f"[{self._address(slot, cast)}]", self._worded(sentence))

    def prose(self, sentence: Twin, /, **cast: Member) -> str:
        """The sentence as HTML, each figure bound."""
        words = escape(self._worded(sentence), quote=False)
        words = _RULE.sub(lambda slot: bound(slot[1]), words)
        return _SLOT.sub(lambda slot: self._marked(slot, cast), words)

    def about(self, **words: str) -> "Writer":
        """The same with other words."""
        return replace(self, words={**self.words, **words})

    def _worded(self, sentence: Twin) -> str:
        text = sentence.in_language(self.language).format_map(self.words)
        return text[:1].upper() + text[1:] if text[:1] != "[" else text

    def _marked(self, slot: re.Match[str], cast: Mapping[str, Member]) -> str:
        role, what = slot.groups()
        if what in ("link", "Link"):
            return self._link(cast[role], capital=what == "Link")
        return bound(self._address(slot, cast))

    def _address(self, slot: re.Match[str], cast: Mapping[str, Member]) -> str:
        role, what = slot.groups()
        subject = _subject(cast[role]) if role else self.subject
        return f"{subject}/{what}"

    def _link(self, member: Member, *, capital: bool) -> str:
        with override(self.language):
            if isinstance(member, Event):
                return link(member.get_absolute_url(), bound(f"{member.subject}/date"))
            address = reverse("draws:draw", args=[member.number])
        noun = "ronde" if self.language == "fr" else "draw"
        word = noun.capitalize() if capital else noun
        return link(address, f"{word} {bound(f'draw/{member.number}/number')}")


def _subject(member: Member) -> str:
    return member.subject if isinstance(member, Event) else f"draw/{member.number}"


def bound(address: str) -> str:
    return f'<data value="{address}"></data>'


def link(address: str, words: str) -> str:
    return f'<a href="{address}">{words}</a>'


def paragraph(*sentences: str) -> str:
    text = " ".join(filter(None, sentences))
    return f"<p>{text}</p>" if text else ""


def heading(text: str) -> str:
    return f"<h2>{escape(text, quote=False)}</h2>"


def points(items: list[str]) -> str:
    return f"<ul>{''.join(f'<li><p>{item}</p></li>' for item in items)}</ul>" if items else ""


def block(kind: str, of: str = "") -> str:
    return f'<div data-block="{kind}" data-of="{of}"></div>'
