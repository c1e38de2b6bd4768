"""The guide of a first visit: ten lines, for what the person may do."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

YEAR = 365 * 24 * 3600

START = (
    _("This page is the desk: what you can act on comes first, then what waits for others."),
    _("Press / on any page to search everything: articles, draws by number or date, provinces."),
    _("A story is a piece of news; its English and its French side are two articles."),
    _("Never type a figure: write / in the text and choose it. It then follows the record."),
)
WRITING = (
    _("A draft is yours until you send it to review. Others see who has it open."),
    _("A preview link shows a draft to somebody without an account; it ends by itself."),
)
REPORTER = (
    _("“Send to review” hands the article to an editor; the desk says who can approve it."),
    _("What is sent back comes with a reason and stands under “My drafts” again."),
    _("Red words are late or contradicted by the record: put those right first."),
)
EDITOR = (
    _("Approve what somebody else wrote; your own words wait for another pair of eyes."),
    _("Schedule in Ottawa time; the desk shows UTC beside it, and red words if it was missed."),
    _("To change a public article, say whether it is a typing error, an update or a correction."),
)
PUBLISHER = (
    _("You approve, schedule and correct, but not what you changed last yourself."),
    _("Withdrawing takes an article from readers at once; its address and its history stay."),
    _("You may publish against the record: say why, for it stands in the article’s history."),
)
END = (_("Français in the head of the page switches the desk to French; your page stays."),)


def lines_for(user: Any) -> list[Any]:
    """The ten lines of a reporter, an editor or a publisher, by what the person may do."""
    role = REPORTER
    if user.has_perm("articles.publish_article"):
        role = EDITOR
    if user.has_perm("articles.withdraw_article"):
        role = PUBLISHER
    return [*START, *WRITING, *role, *END]


def was_dismissed(request: HttpRequest) -> bool:
    return _cookie(request) in request.COOKIES


def dismiss(request: HttpRequest, response: HttpResponse) -> None:
    """Kept in the browser, for each account that uses it."""
    secure = request.is_secure()
    response.set_cookie(
        _cookie(request), "read", max_age=YEAR, httponly=True, samesite="Lax", secure=secure
    )


def _cookie(request: HttpRequest) -> str:
    return f"desk-guide-{request.user.pk}"
