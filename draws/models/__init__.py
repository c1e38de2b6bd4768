from draws.models.draw import Draw, DrawQuerySet
from draws.models.pool import PoolCount, PoolCountQuerySet

__all__ = ["Draw", "DrawQuerySet", "PoolCount", "PoolCountQuerySet"]
