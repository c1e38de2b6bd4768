"""Text that editors write: what it may hold, and the one way in which it is made safe."""

from articles.prose.sanitise import sanitise

__all__ = ["sanitise"]
