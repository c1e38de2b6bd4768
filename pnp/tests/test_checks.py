import pytest

from ingest import pipeline
from ingest.models import Attempt
from pnp import registry
from pnp.checks import checked
from pnp.tests.stored import changed, page

pytestmark = pytest.mark.django_db


def test_it_says_when_a_page_was_last_found_to_agree():
    alberta = registry.province("ab")
    assert (checked(alberta).at, checked(alberta).is_fetched) == (None, False)
    pipeline.bring_in("pnp-ab", page("ab"))
    good = Attempt.objects.get().started_at
    pipeline.bring_in("pnp-ab", changed("ab", "Draw&nbsp;date", "When"))
    assert (checked(alberta).at, checked(alberta).waiting) == (good, 1)
    assert checked(registry.province("on")).at is None
