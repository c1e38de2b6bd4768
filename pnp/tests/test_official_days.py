"""Days of provinces as the record that comes with Cutline has them."""

import pytest
from django.test import Client
from django.utils.translation import override

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bundled")]


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_the_day_told_as_1169_is_there_with_its_own_figure_and_the_reason(client):
    html = text(client, "/pnp/alberta/2026-02-06/")
    assert "<h1>Alberta: fewer than 10 invited</h1>" in html
    assert "1,169" in html.split("Notes on the official figures")[1]


def test_the_day_told_as_326_is_not_found_and_says_why(client):
    response = client.get("/pnp/new-brunswick/2026-02-03/")
    html = response.content.decode()
    assert response.status_code == 404
    assert "326" in html
    assert 'href="/pnp/new-brunswick/2026-02-02/" rel="prev"' in html
    assert 'content="noindex"' in html
    with override("fr"):
        assert "Aucune ronde" in text(client, "/fr/pnp/new-brunswick/2026-02-03/")


def test_a_day_of_a_province_with_months_gives_the_month(client):
    response = client.get("/pnp/nova-scotia/2026-07-15/")
    assert response.status_code == 404
    assert "The province gives one number for July 2026: 671." in response.content.decode()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/pnp/british-columbia/2026-02-04/", "British Columbia: 429 invited"),
        ("/pnp/ontario/2026-02-02/", "Ontario: 1,825 invited"),
        ("/pnp/manitoba/2026-01-29/", "Manitoba: 47 issued letters of advice"),
    ],
)
def test_official_days_are_told_as_they_were(client, address, said):
    assert f"<h1>{said}</h1>" in text(client, address)
