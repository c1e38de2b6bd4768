from ingest.admin import arrivals, held, record

__all__ = ["arrivals", "held", "record"]
