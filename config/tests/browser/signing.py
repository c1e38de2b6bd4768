"""Signing in to the desk of a running site, with the second step where a role asks for it."""

from playwright.sync_api import Page

from config.tests.site import Site

# A recovery code, as codes of an app open the desk once in half a minute only.
CODE = """
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.contrib.auth import get_user_model
from articles.signin import factors
user = get_user_model().objects.get(username="{name}")
if factors.required(user):
    factors.enrol(user)
    print(RecoveryCodes.activate(user).get_unused_codes()[0])
else:
    print("-")
"""


def sign_in(page: Page, site: Site, name: str, password: str, path: str = "/admin/") -> None:
    """Opens a page of the desk as somebody who has an account there."""
    told = site.manage("shell", "--no-imports", "-c", CODE.format(name=name))
    code = told.strip().splitlines()[-1]
    page.goto(f"{site.url}/admin/login/?next={path}")
    page.fill("[name=username]", name)
    page.fill("[name=password]", password)
    page.click("#login-form [type=submit]")
    if code != "-":
        page.fill("#code-form [name=code]", code)
        page.click("#code-form [type=submit]")
    page.wait_for_url(f"{site.url}{path}")
