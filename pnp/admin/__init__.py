from pnp.admin import facts, names, record, tables

__all__ = ["facts", "names", "record", "tables"]
