"""Keys of rows as a request names them."""

# As many digits as every database takes.
LONGEST = 18


def number_of(text: str) -> int | None:
    """The key; None for what is none, such as another script’s digits or a number too long."""
    plain = text.isascii() and text.isdigit() and len(text) <= LONGEST
    return int(text) if plain else None
