"""Ids of feeds and their items: tag URIs, which outlive host, scheme, title and address."""

from urllib.parse import quote

from django.conf import settings

# What may stand in a URI as it is; a % belongs to something that is quoted already.
PLAIN = "/?=&;:@!$'()*+,~%"


def tag_uri(key: str) -> str:
    """tag:cutline.example,2026:draw/396, by RFC 4151. Never change what a key is made of."""
    return f"tag:{settings.ID_AUTHORITY}:{quote(key, safe=PLAIN)}"
