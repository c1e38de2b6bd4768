import threading
from itertools import pairwise

import pytest
from django.db import connection, transaction

from publish import editions
from publish.models import Edition

pytestmark = pytest.mark.django_db


def test_it_begins_at_zero():
    assert editions.current().number == 0


def test_it_grows_by_one():
    assert [editions.advance("a"), editions.advance("b")] == [1, 2]
    assert editions.current().number == 2


def test_it_leaves_no_gap_after_a_rollback():
    editions.advance("stays")
    with transaction.atomic():
        editions.advance("goes")
        transaction.set_rollback(True)
    assert editions.advance("next") == 2


def test_it_tells_editions_apart_in_whole_seconds():
    for reason in "abc":
        editions.advance(reason)
    moments = list(Edition.objects.order_by("number").values_list("modified_at", flat=True))
    seconds = [moment.timestamp() for moment in moments]
    assert all(later - earlier >= 1 for earlier, later in pairwise(seconds))
    assert all(moment.microsecond == 0 for moment in moments)


@pytest.mark.django_db(transaction=True)
def test_it_gives_two_writers_two_numbers():
    editions.current()
    together = threading.Barrier(4)

    def write() -> None:
        together.wait()
        editions.advance("at once")
        connection.close()

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(Edition.objects.values_list("number", flat=True)) == [0, 1, 2, 3, 4]
