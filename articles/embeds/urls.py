"""Pieces of the site for other sites, and the page where a webmaster picks one."""

from django.urls import path

from articles.embeds import views

urlpatterns = [
    path("embed/", views.picker, name="embed"),
]
