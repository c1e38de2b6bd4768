"""Pieces of the site for other sites, and the page where a webmaster picks one."""

from django.urls import path

from articles.embeds import views
from articles.embeds.picker import picker

urlpatterns = [
    path("embed/", picker, name="embed"),
    path("embed/draw/latest/", views.latest, name="embed-latest"),
    path("embed/draw/<number:number>/", views.draw, name="embed-draw"),
    path("embed/draws/", views.draws, name="embed-draws"),
    path("embed/draws/<slug:slug>/chart/", views.chart, name="embed-chart"),
    path("embed/pnp/", views.pnp, name="embed-pnp"),
    path("embed/news/<slug:slug>/", views.article, name="embed-article"),
]
