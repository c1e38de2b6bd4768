import io
import re
from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.urls import reverse
from PIL import Image

from articles import publishing
from articles.models import (
    Ad,
    AdSlot,
    Article,
    Author,
    BlockedTerm,
    Category,
    DeskTask,
    Episode,
    MenuItem,
    Picture,
    Question,
    SearchTerm,
    SlugRedirect,
    Story,
    Subscriber,
    Topic,
)
from articles.tests.stories import PUBLISHED, hold_draws, published, side, story
from publish import editions

pytestmark = pytest.mark.django_db

MODELS = [
    *(Ad, AdSlot, Article, Author, BlockedTerm, Category, DeskTask, Episode, MenuItem),
    *(Picture, Question, SearchTerm, SlugRedirect, Story, Subscriber, Topic),
]
MADE_BY_THE_SITE = {DeskTask, SearchTerm, SlugRedirect, Subscriber}
NO_QUESTIONS = {"questions-TOTAL_FORMS": "0", "questions-INITIAL_FORMS": "0"}


def address(model: type[Model], page: str, *args: object) -> str:
    return reverse(f"admin:articles_{model._meta.model_name}_{page}", args=args)


def fields(article: Article, **values: str) -> dict[str, str]:
    """What the form of an article would send, unchanged but for these values."""
    based = {"based_on_update_0": "", "based_on_update_1": ""}
    kept = {name: getattr(article, name) for name in ("headline", "slug", "standfirst", "body")}
    empty = {"seo_title": "", "seo_description": "", "sentence": "", "reason": ""}
    if not article.pk:
        kept |= {"story": str(article.story_id), "language": article.language}
    version = {"version": str(publishing.version_of(article))}
    return {**kept, **empty, **based, **version, **NO_QUESTIONS, **values}


def save(client, article: Article, **values: str):
    page = address(Article, "change", article.pk) if article.pk else address(Article, "add")
    return client.post(page, fields(article, **values))


def complaints(response) -> str:
    said = r'<(ul|div) class="(?:errorlist|errornote).*?</\1>'
    found = [each[0] for each in re.finditer(said, response.content.decode(), re.DOTALL)]
    return " ".join(found)


def edition() -> int:
    return editions.current().number


@pytest.fixture
def writer(client):
    """Staff who write, and may not publish."""
    user = get_user_model().objects.create(username="writer", is_staff=True)
    names = ["add_article", "change_article", "view_article", "view_story", "delete_article"]
    names += ["add_articlequestion", "change_articlequestion", "view_articlequestion"]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    return client


@pytest.mark.parametrize("model", MODELS)
def test_it_lists_each_kind(admin_client, model):
    assert admin_client.get(address(model, "changelist")).status_code == 200
    expected = 403 if model in MADE_BY_THE_SITE else 200
    assert admin_client.get(address(model, "add")).status_code == expected


@pytest.fixture(autouse=True)
def one_person(settings):
    """Here one person does everything: for the others see test_workflow_roles.py."""
    settings.ONE_PERSON_NEWSROOM = True


def test_it_writes_a_draft(admin_client):
    new = side(story(), "<p>x</p><script>1</script>", slug="a")
    before = edition()
    assert save(admin_client, new, verb="save_draft").status_code == 302
    article = Article.objects.get()
    assert (article.state, article.body) == ("draft", "<p>x</p>")
    assert article.history.get().history_user.username == "admin"
    assert edition() == before


def test_it_publishes_revises_and_withdraws(admin_client):
    hold_draws()
    bound = '<p><data value="draw/396/crs">1</data></p>'
    save(admin_client, side(story(), bound, slug="a"), verb="publish", reason="Out")
    article = Article.objects.published().get()
    assert ">508<" in article.body
    before = edition()
    told = {"kind": "update", "sentence": "Added more.", "headline": "More"}
    save(admin_client, article, verb="revise", reason="More", **told)
    article.refresh_from_db()
    assert (article.headline, article.update_note) == ("More", "Added more.")
    assert article.updated_at is not None
    assert edition() == before + 1
    save(admin_client, article, verb="withdraw", reason="Wrong")
    assert not Article.objects.published().exists()
    reasons = list(article.history.values_list("history_change_reason", flat=True))
    assert reasons == ["Wrong", "More", "Out"]


def test_it_schedules_in_ottawa_time(admin_client):
    new = side(story(), slug="a")
    save(admin_client, new, verb="schedule", at_day="2999-01-01", at_time="09:00")
    article = Article.objects.get()
    assert article.state == "scheduled"
    assert article.scheduled_for == datetime(2999, 1, 1, 14, tzinfo=UTC)


def test_it_says_what_is_missing_and_loses_nothing(admin_client):
    new = side(story(), "", slug="a", standfirst="")
    answer = save(admin_client, new, verb="publish", headline="Kept words")
    assert "The article has no text." in complaints(answer)
    assert "The article has no standfirst." in complaints(answer)
    assert "Kept words" in answer.content.decode()
    assert not Article.objects.exists()


def test_it_asks_what_kind_of_change_it_is(admin_client):
    article = published()
    answer = save(admin_client, article, verb="revise", headline="New")
    assert "Say what kind of change it is" in complaints(answer)
    answer = save(admin_client, article, verb="revise", kind="correction", headline="New")
    assert "Write the sentence" in complaints(answer)
    assert 'value="New"' in answer.content.decode()
    article.refresh_from_db()
    assert article.headline == "first"


def test_it_refuses_a_text_that_is_too_long_without_failing(admin_client):
    answer = save(admin_client, side(story(), slug="a"), verb="save_draft", body="<p>" * 20_000)
    assert "too long" in complaints(answer)


def test_it_keeps_questions_in_the_order_of_the_form(admin_client):
    article = published()
    before = edition()
    rows = {
        "questions-TOTAL_FORMS": "2",
        "questions-INITIAL_FORMS": "0",
        "questions-0-own_question": "Second?",
        "questions-0-own_answer": "<p>Yes<script>1</script></p>",
        "questions-0-position": "2",
        "questions-1-own_question": "First?",
        "questions-1-own_answer": "<p>Yes</p>",
        "questions-1-position": "1",
    }
    assert save(admin_client, article, verb="revise", kind="typing", **rows).status_code == 302
    asked = list(article.questions.values_list("slug", "own_answer"))
    assert asked == [("first", "<p>Yes</p>"), ("second", "<p>Yes</p>")]
    assert edition() == before + 1


def test_it_lets_a_writer_draft_and_not_publish(writer):
    new = side(story(), slug="a")
    assert save(writer, new, verb="publish").status_code == 403
    assert save(writer, new, verb="save_draft").status_code == 302
    assert Article.objects.get().state == "draft"


def test_it_shows_a_writer_public_articles_to_read_only(writer):
    article = published()
    page = address(Article, "change", article.pk)
    assert writer.get(page).status_code == 200
    assert save(writer, article, verb="revise", kind="typing", headline="Mine").status_code == 403
    assert writer.post(address(Article, "delete", article.pk), {"post": "yes"}).status_code == 403
    assert Article.objects.get().headline == "first"


def test_it_deletes_drafts_and_no_public_article(admin_client):
    article = published()
    page = address(Article, "delete", article.pk)
    assert admin_client.post(page, {"post": "yes"}).status_code == 403
    publishing.withdraw(article, by=None, reason="x")
    admin_client.post(page, {"post": "yes"})
    assert not Article.objects.exists()


def test_it_deletes_no_public_article_by_the_list(admin_client):
    article = published()
    given = {"action": "delete_selected", "_selected_action": [article.pk], "post": "yes"}
    admin_client.post(address(Article, "changelist"), given)
    assert Article.objects.exists()


def test_it_shows_old_versions_and_puts_none_back_unseen(admin_client):
    article = published()
    publishing.revise(article, by=None, reason="A better word")
    page = admin_client.get(address(Article, "history", article.pk)).content.decode()
    assert "A better word" in page
    oldest = article.history.last()
    old = reverse("admin:articles_article_simple_history", args=[article.pk, oldest.history_id])
    assert admin_client.get(old, follow=True).status_code == 200


def test_it_leads_from_a_story_to_its_sides(admin_client):
    article = published()
    page = admin_client.get(address(Story, "change", article.story_id)).content.decode()
    assert address(Article, "change", article.pk) in page
    add = f"{address(Article, 'add')}?story={article.story_id}&amp;language=fr"
    assert add in page
    form = admin_client.get(add.replace("&amp;", "&")).content.decode()
    assert '<option value="fr" selected>' in form


def test_it_saves_a_story_with_authors_in_order(admin_client):
    article = published()
    other = Author.objects.create(slug="other", name="Other")
    byline = article.story.bylines.get()
    before = edition()
    given = {
        "working_title": "Told anew",
        "category": article.story.category_id,
        "bylines-TOTAL_FORMS": "2",
        "bylines-INITIAL_FORMS": "1",
        "bylines-0-id": byline.pk,
        "bylines-0-story": article.story_id,
        "bylines-0-author": byline.author_id,
        "bylines-0-position": "2",
        "bylines-1-story": article.story_id,
        "bylines-1-author": other.pk,
        "bylines-1-position": "1",
    }
    admin_client.post(address(Story, "change", article.story_id), given)
    names = [row.author.name for row in article.story.bylines.all()]
    assert names == ["Other", "Noor Haddad"]
    assert edition() == before + 1


def test_it_moves_the_edition_with_every_row_that_pages_show(admin_client):
    before = edition()
    given = {"slug": "ee", "name_en": "Express Entry", "name_fr": "Entrée express"}
    admin_client.post(address(Category, "add"), given)
    category = Category.objects.get()
    assert edition() == before + 1
    admin_client.post(
        address(Category, "change", category.pk), given | {"slug": "x", "name_en": "N"}
    )
    category.refresh_from_db()
    assert (category.slug, category.name_en) == ("ee", "N")  # an address never changes
    admin_client.post(address(Category, "delete", category.pk), {"post": "yes"})
    assert edition() == before + 3


def test_it_moves_the_edition_when_rows_are_dragged(admin_client):
    rows = [MenuItem.objects.create(position=n, label_en=str(n), path="/") for n in (1, 2)]
    before = edition()
    dragged = {"updatedItems": [[rows[0].pk, 2], [rows[1].pk, 1]]}
    page = address(MenuItem, "sortable_update")
    admin_client.post(page, dragged, content_type="application/json")
    assert [row.label_en for row in MenuItem.objects.all()] == ["2", "1"]
    assert edition() == before + 1


@pytest.mark.parametrize("path", ["draws/", "//evil.example/", "/\\evil", "javascript:alert(1)"])
def test_it_takes_only_paths_of_this_site_into_the_menu(admin_client, path):
    given = {"label_en": "A", "label_fr": "B", "path": path}
    admin_client.post(address(MenuItem, "add"), given)
    assert not MenuItem.objects.exists()


@pytest.mark.parametrize("link", ["http://x.ca/", "javascript:alert(1)", "//x.ca/"])
def test_it_takes_only_safe_links_into_advertisements(admin_client, link):
    given = {"name": "a", "position": "list", "text_en": "A", "link": link, "priority": "0"}
    admin_client.post(address(Ad, "add"), given)
    assert not Ad.objects.exists()


def picture_file() -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (400, 300)).save(out, format="PNG")
    return SimpleUploadedFile("p.png", out.getvalue(), "image/png")


def test_it_takes_pictures_and_says_why_it_refuses_others(admin_client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    svg = SimpleUploadedFile("p.png", b"<svg/>", "image/png")
    answer = admin_client.post(address(Picture, "add"), {"file": svg})
    assert "not a JPEG, PNG, WebP or AVIF" in complaints(answer)
    admin_client.post(address(Picture, "add"), {"file": picture_file(), "alt_en": "Black"})
    picture = Picture.objects.get()
    assert (picture.width, picture.height) == (400, 300)
    assert admin_client.get(address(Picture, "changelist")).status_code == 200


def test_it_folds_blocked_terms_as_searches_are_folded(admin_client):
    admin_client.post(address(BlockedTerm, "add"), {"term": "Équipe  Rude"})
    assert BlockedTerm.objects.get().term == "equipe rude"


def test_it_removes_a_reader_who_asks_for_it(admin_client):
    reader = Subscriber.objects.create(email="a@example.ca")
    admin_client.post(address(Subscriber, "delete", reader.pk), {"post": "yes"})
    assert not Subscriber.objects.exists()


def test_it_gives_the_editor_a_nonce_and_no_other_page(admin_client):
    article = published()
    page = admin_client.get(address(Article, "change", article.pk))
    policy = page.headers["Content-Security-Policy"]
    nonce = re.findall(r"'nonce-([^']+)'", policy)[0]
    assert f'<script type="importmap" nonce="{nonce}">' in page.content.decode()
    assert "unsafe" not in policy
    for other in (address(Article, "changelist"), "/"):
        assert "nonce" not in admin_client.get(other).headers["Content-Security-Policy"]


def test_it_leads_to_the_page_only_where_there_is_one(admin_client):
    article = published()
    page = address(Article, "change", article.pk)
    assert article.get_absolute_url() in admin_client.get(page).content.decode()
    publishing.withdraw(article, by=None, reason="x")
    assert article.get_absolute_url() not in admin_client.get(page).content.decode()


def test_it_lists_articles_in_few_queries(admin_client, django_assert_max_num_queries):
    for number in range(8):
        published(slug=f"a{number}", at=PUBLISHED)
    with django_assert_max_num_queries(14):
        admin_client.get(address(Article, "changelist"))
    with django_assert_max_num_queries(14):
        admin_client.get(address(Story, "changelist"))
