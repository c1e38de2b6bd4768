"""Text in the form in which patterns read it: small letters, straight signs, same offsets."""

import re

# A no-break space between groups of digits joins them; elsewhere it is a blank.
_JOINING = re.compile(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))")
_SIGNS = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "‑": "-",
        "–": "-",
        "−": "-",
        "—": ";",
        "ᵉ": "e",
    }
)


def plain(text: str) -> str:
    """The text for patterns; every sign stands where it stood."""
    low = _JOINING.sub("_", text).translate(_SIGNS)
    lowered = low.lower()
    if len(lowered) == len(low):
        return lowered
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in low)
