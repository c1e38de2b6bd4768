"""What receipts do when something happened. Each function is one line of settings."""

from articles.receipt.archive import read_about
from ingest.models import Event


def on_figure(event: Event) -> None:
    """figure.corrected, figure.withdrawn: receipts say at once what the record says now."""
    domain, *rest = event.subject.split("/")
    if domain == "draw" and len(rest) == 1:
        read_about(rest[0])
