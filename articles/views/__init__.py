from articles.views.article import article
from articles.views.corrections import corrections, corrections_form
from articles.views.home import home
from articles.views.lists import author, category, news, topic
from articles.views.newsletter import choices, confirm, leave, newsletter, sent
from articles.views.preview import preview
from articles.views.rules import rules
from articles.views.search import search
from articles.views.standing import STANDING, standing

__all__ = [
    "STANDING",
    "article",
    "author",
    "category",
    "choices",
    "confirm",
    "corrections",
    "corrections_form",
    "home",
    "leave",
    "news",
    "newsletter",
    "preview",
    "rules",
    "search",
    "sent",
    "standing",
    "topic",
]
