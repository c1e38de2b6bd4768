"""Links that share a page: addresses only, nothing of theirs is loaded."""

from urllib.parse import quote, urlencode

from django.utils.translation import gettext as _


def share_links(title: str, url: str) -> list[tuple[str, str]]:
    """(label, address) of each way; `url` is the full address of the page."""
    return [
        (_("Link"), url),
        (_("Email"), f"mailto:?subject={quote(title)}&body={quote(url)}"),
        ("WhatsApp", "https://wa.me/?" + urlencode({"text": f"{title} {url}"})),
        ("X", "https://x.com/intent/post?" + urlencode({"text": title, "url": url})),
        ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?" + urlencode({"url": url})),
    ]
