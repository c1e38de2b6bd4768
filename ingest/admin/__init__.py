from ingest.admin import arrivals, held, record, webhooks

__all__ = ["arrivals", "held", "record", "webhooks"]
