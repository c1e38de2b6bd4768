"""A page as one visitor sees it."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, Response


@dataclass(frozen=True, slots=True)
class Visit:
    """A loaded page, what it complained about and all that it asked for."""

    page: Page
    response: Response
    complaints: list[str]
    requests: list[str]

    @property
    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        return int(self.page.evaluate(width))


Visitor = Callable[..., Visit]


def load(page: Page, address: str) -> Visit:
    """Opens the address and listens while it loads."""
    complaints: list[str] = []
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda message: complaints.append(message.text) if message.type == "error" else None,
    )
    response = page.goto(address, wait_until="load")
    assert response is not None
    return Visit(page, response, complaints, requests)
