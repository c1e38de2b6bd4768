"""Would I have been invited? For every draw, and the score that would have sufficed. Pure."""

from crs.invited.history import History, history
from crs.invited.person import Person, Submitted, TypedScore
from crs.invited.rounds import Outcome, RoundLike, outcome
from crs.invited.sufficient import Sufficient, sufficient

__all__ = [
    "History",
    "Outcome",
    "Person",
    "RoundLike",
    "Submitted",
    "Sufficient",
    "TypedScore",
    "history",
    "outcome",
    "sufficient",
]
