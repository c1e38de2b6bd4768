"""The record many times over, in a database that is for this alone: see docs/growth.md."""

from config.growth.growing import MOST, NotForThis, grow

__all__ = ["MOST", "NotForThis", "grow"]
