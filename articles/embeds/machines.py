"""Addresses of embeds in no language: the address that is asked about has one."""

from django.urls import path

from articles.embeds.oembed import oembed

urlpatterns = [path("oembed", oembed, name="oembed")]
