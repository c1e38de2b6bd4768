"""Signing in with a real browser: every page of accounts, an app, and a passkey of the device."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from config.tests.browser.test_desk import WIDER, objections
from config.tests.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

MAKE = """
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
user = get_user_model().objects.create_user("paul", password="desk-words", is_staff=True)
user.groups.add(Group.objects.get(name="Publisher"))
"""
PAGES = (
    *("/admin/account/factors/", "/admin/account/factors/totp/activate/"),
    *("/admin/account/factors/webauthn/add/", "/admin/password_change/", "/admin/logout/"),
)
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
}


@pytest.fixture(scope="module")
def publisher(browser: Browser, site: Site) -> Iterator[Page]:
    """Somebody who has to set up a second step, on a device that can hold a passkey."""
    site.manage("shell", "--no-imports", "-c", MAKE)
    context = browser.new_context(viewport={"width": 390, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    yield page
    context.close()


def listen(page: Page, site: Site) -> list[str]:
    """What goes wrong on the page from now on, and what it asks of others."""
    heard: list[str] = []
    page.on("console", lambda m: heard.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith((site.url, "data:")) else heard.append(request.url)
        ),
    )
    return heard


def look(page: Page) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert objections(page) == [], page.url
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(WIDER) == 0, page.url


def test_a_publisher_sets_up_a_passkey_and_signs_in_with_it(publisher: Page, site: Site) -> None:
    page, heard = publisher, listen(publisher, site)
    page.goto(f"{site.url}/fr/admin/login/")
    look(page)
    page.goto(f"{site.url}/admin/login/")
    page.fill("[name=username]", "paul")
    page.fill("[name=password]", "desk-words")
    page.click("#login-form [type=submit]")
    page.wait_for_url("**/admin/account/factors/")
    page.goto(f"{site.url}/admin/account/reauthenticate/?next=/admin/account/factors/")
    look(page)
    page.fill("[name=password]", "desk-words")
    page.click(".submit-row [type=submit]")
    page.wait_for_url("**/admin/account/factors/")
    for path in PAGES:
        for language in ("", "/fr"):
            page.goto(f"{site.url}{language}{path}")
            assert page.url == f"{site.url}{language}{path}"
            look(page)

    page.goto(f"{site.url}/admin/account/factors/webauthn/add/")
    page.check("[name=passwordless]")
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/recovery-codes/")
    look(page)
    for path in ("webauthn/", "recovery-codes/generate/", ""):
        page.goto(f"{site.url}/admin/account/factors/{path}")
        look(page)
    page.goto(f"{site.url}/admin/")
    page.click("#logout-form button")
    page.wait_for_url("**/admin/login/**")

    page.click("#passkey_login")
    page.wait_for_url(f"{site.url}/admin/")
    page.click("#logout-form button")

    page.fill("[name=username]", "paul")
    page.fill("[name=password]", "desk-words")
    page.click("#login-form [type=submit]")
    page.wait_for_url("**/factors/authenticate/")
    look(page)
    page.click("#mfa_webauthn_authenticate")
    page.wait_for_url(f"{site.url}/admin/")
    assert heard == []


def test_without_scripts_it_offers_no_passkey(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.url}/admin/login/")
    assert not page.locator("#passkey_login").is_visible()
    assert page.locator("#login-form [type=submit]").is_visible()
    context.close()
