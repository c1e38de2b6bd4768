"""What would raise a score: every real option tried with the whole engine, best first. Pure."""

from crs.improve.options import Option, improvements, side_by_side

__all__ = ["Option", "improvements", "side_by_side"]
