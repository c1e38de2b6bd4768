"""Another site's page sends no form of ours: each address is asked to take one, also a new one."""

import pytest
from django.test import Client
from django.urls import resolve

from config.tests.security.addresses import addresses

pytestmark = pytest.mark.django_db
# Answers that are worked out from what is sent and kept nowhere. No cookie is looked at.
ANSWERS = ("/api/v1/crs/score", "/api/v1/eligibility")
EVIL = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}


def test_each_address_is_known_by_its_path() -> None:
    found = list(addresses())
    assert len(found) > 300
    assert [each.path for each in found if resolve(each.path).func != each.view] == []


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_no_address_takes_what_the_page_of_another_site_sends(admin_user, method):
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    taken = {}
    for each in addresses():
        # The check of forms asks the same of every method; not everything passes it.
        if method != "POST" and not getattr(each.view, "csrf_exempt", False):
            continue
        answer = client.generic(method, each.path, headers=EVIL)
        if answer.status_code not in (403, 405) and not is_closed(answer.status_code, each.path):
            taken[each.path] = answer.status_code
    assert taken == {}


def is_closed(status: int, path: str) -> bool:
    """404 for an address that is not there; or it keeps nothing, and nobody is signed in there."""
    return status == 404 or path in ANSWERS


def test_whoever_is_signed_in_is_nobody_where_answers_are_worked_out(admin_user):
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    for path in ANSWERS:
        answer = client.post(path, "{}", content_type="application/json")
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.wsgi_request.COOKIES == {}
        assert answer.cookies == {}
