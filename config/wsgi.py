"""The web server's way in."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

# What the settings say is known from here on, and publish reads them when it is imported.
_django = get_wsgi_application()

from publish.front import Front  # noqa: E402

application = Front(_django)
