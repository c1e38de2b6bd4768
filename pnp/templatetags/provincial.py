"""Figures of provincial rows as they stand in the cells of a table."""

from django import template
from django.utils.translation import gettext as _

from pnp.models import Row
from pnp.records import Counted, Scored
from publish.formats import figure

register = template.Library()


@register.filter
def count_cell(row: Row) -> str:
    """429, <10, 10 to 15, or why there is no number."""
    if row.count_kind == Counted.BELOW:
        return f"<{figure((row.high or 0) + 1)}"
    return row.count_label


@register.filter
def score_cell(row: Row) -> str:
    """58, 505 to 528, or why there is none."""
    if row.score_kind == Scored.NOT_APPLICABLE:
        return _("by wage")
    if row.score_kind == Scored.SEVERAL and row.score_low is not None:
        return str(row.score_low)
    return row.score_label


@register.filter
def is_lowest_of_several(row: Row) -> bool:
    return row.score_kind == Scored.SEVERAL
