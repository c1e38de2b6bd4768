"""Actions on many rows that say what they will do before they do it."""

from articles.admin.bulk.base import Bulk, BulkAdmin

__all__ = ["Bulk", "BulkAdmin"]
