from draws.views.card import card
from draws.views.draw import draw
from draws.views.family import family, family_form
from draws.views.listing import draw_form, draw_list
from draws.views.pool import pool, pool_form

__all__ = ["card", "draw", "draw_form", "draw_list", "family", "family_form", "pool", "pool_form"]
