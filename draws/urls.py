from django.urls import path, register_converter

from draws import views
from draws.records import NUMBER


class NumberConverter:
    """A draw number in an address: 396, 91a."""

    regex = NUMBER.pattern

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(NumberConverter, "number")

app_name = "draws"
urlpatterns = [
    path("cards/draw/<number:number>.png", views.card, name="card"),
    path("draws/", views.draw_list, name="list"),
    path("draws.<form:form>", views.draw_form, name="form"),
    path("draws/pool/", views.pool, name="pool"),
    path("draws/pool.<form:form>", views.pool_form, name="pool-form"),
    path("draws/<number:number>/", views.draw, name="draw"),
    path("draws/<slug:slug>/", views.family, name="family"),
    path("draws/<slug:slug>.<form:form>", views.family_form, name="family-form"),
]
