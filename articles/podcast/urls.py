"""The podcast. Its .rss is the one for directories; the other forms are those of any list."""

from django.urls import path

from articles.podcast import views

urlpatterns = [
    path("podcast/", views.podcast, name="podcast"),
    path("podcast.rss", views.feed, name="podcast-feed"),
    path("podcast.<form:form>", views.podcast_form, name="podcast-form"),
    path("podcast/cover.png", views.cover, name="podcast-cover"),
    path("podcast/<slug:slug>/", views.episode, name="episode"),
    path("podcast/<slug:slug>/transcript.txt", views.transcript, name="transcript"),
]
