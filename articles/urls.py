from django.urls import path

from articles import views

urlpatterns = [
    path("", views.home, name="home"),
    path("news/", views.news, name="news"),
    path("news/<slug:slug>/", views.category, name="category"),
    path("news/<slug:category>/<slug:slug>/", views.article, name="article"),
    path("authors/<slug:slug>/", views.author, name="author"),
    path("topics/<slug:slug>/", views.topic, name="topic"),
    path("rules/", views.rules, name="rules"),
    path("search/", views.search, name="search"),
    path("corrections/", views.corrections, name="corrections"),
    path("corrections.<form:form>", views.corrections_form, name="corrections-form"),
    path("preview/<str:token>/", views.preview, name="preview"),
    path("newsletter/", views.newsletter, name="newsletter"),
    path("newsletter/sent/", views.sent, name="newsletter-sent"),
    path("newsletter/<str:token>/", views.choices, name="newsletter-choices"),
    path("newsletter/<str:token>/confirm/", views.confirm, name="newsletter-confirm"),
    path("newsletter/<str:token>/leave/", views.leave, name="newsletter-leave"),
    *(path(f"{name}/", views.standing, {"name": name}, name=name) for name in views.STANDING),
]
