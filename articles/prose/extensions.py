"""What the editor can make: one list for articles, a shorter one for answers and notes.

The names are those of the editor's modules. Ours lie in static/js/prose/ and are made known to
the editor in settings; what of all this may be stored is for articles.prose.reader to say.
"""

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

# The kinds of blocks, in the order of the menu; articles.body.blocks draws them.
KINDS = {
    "facts": _("Draw in figures"),
    "pool": _("Pool by score"),
    "chart": _("Chart"),
    "family-table": _("Rounds of one type"),
    "see-also": _("See also"),
    "ad": _("Advertisement"),
    "embed": _("Podcast player"),
    "picture": _("Picture"),
}
# Where the editor asks for what it shows and offers.
_URLS = {
    "present": reverse_lazy("admin:articles_article_figures"),
    "search": reverse_lazy("admin:articles_article_picker"),
}
# In the sentences {name} and the like are filled in by the editor.
_FIGURE = {
    "urls": _URLS,
    "words": {
        "named": _("{name}: {value}"),
        "changed": _("changed"),
        "hasChanged": _("{name}: was {old} when the text was saved, is {value} now"),
        "lost": _("leads nowhere"),
        "leadsNowhere": _("{name}: there is no such figure on the record"),
    },
}
_BLOCK = {
    "urls": _URLS,
    "labels": KINDS,
    "words": {
        "named": _("{kind}: {title}"),
        "lost": _("leads nowhere: {of}"),
        "up": _("Move up"),
        "down": _("Move down"),
        "edit": _("Choose another"),
        "remove": _("Remove the block"),
        "removed": _("The block is removed."),
        "movedUp": _("Moved up."),
        "movedDown": _("Moved down."),
        "atTop": _("It is at the top already."),
        "atBottom": _("It is at the bottom already."),
        "keys": _("Enter to choose another, Alt with an arrow to move, Delete to remove."),
    },
}
_PICKER = {
    "urls": _URLS,
    # The editor's own tools, which it names in English only.
    "tools": {
        "paragraph": _("Paragraph"),
        "heading2": _("Heading"),
        "heading3": _("Smaller heading"),
        "bulletList": _("List"),
        "orderedList": _("Numbered list"),
        "blockquote": _("Quotation"),
        "bold": _("Bold"),
        "italic": _("Italic"),
        "link": _("Link"),
        "unlink": _("Remove the link"),
        "table": _("Table"),
        "history:undo": _("Undo"),
        "history:redo": _("Redo"),
        "html": _("HTML"),
    },
    "words": {
        "title": _("Insert from the record"),
        "replace": _("Turn {number} into a figure"),
        "open": _("Figure or block from the record (type / or Ctrl+Shift+F)"),
        "turn": _("Turn this number into a figure (Ctrl+Shift+F)"),
        "noNumber": _("There is no number here."),
        "placeholder": _("397, latest CEC, 17 Feb 2026, Ontario 2 Feb, pool"),
        "hint": _("Arrows to choose, Enter to insert, Escape to go back."),
        "back": _("Back"),
        "close": _("Close"),
        "all": _("All figures: {name}"),
        "others": _("Others"),
        "blocks": _("Blocks"),
        "found": _("{n} to choose from"),
        "nothing": _("Nothing on the record fits these words."),
        "failed": _("There was no answer. Are you still signed in? Your text is kept."),
        "inserted": _("Inserted: {name}"),
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
    "RecordPicker": {**_PICKER, "blocks": False},
}

ARTICLE: dict[str, Any] = {
    **ANSWER,
    "Document": False,  # ours allows blocks
    "ArticleDocument": True,
    "BoundBlock": _BLOCK,
    "RecordPicker": {**_PICKER, "blocks": True, "labels": KINDS},
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
