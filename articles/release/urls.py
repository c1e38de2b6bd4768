from django.urls import path

from articles.release import views

urlpatterns = [
    path("data/", views.data, name="data"),
    path("data/latest/<str:name>", views.latest, name="data-latest"),
    path("data/<int:edition>/<str:name>", views.file, name="data-file"),
]
