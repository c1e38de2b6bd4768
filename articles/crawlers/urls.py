"""Addresses for crawlers, in no language."""

from django.urls import path

from articles.crawlers import views

urlpatterns = [
    path("robots.txt", views.robots),
    path("ads.txt", views.ads),
    path("favicon.ico", views.favicon),
    path("logo.png", views.logo, name="logo"),
    path("sitemap.xml", views.index, name="sitemap"),
    path("sitemap-<slug:name>.xml", views.section, name="sitemap-section"),
    path("sitemap-<slug:name>/<int:part>.xml", views.section, name="sitemap-part"),
    path("news-sitemap.xml", views.news, name="news-map"),
]
