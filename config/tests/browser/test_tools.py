"""The tools in a browser: by keyboard alone, without scripts, and following the form with them."""

import pytest

from config.tests.browser.visits import Visitor

pytestmark = pytest.mark.browser
ASKED = "/tools/invited/?score=508&date=2025-04-02&time=14:20&cec=yes"


def test_it_answers_a_form_that_was_sent_by_keyboard_on_a_phone_without_scripts(
    visit: Visitor,
) -> None:
    page = visit("/tools/invited/", width=360, script=False).page
    page.get_by_label("CRS score").focus()
    page.keyboard.type("508")
    page.get_by_label("Date", exact=True).fill("2025-04-02")
    page.get_by_role("group", name="Canadian Experience Class").get_by_label("Yes").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Check every round").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="First invitation: draw 400").wait_for()
    assert page.url.endswith("/tools/invited/?score=508&date=2025-04-02&cec=yes#result")
    row = page.get_by_role("row", name="396").first
    assert "Tie-break: not invited" in row.inner_text()


def test_it_goes_from_an_error_to_its_field(visit: Visitor) -> None:
    page = visit("/tools/crs/?age=old", width=360, script=False).page
    page.locator("#result").get_by_role("link", name="Age", exact=True).click()
    field = page.get_by_label("Age", exact=True)
    assert page.url.endswith("#f-age")
    assert field.get_attribute("aria-invalid") == "true"
    assert "0" in page.locator(f"#{field.get_attribute('aria-describedby')}").inner_text()


def test_it_follows_the_form_once_there_is_a_result(visit: Visitor) -> None:
    page = visit(ASKED).page
    page.get_by_label("CRS score").fill("534")
    page.get_by_role("heading", name="First invitation: draw 351").wait_for()
    assert "score=534" in page.url
    assert page.get_by_label("CRS score").input_value() == "534"
