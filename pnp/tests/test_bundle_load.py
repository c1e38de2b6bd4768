"""Loading the rows that come with Cutline into an empty site."""

import pytest
from django.core.management import call_command

from pnp.models import Event, PeriodTotal, Row

pytestmark = pytest.mark.django_db


def test_it_fills_a_site_once(capsys):
    call_command("load_bundled")
    assert "pnp-bundle: loaded 825 rows" in capsys.readouterr().out
    call_command("load_bundled")
    assert "pnp-bundle: the site has its rows" in capsys.readouterr().out
    assert (Event.objects.count(), Row.objects.count()) == (434, 818)
    assert PeriodTotal.objects.count() == 7
