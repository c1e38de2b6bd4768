"""One address for each kind of page: for the browser tests, the pictures and the French test."""

PAGES = {
    "home": "/",
    "draws": "/draws/",
    "draws-filtered": "/draws/?family=cec&year=2025&score=530",
    "draws-empty": "/draws/?family=fst&year=2026",
    "draw-396": "/draws/396/",
    "draw-247-noted": "/draws/247/",
    "draw-1-first": "/draws/1/",
    "family": "/draws/cec/",
    "pool": "/draws/pool/",
    "status": "/status/",
    "not-found": "/nothing-is-here/",
}
LANGUAGES = {"en": "", "fr": "/fr"}


def address(name: str, language: str = "en") -> str:
    """The path and query of a kind of page in a language."""
    return LANGUAGES[language] + PAGES[name]
