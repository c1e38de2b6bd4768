"""Held drafts: a round that the record does not take yet, or cannot tell wholly.

They say what is sure and why there is no more. Approved, the round becomes a draft like any other
in the same rows; dismissed, the held draft goes.
"""

from articles import publishing
from articles.drafting import furniture, tasks
from articles.drafting.ownership import PARTS, reason_for
from articles.drafting.replay import LANGUAGES
from articles.drafting.storing import free_slug
from articles.drafting.words import held as said
from articles.drafting.words.twins import Twin
from articles.drafting.writing import Copy, paragraph
from articles.models import Article, Story
from draws.models import Draw
from draws.records import NUMBER
from ingest.models import HeldRow

# The source whose rows are rounds of their own; the French file only names them.
ROUNDS = "ircc"
# A name as long as this says enough of a row.
LONGEST_RAW = 200


def hold_row(row: HeldRow) -> Story | None:
    """A held draft on a round that is not on the record; None where the row is of another kind."""
    if row.source.key != ROUNDS or not NUMBER.fullmatch(row.key):
        return None
    if Draw.objects.filter(number=row.key).exists() or not _is_newest(row.key):
        return None
    twin = said.BECAUSE.get(row.code, said.DOUBT)
    return _hold(f"held/{ROUNDS}/{row.key}", row.key, twin, row.raw, row.message)


def hold_draw(draw: Draw, missing: str) -> Story:
    """A held draft on a draw of which the record lacks what a draft needs."""
    story = _hold(draw.subject, draw.number, said.INCOMPLETE, missing, "")
    story.draw = draw
    return publishing.save_story(story, by=None, reason=reason_for(["story"]))


def let_go(row: HeldRow) -> None:
    """The row was dismissed: its held draft goes, unless an editor has written in it."""
    story = Story.objects.filter(drafted_from=f"held/{row.source.key}/{row.key}").first()
    if story is None or story.sides.filter(edited_by__isnull=False).exists():
        return
    if not row.source.held_rows.waiting().filter(key=row.key).exists():
        publishing.delete(story, by=None, reason="The row was dismissed")


def _is_newest(number: str) -> bool:
    """An old round that turns up again is no news."""
    newest = Draw.objects.newest_first().values_list("number", flat=True).first()
    return newest is None or _digits(number) >= _digits(newest)


def _digits(number: str) -> int:
    match = NUMBER.fullmatch(number)
    return int(match[1]) if match else 0


def _hold(subject: str, number: str, because: Twin, raw: str, message: str) -> Story:
    story = Story.objects.filter(drafted_from=subject).first()
    if story is not None:
        return story
    story = Story(
        drafted_from=subject,
        working_title=f"Draw {number}, held",
        category=furniture.category(furniture.FEDERAL),
    )
    authors = [furniture.desk_author()]
    publishing.save_story(story, by=None, reason=reason_for(["story"]), authors=authors)
    for language in LANGUAGES:
        why = because.in_language(language).format(raw=raw[:LONGEST_RAW], message=message)
        _store(story, _copy(number, language), why)
    return story


def _copy(number: str, language: str) -> Copy:
    def words(twin: Twin) -> str:
        return twin.in_language(language).format(number=number)

    return Copy(
        language=language,
        slug=words(said.SLUG),
        headline=words(said.HEADLINE),
        standfirst=words(said.STANDFIRST),
        seo_title="",
        seo_description="",
        body=paragraph(words(said.BODY)),
    )


def _store(story: Story, copy: Copy, why: str) -> None:
    article = Article(story=story, language=copy.language, held_because=why.strip())
    article.slug = free_slug(copy, article)
    for part in PARTS:
        setattr(article, part, getattr(copy, part))
    publishing.save_draft(article, by=None, reason=reason_for(PARTS))
    tasks.held(article)
