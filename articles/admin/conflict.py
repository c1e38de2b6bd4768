"""Two people saved one article: both texts side by side, and the choice between them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles import publishing
from articles.admin.keys import number_of
from articles.models import Article, ArticleQuestion, Question
from articles.workflow import roles, versions

MERGE, MINE, THEIRS = "put-together", "mine", "theirs"
PARTS = ("headline", "slug", "standfirst", "body", "seo_title", "seo_description")
PREFIX = "questions-"


def is_outrun(request: HttpRequest, article: Article) -> bool:
    """Whether somebody has saved the article since this form was opened."""
    return str(publishing.version_of(article)) != request.POST.get("version", "")


def put_together(request: HttpRequest, article: Article) -> bool:
    """Whether this is the choice between two texts. The request then holds the chosen words, is
    refused once so that they are looked at before they are saved, and goes on as any other."""
    if MERGE not in request.POST or is_outrun(request, article):
        return False
    data = request.POST.copy()
    for name in PARTS:
        if data.get(f"take-{name}") == THEIRS:
            data[name] = getattr(article, name)
    if data.get("take-questions") == THEIRS:
        _set_questions(data, _stored_rows(article))
    else:
        _set_questions(data, _posted_rows(data, article))
    request.POST = data  # type: ignore[assignment]
    request.refused = (  # type: ignore[attr-defined]
        _("These words are put together from both texts: look at them, then save."),
    )
    return True


def page(site: Any, request: HttpRequest, article: Article) -> HttpResponse:
    """The comparison, with everything that was typed in it. Status 409."""
    newest: Any = article.history.order_by("-history_id").select_related("history_user")[0]
    theirs = versions.texts_of(article, list(article.questions.select_related("bank")))
    mine = _mine(request.POST, article)
    found = versions.compare(theirs, mine)
    context = {
        **site.admin_site.each_context(request),
        "title": _("Somebody else has saved this article since you opened it"),
        "opts": site.opts,
        "article": article,
        "newest": newest,
        "who": roles.name_of(newest.history_user),
        "found": found,
        "kept": _kept(request.POST, str(newest.history_id)),
        "mine": [(versions.LABELS[name], mine[name]) for name in mine if mine[name]],
        "may_save": site.has_change_permission(request, article),
    }
    return TemplateResponse(request, "admin/articles/article/conflict.html", context, status=409)


def _mine(data: Any, article: Article) -> dict[str, str]:
    words = {name: data.get(name, getattr(article, name)) for name in PARTS}
    rows = [row for row in _posted_rows(data, article) if row.get("DELETE") != "on"]
    keys = [number_of(row.get("bank", "")) for row in rows]
    # Somebody may have taken a question out of the bank meanwhile.
    bank = Question.objects.in_bulk([key for key in keys if key is not None])
    questions = [
        ArticleQuestion(
            bank=bank.get(key),
            own_question=row.get("own_question", ""),
            own_answer=row.get("own_answer", ""),
        )
        for key, row in zip(keys, rows, strict=True)
    ]
    return versions.texts_of(Article(**words), questions)


def _kept(data: Any, version: str) -> list[tuple[str, str]]:
    """Everything that was sent, to be sent again in knowledge of the newer version."""
    own = {"csrfmiddlewaretoken", "version", "verb", MERGE}
    sent = [(name, value) for name in data for value in data.getlist(name) if name not in own]
    return [*sent, ("version", version)]


def _posted_rows(data: Any, article: Article) -> list[dict[str, str]]:
    """The questions of the form. Those that somebody took away meanwhile are new ones now."""
    known = {str(pk) for pk in article.questions.values_list("pk", flat=True)}
    rows: dict[str, dict[str, str]] = {}
    for name in data:
        number, _dash, field = name.removeprefix(PREFIX).partition("-")
        if name.startswith(PREFIX) and number_of(number) is not None:
            rows.setdefault(number, {})[field] = data[name]
    found = [rows[number] for number in sorted(rows, key=int)]
    for row in found:
        if row.get("id") not in known:
            row["id"] = ""
    return found


def _stored_rows(article: Article) -> list[dict[str, str]]:
    return [
        {
            "id": str(row.pk),
            "bank": str(row.bank_id or ""),
            "own_question": row.own_question,
            "own_answer": row.own_answer,
            "own_reviewed_on": str(row.own_reviewed_on or ""),
            "slug": row.slug,
            "position": str(row.position),
        }
        for row in article.questions.all()
    ]


def _set_questions(data: Any, rows: list[dict[str, str]]) -> None:
    """Rows with a key first, as a formset wants them."""
    for name in [name for name in data if name.startswith(PREFIX)]:
        del data[name]
    rows.sort(key=lambda row: not row.get("id"))
    data[f"{PREFIX}TOTAL_FORMS"] = str(len(rows))
    data[f"{PREFIX}INITIAL_FORMS"] = str(sum(bool(row.get("id")) for row in rows))
    for number, row in enumerate(rows):
        for field, value in row.items():
            data[f"{PREFIX}{number}-{field}"] = value
