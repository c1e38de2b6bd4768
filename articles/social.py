"""What other sites show when somebody shares one of our pages."""

from mimetypes import guess_type

from articles.models import Article, Author
from draws.social import card_picture
from publish.listing import Picture
from publish.social import Social


def of_article(article: Article) -> Social:
    """An article with its picture, or the card of its draw. No query after for_page."""
    return Social(
        kind="article",
        picture=picture_of(article),
        published=article.published_at,
        updated=article.changed_at,
        section=article.story.category.name,
        tags=tuple(topic.name for topic in article.story.topics.all()),
        authors=tuple(author.get_absolute_url() for author in article.authors),
    )


def of_author(author: Author) -> Social:
    """An author, with the photo where there is one."""
    photo = author.photo
    if photo is None:
        return Social(kind="profile")
    picture = Picture(photo.file.url, "image/jpeg", photo.width, photo.height, photo.alt)
    return Social(kind="profile", picture=picture)


def picture_of(article: Article) -> Picture | None:
    """The picture at the top, else the card of the draw that the article reports."""
    story = article.story
    if story.hero:
        kind = guess_type(story.hero.file.name or "")[0] or "image/jpeg"
        hero = story.hero
        return Picture(hero.file.url, kind, hero.width, hero.height, hero.alt)
    return card_picture(story.draw) if story.draw else None
