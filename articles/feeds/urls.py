"""Every list of articles in the other forms: the converter <form:…> is that of publish.forms."""

from django.urls import path

from articles.feeds import views

urlpatterns = [
    path("feeds/", views.feeds, name="feeds"),
    path("feeds.opml", views.all_feeds, name="all-feeds"),
    path("news.<form:form>", views.news_form, name="news-form"),
    path("news/<slug:slug>.<form:form>", views.category_form, name="category-form"),
    path("topics/<slug:slug>.<form:form>", views.topic_form, name="topic-form"),
    path("authors/<slug:slug>.<form:form>", views.author_form, name="author-form"),
    path("feed/", views.wordpress_feed),
    path("feed/<form:form>/", views.wordpress_feed),
]
