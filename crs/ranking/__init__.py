"""The Comprehensive Ranking System: a score with each number’s rule. Pure, and without Django."""

from crs.ranking.score import Score, score, score_of

__all__ = ["Score", "score", "score_of"]
