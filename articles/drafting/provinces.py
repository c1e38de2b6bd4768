"""The draft on one day of one province: shorter than that on a draw, its figures bound as well."""

from collections.abc import Iterable
from functools import partial

from django.utils.translation import override

from articles import publishing
from articles.drafting import furniture
from articles.drafting.ownership import PARTS, reason_for
from articles.drafting.replay import LANGUAGES
from articles.drafting.storing import free_slug, refresh_sides
from articles.drafting.words import provinces as said
from articles.drafting.words.twins import Twin
from articles.drafting.writing import Copy, Writer, block, heading, paragraph, points
from articles.figures import resolve_all
from articles.models import Article, Story
from pnp.models import Event, Row
from pnp.programs import Unit
from pnp.records import Scored
from pnp.totals import Total
from publish.formats import long_day, series

# As long as the standfirst and the description may be.
LONGEST = 280
PEOPLE = {"en": ("person", "people"), "fr": ("personne", "personnes")}
APPLICATIONS = {"en": ("application", "applications"), "fr": ("demande", "demandes")}


def draft_day(event: Event) -> Story:
    """Make the draft on a province's day, or bring the one that there is up to date."""
    story = Story.objects.filter(drafted_from=event.subject).first()
    if story is not None:
        refresh_sides(story, partial(copies_of_day, event))
        return story
    story = Story(
        drafted_from=event.subject,
        event=event,
        working_title=f"{event.place.name}, {event.date}",
        category=furniture.category(furniture.PROVINCIAL),
    )
    publishing.save_story(
        story,
        by=None,
        reason=reason_for(["story"]),
        authors=[furniture.desk_author()],
        topics=furniture.topics_of_province(),
    )
    for copy in copies_of_day(event).values():
        _store(story, copy)
    return story


def refresh_day(subject: str) -> int:
    """Bring the draft on a day, pnp/on/2026-02-02, in line with the record if readers have not
    seen it; returns how many of its articles changed."""
    story = Story.objects.select_related("event").filter(drafted_from=subject).first()
    if story is None or story.event is None or not story.event.standing_rows:
        return 0
    return refresh_sides(story, partial(copies_of_day, story.event))


def _store(story: Story, copy: Copy) -> None:
    article = Article(story=story, language=copy.language)
    article.slug = free_slug(copy, article)
    for part in PARTS:
        setattr(article, part, getattr(copy, part))
    publishing.save_draft(article, by=None, reason=reason_for(PARTS))
    publishing.send_to_review(article, by=None, reason=reason_for(PARTS))


def copies_of_day(event: Event) -> dict[str, Copy]:
    """The draft in each language, its figures filled in."""
    told = Event.objects.with_rows().get(pk=event.pk)
    return {language: _filled(told, language) for language in LANGUAGES}


def _filled(event: Event, language: str) -> Copy:
    with override(language):
        copy = _Composing(event, language).copy()
    return copy.filled(resolve_all(copy.addresses, language))


class _Composing:
    """One language of one day."""

    def __init__(self, event: Event, language: str) -> None:
        self.event, self.language, self.rows = event, language, event.standing_rows
        self.write = Writer(language, event.subject, self._words())

    def copy(self) -> Copy:
        headline = self._text(said.HEADLINE if self._known else said.HEADLINE_UNKNOWN)
        summary = self._summary()
        return Copy(
            language=self.language,
            slug=f"{self.event.place.slug}-{self.event.date.isoformat()}",
            headline=headline[:160],
            standfirst=summary,
            seo_title=headline[:160],
            seo_description=summary,
            body="".join(self._body()),
        )

    @property
    def _known(self) -> list[tuple[Unit, Total]]:
        return [each for each in self.event.totals_by_unit if each[1].is_known]

    def _counted(self, unit: Unit, total: Total) -> str:
        form = said.COUNTED[unit.slug][not self._is_one(total)]
        return f"{total.text} {form.in_language(self.language)}"

    def _is_one(self, total: Total) -> bool:
        """Whether what is counted is told in the singular."""
        return total.exact == 1 or (self.language == "fr" and total.exact == 0)

    def _words(self) -> dict[str, str]:
        name = said.NAMES[self.event.province].in_language(self.language)
        return {
            "name": str(self.event.place.label),
            "province": name,
            "has": "ont" if self.event.province in said.PLURAL else "a",
            "program": " / ".join(dict.fromkeys(row.of_program.label for row in self.rows)),
            "said": series([self._counted(*each) for each in self._known]),
            "date": long_day(self.event.date),
        }

    def _text(self, twin: Twin) -> str:
        return twin.in_language(self.language).format_map(self.write.words)

    def _summary(self) -> str:
        """The rows in short, as many as fit."""
        parts: list[str] = []
        for row in self.rows:
            part = f"{self._named(row)}{self._colon}{row.count_label}"
            if len("; ".join([*parts, part])) > LONGEST:
                break
            parts.append(part)
        return "; ".join(parts) + "." if parts else self._text(said.HEADLINE_UNKNOWN) + "."

    @property
    def _colon(self) -> str:
        return "\u00a0: " if self.language == "fr" else ": "

    def _named(self, row: Row) -> str:
        return ", ".join(filter(None, [row.stream_label, row.target_label]))

    def _body(self) -> Iterable[str]:
        yield paragraph(*self._lead())
        yield self._heading(said.ROWS_HEADING)
        rows = [self._row(number, row) for number, row in enumerate(self.rows, 1)]
        if len(rows) == 1:
            yield paragraph(self.write.prose(said.ONE_ROW), f"{rows[0]}.")
        else:
            yield paragraph(self.write.prose(said.ROWS))
            yield points(rows)
        if any(row.score_low is not None and row.scale != "crs" for row in self.rows):
            yield paragraph(self.write.prose(said.SCALE))
        yield block("see-also")
        if self.event.kind == "pnp":
            yield self._heading(said.MEANS_HEADING)
            yield paragraph(*self._means())
        yield paragraph(*self._before())
        yield paragraph(self.write.prose(said.PAGE, day=self.event))
        yield block("see-also")

    def _lead(self) -> Iterable[str]:
        for unit, total in self._known:
            several = not self._is_one(total)
            people, applications = PEOPLE[self.language], APPLICATIONS[self.language]
            write = self.write.about(people=people[several], applications=applications[several])
            yield write.prose(said.LEAD[unit.slug])
        total = self.event.total
        if not total.is_known:
            yield self.write.prose(said.LEAD_UNKNOWN)
        elif total.exact is None and total.bounds != total.text:
            yield self.write.prose(said.BOUNDS)

    def _row(self, number: int, row: Row) -> str:
        if row.score_low is not None:
            twin = said.ROW_SCORED
        elif row.score_kind == Scored.NOT_APPLICABLE:
            twin = said.ROW_BY_OTHER_MEANS
        else:
            twin = said.ROW
        return self.write.about(n=str(number)).prose(twin)

    def _means(self) -> Iterable[str]:
        yield self.write.prose(said.NOT_A_NOMINATION)
        streams = [row.known_stream for row in self.rows]
        if any(stream and stream.ee in ("enhanced", "both") for stream in streams):
            yield self.write.prose(said.ENHANCED)

    def _before(self) -> Iterable[str]:
        before = Event.objects.before(self.event).with_rows().first()
        if before is None or not before.total.is_known:
            return
        yield self.write.prose(said.BEFORE, before=before)

    def _heading(self, twin: Twin) -> str:
        return heading(twin.in_language(self.language))
