"""Makes the newsroom's desk the admin of this project."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Read while apps are still loading, so it names the site and imports nothing of ours."""

    default_site = "articles.desk.site.DeskSite"
