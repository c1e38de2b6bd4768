"""Structured data for search engines: what a page is about, by schema.org, as plain dicts.

Each function gives one object for {% json_ld %} of publish. Absent values are left out there.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.body import Answer
from articles.corrections.of_article import Corrected
from articles.corrections.official import Correction, Day
from articles.models import Article, ArticleChange, Author, Episode, active_language
from articles.podcast import show
from articles.social import picture_of
from publish.listing import Picture
from publish.renderers.xml import rfc3339

# What search engines show of a headline.
LONGEST_HEADLINE = 110


def absolute(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def publisher() -> dict[str, Any]:
    """Who publishes: the same object on every page, known by its @id."""
    return {
        "@type": "NewsMediaOrganization",
        "@id": absolute("/#publisher"),
        "name": "Cutline",
        "url": absolute("/"),
        "logo": {"@type": "ImageObject", "url": absolute(reverse("logo"))},
        "publishingPrinciples": absolute(reverse("about")),
        "correctionsPolicy": absolute(reverse("corrections")),
    }


def website() -> dict[str, Any]:
    """The site with its search, for the home page."""
    return {
        "@type": "WebSite",
        "@id": absolute("/#website"),
        "name": "Cutline",
        "url": absolute(reverse("home")),
        "inLanguage": active_language(),
        "publisher": publisher(),
        "potentialAction": {
            "@type": "SearchAction",
            "target": absolute(reverse("search")) + "?q={search_term_string}",
            "query-input": "required name=search_term_string",
        },
    }


def news_article(article: Article, changed: Corrected | None = None) -> dict[str, Any]:
    """One article, with what was corrected in it. No query after for_page."""
    story, url = article.story, absolute(article.get_absolute_url())
    picture = picture_of(article)
    return {
        "@type": "NewsArticle",
        "@id": f"{url}#article",
        "mainEntityOfPage": url,
        "url": url,
        "headline": _cut(article.headline),
        "description": article.seo_description or article.standfirst,
        "inLanguage": article.language,
        "datePublished": _moment(article.published_at),
        "dateModified": _moment(article.changed_at),
        "author": [_person(author) for author in article.authors],
        "editor": _person(story.checked_by) if story.checked_by else None,
        "publisher": publisher(),
        "image": _image(picture) if picture else None,
        "articleSection": story.category.name,
        "keywords": [topic.name for topic in story.topics.all()],
        "isAccessibleForFree": True,
        "correction": _corrections(changed.official, changed.ours) if changed else [],
    }


def corrections_page(days: Iterable[Day], ours: Iterable[ArticleChange]) -> dict[str, Any]:
    """The page of corrections: the government's changes and ours, each a comment."""
    url = absolute(reverse("corrections"))
    comments = _corrections((each for day in days for each in day.all), ours)
    return {
        "@type": "CollectionPage",
        "@id": url,
        "url": url,
        "name": _("Corrections"),
        "inLanguage": active_language(),
        "publisher": publisher(),
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": len(comments),
            "itemListElement": comments,
        },
    }


def _corrections(
    official: Iterable[Correction], ours: Iterable[ArticleChange]
) -> list[dict[str, Any]]:
    return [
        *(_comment(each.anchor, each.words.sentence, each.revision.seen_at) for each in official),
        *(_comment(change.anchor, change.sentence, change.made_at) for change in ours),
    ]


def _comment(anchor: str, text: str, at: datetime) -> dict[str, Any]:
    url = absolute(f"{reverse('corrections')}#{anchor}")
    return {
        "@type": "CorrectionComment",
        "@id": url,
        "url": url,
        "text": text,
        "datePublished": _moment(at),
        "inLanguage": active_language(),
    }


def faq_page(article: Article, answers: Iterable[Answer]) -> dict[str, Any] | None:
    """The questions under an article, with their answers as its page shows them (see
    articles.body). None without any."""
    url = absolute(article.get_absolute_url())
    entities = [
        {
            "@type": "Question",
            "@id": f"{url}#{answer.anchor}",
            "name": answer.question,
            "acceptedAnswer": {"@type": "Answer", "text": answer.text},
        }
        for answer in answers
    ]
    if not entities:
        return None
    return {
        "@type": "FAQPage",
        "@id": f"{url}#faq",
        "inLanguage": article.language,
        "mainEntity": entities,
    }


def breadcrumbs(steps: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The way to a page: (name, path) from the home page on; the last is the page itself."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": str(name),
                "item": absolute(path),
            }
            for position, (name, path) in enumerate(steps, start=1)
        ],
    }


def steps_to(article: Article) -> list[tuple[str, str]]:
    """The breadcrumb of an article."""
    category = article.story.category
    return [
        (_("Home"), reverse("home")),
        (_("News"), reverse("news")),
        (category.name, category.get_absolute_url()),
        (article.headline, article.get_absolute_url()),
    ]


def person(author: Author) -> dict[str, Any]:
    """The page of an author."""
    return {
        "@type": "ProfilePage",
        "url": absolute(author.get_absolute_url()),
        "inLanguage": active_language(),
        "mainEntity": {
            **_person(author),
            "jobTitle": author.role,
            "description": author.bio,
            "image": absolute(author.photo.file.url) if author.photo else None,
            "worksFor": {"@type": "NewsMediaOrganization", "@id": absolute("/#publisher")},
        },
    }


def podcast_series() -> dict[str, Any]:
    """The podcast as a whole."""
    return {
        "@type": "PodcastSeries",
        "@id": absolute(reverse("podcast")),
        "name": show.title(),
        "description": show.description(),
        "url": absolute(reverse("podcast")),
        "webFeed": absolute(reverse("podcast-feed")),
        "image": absolute(reverse("podcast-cover")),
        "inLanguage": active_language(),
        "publisher": publisher(),
    }


def podcast_episode(episode: Episode) -> dict[str, Any]:
    """One episode with its sound file."""
    url = absolute(episode.get_absolute_url())
    duration = f"PT{episode.seconds}S"
    return {
        "@type": "PodcastEpisode",
        "@id": f"{url}#episode",
        "url": url,
        "name": episode.title,
        "description": episode.summary,
        "datePublished": _moment(episode.published_at),
        "episodeNumber": episode.number,
        "inLanguage": episode.language,
        "timeRequired": duration,
        "partOfSeries": {
            "@type": "PodcastSeries",
            "@id": absolute(reverse("podcast")),
            "name": show.title(),
            "url": absolute(reverse("podcast")),
        },
        "associatedMedia": {
            "@type": "AudioObject",
            "contentUrl": absolute(episode.audio.url),
            "encodingFormat": episode.audio_type,
            "contentSize": str(episode.audio_bytes),
            "duration": duration,
        },
    }


def _person(author: Author) -> dict[str, Any]:
    url = absolute(author.get_absolute_url())
    return {"@type": "Person", "@id": f"{url}#person", "name": author.name, "url": url}


def _image(picture: Picture) -> dict[str, Any]:
    return {
        "@type": "ImageObject",
        "url": absolute(picture.path),
        "width": picture.width or None,
        "height": picture.height or None,
        "caption": picture.alt,
    }


def _moment(moment: datetime | None) -> str | None:
    return rfc3339(moment) if moment else None


def _cut(headline: str) -> str:
    """The headline, cut at a word where search engines would cut it anywhere."""
    if len(headline) <= LONGEST_HEADLINE:
        return headline
    return headline[: LONGEST_HEADLINE - 1].rsplit(" ", 1)[0] + "…"
