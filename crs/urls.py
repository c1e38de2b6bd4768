from django.urls import path

from crs.pages import views

app_name = "tools"
urlpatterns = [
    path("tools/", views.index, name="index"),
    path("tools/invited/", views.invited, name="invited"),
    path("tools/crs/", views.calculator, name="crs"),
    path("tools/eligibility/", views.eligibility, name="eligibility"),
    path("tools/eligibility/occupations/", views.occupations, name="occupations"),
]
