from django.urls import path

from ingest import views

urlpatterns = [path("status/", views.status, name="status")]
