import datetime as dt

from django.urls import path, register_converter

from pnp import views


class DayConverter:
    """A day in an address: 2026-02-02. Another text is no address of ours."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> dt.date:
        return dt.date.fromisoformat(value)

    def to_url(self, value: dt.date | str) -> str:
        return str(value)


register_converter(DayConverter, "day")

app_name = "pnp"
urlpatterns = [
    path("pnp/", views.event_list, name="list"),
    path("pnp.<form:form>", views.list_form, name="form"),
    path("pnp/<slug:slug>/", views.province, name="province"),
    path("pnp/<slug:slug>.<form:form>", views.province_form, name="province-form"),
    path("pnp/<slug:slug>/<day:date>/", views.event, name="event"),
    path("pnp/<slug:slug>/<day:date>.<form:form>", views.event_form, name="event-form"),
]
