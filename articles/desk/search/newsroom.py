"""Words in what the newsroom wrote: in any state, in both languages."""

from typing import Any

from django.db.models import Case, IntegerField, Q, When
from django.urls import reverse

from articles.desk.rows import Row, form_of, present
from articles.desk.search.found import Found, found
from articles.desk.search.patterns import having
from articles.models import (
    Article,
    Author,
    DeskTask,
    Episode,
    Language,
    Picture,
    Question,
    Story,
)
from articles.search.index import Found as Public
from articles.search.query import Query
from publish.formats import day, newsroom_day

# As many keys as any database takes in one question.
MOST = 500


def list_of_model(model: Any) -> str:
    return reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_changelist")


def articles(query: Query) -> Found:
    """Headlines of any state, and every word of what is public; those in the headline first."""
    public = [key for code in Language for key in Public(query, code).keys(0, MOST)]
    named = having(query, "headline", "slug", "story__working_title")
    words = named | having(query, "standfirst") | Q(pk__in=public[:MOST])
    place = Case(When(named, then=0), default=1, output_field=IntegerField())
    rows = Article.objects.filter(words).select_related("story__category").alias(place=place)
    return found(rows.order_by("place", "-pk"), _of_article)


def _of_article(article: Article) -> Row:
    moment = article.published_at
    facts = [
        article.get_state_display(),
        article.get_language_display(),
        article.story.category.name,
        newsroom_day(moment) if moment else "",
    ]
    return Row(str(article), form_of("articles_article", article.pk), present(facts))


def stories(query: Query) -> Found:
    words = having(query, "working_title")
    rows = Story.objects.filter(words).select_related("category")
    return found(rows.order_by("-pk"), _of_story)


def _of_story(story: Story) -> Row:
    return Row(str(story), form_of("articles_story", story.pk), [story.category.name])


def questions(query: Query) -> Found:
    """In the questions and their answers, in both languages."""
    fields = ("question_en", "question_fr", "answer_en", "answer_fr")
    return found(Question.objects.filter(having(query, *fields)), _of_question)


def _of_question(question: Question) -> Row:
    path = form_of("articles_question", question.pk)
    return Row(question.question, path, [day(question.reviewed_on)])


def tasks(query: Query) -> Found:
    """Open ones first."""
    rows = DeskTask.objects.filter(having(query, "subject", "message"))
    return found(rows.order_by("done_at", "-pk"), _of_task)


def _of_task(task: DeskTask) -> Row:
    facts = [task.get_kind_display(), newsroom_day(task.created_at)]
    return Row(task.message or task.subject, form_of("articles_desktask", task.pk), facts)


def pictures(query: Query) -> Found:
    fields = ("alt_en", "alt_fr", "caption_en", "caption_fr", "credit", "file")
    return found(Picture.objects.filter(having(query, *fields)), _of_picture)


def _of_picture(picture: Picture) -> Row:
    facts = present([picture.credit, f"{picture.width} × {picture.height}"])
    return Row(picture.alt or str(picture), form_of("articles_picture", picture.pk), facts)


def authors(query: Query) -> Found:
    rows = Author.objects.filter(having(query, "name", "role_en", "role_fr"))
    return found(rows, _of_author)


def _of_author(author: Author) -> Row:
    return Row(author.name, form_of("articles_author", author.pk), present([author.role]))


def episodes(query: Query) -> Found:
    rows = Episode.objects.filter(having(query, "title_en", "title_fr", "slug"))
    return found(rows.order_by("-number"), _of_episode)


def _of_episode(episode: Episode) -> Row:
    return Row(episode.title, form_of("articles_episode", episode.pk), [f"№ {episode.number}"])
