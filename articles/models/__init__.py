from articles.models.ads import Ad, AdQuerySet, AdSlot, Position, Size
from articles.models.article import Article, ArticleQuerySet, SlugRedirect
from articles.models.audit import AuditEntry
from articles.models.changes import ArticleChange, ArticleChangeQuerySet
from articles.models.claims import ClaimCheck, ClaimOverride, RuleSeen
from articles.models.desk import DeskTask, DeskTaskQuerySet
from articles.models.people import Author
from articles.models.picture import Picture
from articles.models.podcast import Episode, EpisodeQuerySet
from articles.models.presence import Presence, PresenceQuerySet, PreviewLink
from articles.models.questions import ArticleQuestion, Question
from articles.models.shown import ShownValue
from articles.models.site import BlockedTerm, MenuItem, SearchTerm, Subscriber
from articles.models.story import Byline, Story
from articles.models.taxonomy import Category, Topic
from articles.models.words import Language, active_language, in_active_language

__all__ = [
    "Ad",
    "AdQuerySet",
    "AdSlot",
    "Article",
    "ArticleChange",
    "ArticleChangeQuerySet",
    "ArticleQuerySet",
    "ArticleQuestion",
    "AuditEntry",
    "Author",
    "BlockedTerm",
    "Byline",
    "Category",
    "ClaimCheck",
    "ClaimOverride",
    "DeskTask",
    "DeskTaskQuerySet",
    "Episode",
    "EpisodeQuerySet",
    "Language",
    "MenuItem",
    "Picture",
    "Position",
    "Presence",
    "PresenceQuerySet",
    "PreviewLink",
    "Question",
    "RuleSeen",
    "SearchTerm",
    "ShownValue",
    "Size",
    "SlugRedirect",
    "Story",
    "Subscriber",
    "Topic",
    "active_language",
    "in_active_language",
]
