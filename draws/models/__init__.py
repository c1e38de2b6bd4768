from draws.models.draw import Draw, DrawQuerySet
from draws.models.pool import PoolCount, PoolCountQuerySet
from draws.models.tally import Tally, TallyQuerySet

__all__ = ["Draw", "DrawQuerySet", "PoolCount", "PoolCountQuerySet", "Tally", "TallyQuerySet"]
