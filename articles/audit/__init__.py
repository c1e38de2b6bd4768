"""The record of who did what at the desk: `note` writes a line of it, nothing changes one."""

from articles.audit.notes import note

__all__ = ["note"]
