"""The receipt of an article: what the record says of its statements, for readers and editors."""

from articles.receipt.check import Unread, check_now, moment_of, renew

__all__ = ["Unread", "check_now", "moment_of", "renew"]
