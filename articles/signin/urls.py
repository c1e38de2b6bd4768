"""The pages of accounts stand under the desk’s address, where nothing is cached: its own sign-in,
sign-out and password pages are these."""

from allauth.account.views import account_inactive, logout, reauthenticate
from django.urls import include, path

from articles.signin import passkeys, views

urlpatterns = [
    path("login/", views.sign_in, name="account_login"),
    path("logout/", logout, name="account_logout"),
    path("password_change/", views.change_password, name="account_change_password"),
    path("account/inactive/", account_inactive, name="account_inactive"),
    path("account/reauthenticate/", reauthenticate, name="account_reauthenticate"),
    path("account/factors/webauthn/login/", passkeys.log_in),
    path("account/factors/", include("allauth.mfa.urls")),
]
