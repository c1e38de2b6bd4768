"""From a draft to its rows: one story per event, one article per language, in review."""

from collections.abc import Callable, Mapping

from articles import publishing
from articles.bindings import refresh
from articles.drafting import furniture, tasks
from articles.drafting.asked import questions_for
from articles.drafting.ownership import PARTS, put, reason_for
from articles.drafting.replay import copies_of
from articles.drafting.writing import Copy
from articles.models import Article, ArticleQuestion, Story
from draws.models import Draw

State = Article.State
WAITING = (State.DRAFT, State.REVIEW, State.SCHEDULED)
BROUGHT_UP = "Figures brought up to date"


def draft_draw(draw: Draw) -> Story:
    """Make the draft on a draw, or bring the one that there is up to date."""
    story = Story.objects.filter(drafted_from=draw.subject).first()
    if story is not None:
        refresh_story(story)
        return story
    story = _held_of(draw) or Story(drafted_from=draw.subject)
    _save_story(story, draw)
    for language, copy in copies_of(draw).items():
        _write(story, copy, questions_for(draw.family, language))
    tasks.close_held(story)
    for other in Story.objects.filter(draw__date=draw.date).exclude(pk=story.pk):
        refresh_story(other)
    return story


def _held_of(draw: Draw) -> Story | None:
    """The held draft on the same round, which becomes the real one."""
    return Story.objects.filter(drafted_from=f"held/ircc/{draw.number}").first()


def _save_story(story: Story, draw: Draw) -> None:
    copy_title = f"Draw {draw.number}, {draw.kind.slug}"
    story.working_title, story.draw, story.drafted_from = copy_title, draw, draw.subject
    story.category = furniture.category(furniture.FEDERAL)
    publishing.save_story(
        story,
        by=None,
        reason=reason_for(["story"]),
        authors=[furniture.desk_author()],
        topics=furniture.topics_of_draw(draw.family, tie_break=draw.tie_break_at is not None),
    )


def _write(story: Story, copy: Copy, questions: list[ArticleQuestion]) -> Article:
    """The article of one language, in review. A held one that nobody has edited is replaced."""
    article = story.sides.filter(language=copy.language).first()
    if article is None:
        article = Article(story=story, language=copy.language)
    elif article.edited_by_id is not None:
        _leave_to_editor(article, copy)
        return article
    _finish(article, copy, questions)
    return article


def _finish(article: Article, copy: Copy, questions: list[ArticleQuestion] | None = None) -> None:
    """All of the site's words, and on to the editors."""
    article.slug = free_slug(copy, article)
    article.held_because = ""
    for part in PARTS:
        setattr(article, part, getattr(copy, part))
    reason = reason_for(PARTS)
    publishing.save_draft(article, by=None, reason=reason, questions=questions)
    if article.state == State.DRAFT:
        publishing.send_to_review(article, by=None, reason=reason)


def _leave_to_editor(article: Article, copy: Copy) -> None:
    """The words are an editor's: the site only lets go of the draft."""
    if article.held_because:
        publishing.release(article, by=None)
    tasks.words_differ(article, {part: getattr(copy, part) for part in PARTS})


def free_slug(copy: Copy, article: Article) -> str:
    taken = Article.objects.in_language(copy.language).exclude(pk=article.pk)
    slug, count = copy.slug, 1
    while taken.filter(slug=slug).exists():
        count += 1
        slug = f"{copy.slug}-{count}"
    return slug


def refresh_waiting() -> int:
    """Bring every draft that readers have not seen in line with the record; returns how many
    articles changed."""
    waiting = Story.objects.filter(drafted_from__startswith="draw/", sides__state__in=WAITING)
    return sum(refresh_story(story) for story in waiting.distinct())


def refresh_story(story: Story) -> int:
    """The sides of a story on a draw that wait; returns how many changed."""
    if story.draw is None or story.drafted_from != story.draw.subject:
        return 0
    draw = Draw.objects.with_pool().get(pk=story.draw.pk)
    return refresh_sides(story, lambda: copies_of(draw))


def refresh_sides(story: Story, write: Callable[[], Mapping[str, Copy]]) -> int:
    """Put new copies into the sides that wait; returns how many changed. Editors' words are
    left."""
    sides = [side for side in story.sides.all() if side.state in WAITING]
    if not sides:
        return 0
    copies = write()
    return sum(_refresh(side, copies[side.language]) for side in sides)


def _refresh(article: Article, copy: Copy) -> bool:
    before = words_of(article)
    done = put(article, copy)
    if article.held_because and not done.kept:
        # What the record lacked when the draft was held has come.
        _finish(article, copy)
        return True
    refresh(article, article.language)
    if before == words_of(article):
        return False
    store_again(article, reason_for(done.changed) if done.changed else BROUGHT_UP)
    if done.instead:
        tasks.words_differ(article, done.instead)
    return True


def store_again(article: Article, reason: str) -> None:
    """Store what readers have not seen, in the state that it is in."""
    if article.state == State.SCHEDULED and article.scheduled_for:
        publishing.schedule(article, at=article.scheduled_for, by=None, reason=reason)
    else:
        publishing.save_draft(article, by=None, reason=reason)


def words_of(article: Article) -> tuple[str, ...]:
    return tuple(getattr(article, part) for part in PARTS)
