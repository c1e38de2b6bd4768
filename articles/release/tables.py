"""Every table of the release, in the order of its page."""

from articles.release.changes import CHANGE_TABLE
from articles.release.federal import DRAW_TABLE, FAMILY_TABLE, POOL_TABLE
from articles.release.fields import Table
from articles.release.provincial import MONTH_TABLE, ROW_TABLE

TABLES: tuple[Table, ...] = (
    DRAW_TABLE,
    FAMILY_TABLE,
    POOL_TABLE,
    ROW_TABLE,
    MONTH_TABLE,
    CHANGE_TABLE,
)
