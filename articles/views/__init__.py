from articles.views.article import article
from articles.views.home import home
from articles.views.lists import author, category, news, topic
from articles.views.newsletter import choices, confirm, leave, newsletter, sent
from articles.views.search import search
from articles.views.standing import STANDING, standing

__all__ = [
    "STANDING",
    "article",
    "author",
    "category",
    "choices",
    "confirm",
    "home",
    "leave",
    "news",
    "newsletter",
    "search",
    "sent",
    "standing",
    "topic",
]
