"""What the editor can make: one list for articles, a shorter one for answers and notes.

The names are those of the editor's modules. Ours lie in static/js/prose/ and are made known to
the editor in settings; what of all this may be stored is for articles.prose.reader to say.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

# The kinds of blocks, in the order of the dialog; articles.body.blocks draws them.
KINDS = ("facts", "pool", "chart", "family-table", "see-also", "ad", "embed", "picture")

_FIGURE = {
    "words": {
        "title": _("Figure from the record"),
        "address": _("Address"),
        "text": _("Text"),
        "help": _("Written by itself when the article is saved."),
    }
}
_BLOCK = {
    "kinds": KINDS,
    "words": {
        "title": _("Block from the record"),
        "kind": _("Kind"),
        "of": _("Of what"),
        "help": _("draw/396, family/cec, pool/2026-02-15, article/7, article-mid, picture/3"),
    },
}

ANSWER: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "SpecialCharacters": True,
    "BoundFigure": _FIGURE,
}

ARTICLE: dict[str, Any] = {
    **ANSWER,
    "Document": False,  # ours allows blocks
    "ArticleDocument": True,
    "BoundBlock": _BLOCK,
    # A block at the very end would leave no place to write, and the editor takes a text of one
    # empty element for no text at all.
    "TrailingNode": True,
    "Heading": {"levels": [2, 3]},
    "Blockquote": True,
    "CaptionedTable": {"words": {"caption": _("Caption")}},
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "HTML": True,
}
