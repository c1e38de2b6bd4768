"""Structured data (JSON-LD) as a script element that no text can break out of."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString, mark_safe

# json.dumps leaves these; in a script element "</script" or "<!--" would end or hide it.
ESCAPED = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


def as_script(data: Mapping[str, Any]) -> SafeString:
    """<script type="application/ld+json"> with the data; absent values (None, "", empty) are
    left out. The type makes it data: a content security policy does not stop it."""
    text = json.dumps(
        {"@context": "https://schema.org", **_present(data)},
        ensure_ascii=False,
        separators=(",", ":"),
    ).translate(ESCAPED)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308


def _present(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _present(item) for key, item in value.items() if not _is_absent(item)}
    if isinstance(value, list | tuple):
        return [_present(item) for item in value if not _is_absent(item)]
    return value if isinstance(value, bool | int | float) else str(value)


def _is_absent(value: Any) -> bool:
    return value is None or (isinstance(value, str | list | tuple | dict) and not value)
