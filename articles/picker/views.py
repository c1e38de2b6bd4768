"""The answers to the editor, as JSON. For staff who may see articles; see articles.admin.picker."""

import json
from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from articles.figures import resolve_all
from articles.models import Article, Language, Story
from articles.picker import blocks, cards, describe, numbers, offers
from articles.picker.offers import Group
from articles.prose import forms

# More than the longest article has; the rest of a hand-made request is left unanswered.
MOST_FIGURES = 500
MOST_BLOCKS = 100
LONGEST_REQUEST = 100_000
LONGEST_KEY = 120


@never_cache
@require_POST
def present(request: HttpRequest) -> JsonResponse:
    """The present words of figures and blocks: {language, figures: [address], blocks: [[kind,
    of]]} gives {figures: {address: {name, value}}, blocks: {"kind of": title}}. What leads
    nowhere has a name and no value, or no title."""
    if len(request.body) > LONGEST_REQUEST:
        return _refused(_("The text is too long for one article."), 413)
    try:
        asked = json.loads(request.body)
        language = Language(asked["language"])
        addresses = _addresses(asked["figures"])
        bound = _blocks(asked["blocks"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return _refused(_("The request cannot be read."), 400)
    figures = resolve_all(addresses, language)
    shown = cards.titles(bound, language)
    return JsonResponse(
        {
            "figures": {
                address: {
                    "name": str(describe.name_of(address)),
                    "value": figures[address].text if address in figures else None,
                }
                for address in addresses
            },
            "blocks": {f"{kind} {of}": title for (kind, of), title in shown.items()},
        }
    )


@never_cache
@require_GET
def search(request: HttpRequest) -> JsonResponse:
    """What the picker lists: figures for the words `q`, of one subject `of`, or with the value
    `number`; or blocks of one `block` kind, of all kinds for "all"."""
    given = request.GET
    if (language := given.get("language")) not in Language.values:
        return _refused(_("The request cannot be read."), 400)
    story, text = _story(given.get("article", "")), given.get("q", "")
    if kind := given.get("block", ""):
        return JsonResponse({"blocks": _choices(kind, blocks.Search(text, language, story))})
    if number := given.get("number", ""):
        return JsonResponse({"groups": _groups(numbers.matching(number, language, story))})
    if of := given.get("of", "")[:LONGEST_KEY]:
        return JsonResponse({"groups": _groups(offers.of_subject(of, language))})
    return JsonResponse({"groups": _groups(offers.offers(text, language, story))})


def _groups(groups: list[Group]) -> list[dict[str, Any]]:
    return [asdict(group) for group in groups]


def _choices(kind: str, search: blocks.Search) -> list[dict[str, str]]:
    if kind == "all":
        return [{"kind": kind, "title": label} for kind, label in blocks.kinds()]
    return [asdict(choice) for choice in blocks.choices(kind, search)]


def _story(article: str) -> Story | None:
    """The story of an article, with what it reports; None for none."""
    if not (article.isascii() and article.isdigit() and len(article) < 10):
        return None
    rows = Article.objects.select_related("story__draw__pool", "story__event")
    found = rows.filter(pk=int(article)).first()
    return found.story if found else None


def _addresses(given: Any) -> list[str]:
    named = [one for one in given[:MOST_FIGURES] if isinstance(one, str)]
    return [one for one in dict.fromkeys(named) if forms.ADDRESS.fullmatch(one)]


def _blocks(given: Any) -> list[tuple[str, str]]:
    pairs = [(str(kind), str(of)) for kind, of in given[:MOST_BLOCKS]]
    return [
        (kind, of)
        for kind, of in pairs
        if forms.BLOCK.fullmatch(kind) and forms.BLOCK_OF.fullmatch(of)
    ]


def _refused(why: str, status: int) -> JsonResponse:
    return JsonResponse({"error": why}, status=status)
