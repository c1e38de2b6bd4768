"""What the editor can make: one list for articles, a shorter one for answers."""

from typing import Any

ANSWER: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
}

ARTICLE: dict[str, Any] = {
    **ANSWER,
    "Heading": {"levels": [2, 3]},
    "Blockquote": True,
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
}
