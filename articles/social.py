"""What other sites show when somebody shares one of our pages."""

from articles.listings import picture_of
from articles.models import Article, Author
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
