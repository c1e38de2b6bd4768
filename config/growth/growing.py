"""The whole record, many times over, in one transaction."""

from django.conf import settings
from django.db import transaction

from articles.demo.accounts import is_local
from articles.publishing.noting import note_all
from config.growth import arrivals, newsroom
from config.growth.arrivals import copy_captures, copy_happenings
from config.growth.copying import Copier, Model, every
from config.growth.federal import copy_draws
from config.growth.newsroom import copy_newsroom
from config.growth.provincial import copy_provinces
from draws.models import Draw, PoolCount
from pnp.models import Event, PeriodTotal, Row
from publish import editions
from publish.models import Edition

# Above this, draws would have six digits.
MOST = 200
REASON = "record grown"


class NotForThis(Exception):
    """The database is one that others read, or has been grown before."""


@transaction.atomic
def grow(times: int, *, anywhere: bool = False) -> dict[str, int]:
    """Make the record `times` as large; returns how many rows there are of each kind.

    Deterministic: the same record grows into the same one. Raises NotForThis where others than
    this machine reach the site, unless `anywhere`, and where the record has been grown already.
    """
    if not (anywhere or is_local()):
        raise NotForThis(f"{settings.SITE_URL} can be reached by others than this machine.")
    if Edition.objects.filter(reason__startswith=REASON).exists():
        raise NotForThis("This record has been grown before: begin with a new database.")
    turns = range(1, times)
    provincial: tuple[Model, ...] = (Event, Row, PeriodTotal)
    tables: list[Model] = [*arrivals.TABLES, PoolCount, Draw, *provincial, *newsroom.copied()]
    copier = Copier(tables)
    copy_captures(copier, turns)
    numbers = copy_draws(copier, turns)
    days = copy_provinces(copier, turns)
    copy_newsroom(copier, turns, numbers)
    copy_happenings(copier, turns, numbers, days)
    copier.finish()
    note_all()
    editions.advance(f"{REASON} {times} times")
    return {str(table._meta.verbose_name_plural): every(table).count() for table in tables}
