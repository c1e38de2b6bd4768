"""The stream texts that editors mapped, for adapters and imports."""

from django.utils.text import slugify

from ingest.records import Arrival
from pnp.models import StreamAlias

NEW = "new"


def slug_of_new(province: str, text: str) -> str:
    """The slug of a stream that an editor added under its printed name."""
    return f"{province}-{slugify(text)}"[:80].rstrip("-")


def known_names(arrival: Arrival, province: str = "") -> dict[str, str]:
    """Stream text -> slug: what was mapped in admin, and the decisions on held rows.

    Without a province, the texts of all, each with "<code>:" before it.
    """
    if province:
        return StreamAlias.objects.texts_of(province) | _decided(arrival, province)
    return {f"{name.province}:{name.text}": name.stream for name in StreamAlias.objects.all()}


def _decided(arrival: Arrival, province: str) -> dict[str, str]:
    return {
        made.raw: slug_of_new(province, made.raw) if made.choice == NEW else made.choice
        for made in arrival.decisions
        if made.code == "unknown-stream"
    }
