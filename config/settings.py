"""All settings, read from the environment. With none set, a full site runs on local files."""

import logging
import os
import secrets
from pathlib import Path

import environ
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from django_prose_editor.config import html_tags
from js_asset import static_lazy

from config.build import fingerprint
from config.logs import configured
from config.secrets import demand, is_public, refusals
from pnp.registry import ingest_sources

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# Where everything that is made at run time lives: database, media, cache, broker files.
DATA_DIR = Path(env.str("CUTLINE_DATA", default="") or BASE_DIR / "var").absolute()
DATA_DIR.mkdir(parents=True, exist_ok=True)


def _local_secret() -> str:
    """A key of this installation's own, made once: nobody types one to try the site."""
    path = DATA_DIR / "secret_key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32))
    return path.read_text().strip()


PORT = env.int("PORT", default=8000)
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="") or _local_secret()
# Keys of before, which still open what they signed and sealed.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
SITE_URL = env.str("SITE_URL", default=f"http://localhost:{PORT}").rstrip("/")
# Feed ids are made of this name and never change, whatever the host or scheme is today.
ID_AUTHORITY = env.str("ID_AUTHORITY", default="cutline.example,2026")
# How many machines run parts of the site: config.checks holds against it what they must share.
HOSTS = env.int("HOSTS", default=1)
# What a cached page was made by: new code or templates make every old page stale.
BUILD = env.str("BUILD", default="") or fingerprint(BASE_DIR)

INSTALLED_APPS = [
    "config",
    "ingest",
    "publish",
    "draws",
    "pnp",
    "crs",
    "articles",
    "config.desk.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "adminsortable2",
    "django_prose_editor",
    "pictures",
    "simple_history",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "config.headers.HeadersMiddleware",
    "config.observing.requests.Observed",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "publish.packing.Packing",
    "publish.browsers.ReadableFeeds",
    "config.language.LanguageMiddleware",
    "config.away.AwayMiddleware",
    "articles.signin.middleware.CookiesOfDesk",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "articles.audit.middleware.DeedsMiddleware",
    "articles.signin.middleware.DeskDoor",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.site",
            ],
        },
    }
]

# Data -----------------------------------------------------------------------------------------

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR}/cutline.sqlite3")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE: with web and worker on one file, deferred transactions end in "database is locked".
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    # A server that is gone is noticed in a second or two, not in minutes; connections from before
    # its restart are looked at before they are used.
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"]["OPTIONS"] = {
        "pool": {"min_size": 1, "max_size": 12, "timeout": 2, "reconnect_timeout": 2},
        "connect_timeout": 2,
        "tcp_user_timeout": 4000,
        "keepalives_idle": 4,
        "keepalives_interval": 1,
        "keepalives_count": 3,
    }

REDIS_URL = env.str("REDIS_URL", default="")
if REDIS_URL:
    CACHES = {
        "default": {
            "BACKEND": "publish.limits.LimitingRedisCache",
            "LOCATION": REDIS_URL,
            "KEY_PREFIX": env.str("CACHE_PREFIX", default="cutline"),
            "OPTIONS": {"socket_connect_timeout": 0.25, "socket_timeout": 0.5},
        }
    }
else:
    CACHES = {
        "default": {
            "BACKEND": "publish.limits.LimitingFileCache",
            "LOCATION": DATA_DIR / "cache",
            "OPTIONS": {"MAX_ENTRIES": 5000},
        }
    }

# The web processes that `up` starts. Finished pages in the memory of each, in bytes; 0: none. Which
# edition is the present one is asked at most once in so many seconds: how late a new one may show.
WEB_WORKERS = env.int("WEB_WORKERS", default=1)
FRONT_BYTES = env.int("FRONT_MEMORY_MB", default=16) * 1024 * 1024
EDITION_ASKED_EVERY = env.float("EDITION_ASKED_EVERY", default=0.05)

# Worker ---------------------------------------------------------------------------------------

BROKER_DIR = DATA_DIR / "broker"
CELERY_BROKER_URL = REDIS_URL or "filesystem://"
if not REDIS_URL:
    for name in ("messages", "control"):
        (BROKER_DIR / name).mkdir(parents=True, exist_ok=True)
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(BROKER_DIR / "messages"),
        "data_folder_out": str(BROKER_DIR / "messages"),
        "control_folder": str(BROKER_DIR / "control"),
    }
CELERY_TIMEZONE = "UTC"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "beat-schedule")
CELERY_BEAT_MAX_LOOP_INTERVAL = 5
CELERY_BEAT_SCHEDULER = "config.beats.files.Files"
if REDIS_URL:
    # Several schedulers may run: the lock lets one of them beat, and a standby takes over.
    CELERY_BEAT_SCHEDULER = "config.beats.in_redis.Shared"
    CELERY_REDBEAT_REDIS_URL = REDIS_URL
    CELERY_REDBEAT_LOCK_TIMEOUT = 30
CELERY_BEAT_SCHEDULE = {
    "look-for-due-sources": {
        "task": "ingest.tasks.pull_due",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "deliver-events": {
        "task": "ingest.tasks.deliver_events",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "send-to-webhooks": {
        "task": "ingest.tasks.send_webhooks",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "forget-messages-to-webhooks": {
        "task": "ingest.tasks.forget_webhook_messages",
        "schedule": 24 * 3600.0,
        "options": {"expires": 3600},
    },
    "forget-old-attempts": {
        "task": "ingest.tasks.forget_attempts",
        "schedule": 24 * 3600.0,
        "options": {"expires": 3600},
    },
    "call-for-help": {
        "task": "ingest.tasks.watch",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "publish-what-is-due": {
        "task": "articles.tasks.keep_time",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "release-data": {
        "task": "articles.tasks.release_data",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "refresh-trending-searches": {
        "task": "articles.tasks.refresh_trending",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "forget-what-is-not-needed": {
        "task": "articles.tasks.forget",
        "schedule": 24 * 3600.0,
        "options": {"expires": 3600},
    },
    "read-articles-against-the-record": {
        "task": "articles.tasks.read_archive",
        "schedule": crontab(hour=7, minute=20),
        "options": {"expires": 3600},
    },
    "look-at-the-rules": {
        "task": "articles.tasks.look_at_rules",
        "schedule": 3600.0,
        "options": {"expires": 3000},
    },
    "check-figures-in-articles": {
        "task": "articles.tasks.check_bindings",
        "schedule": crontab(hour=7, minute=10),
        "options": {"expires": 3600},
    },
}

# The way in -----------------------------------------------------------------------------------

IRCC_ROUNDS_URL = env.str(
    "IRCC_ROUNDS_URL",
    default="https://www.canada.ca/content/dam/ircc/documents/json/ee_rounds_123_en.json",
)
# The French file stands beside the English one; an address of another form has no French twin.
IRCC_ROUNDS_URL_FR = env.str(
    "IRCC_ROUNDS_URL_FR",
    default=IRCC_ROUNDS_URL.replace("_en.json", "_fr.json")
    if "_en.json" in IRCC_ROUNDS_URL
    else "",
)
INGEST_USER_AGENT = env.str("INGEST_USER_AGENT", default=f"Cutline/1.0 (+{SITE_URL}/about/)")
INGEST_TIMEOUT = env.float("INGEST_TIMEOUT", default=30.0)
INGEST_MAX_BYTES = env.int("INGEST_MAX_BYTES", default=20 * 1024 * 1024)
INGEST_TRIES = env.int("INGEST_TRIES", default=3)
# What we send to addresses that others gave us: seconds for one try, and private networks that
# may be sent to all the same ("10.1.0.0/16"), such as that of a receiver of our own.
SEND_TIMEOUT = env.float("SEND_TIMEOUT", default=10.0)
OUTGOING_PRIVATE_NETWORKS = env.list("OUTGOING_PRIVATE_NETWORKS", default=[])
INGEST_SOURCES = {
    "ircc": {
        "name": _("IRCC, rounds of invitations"),
        "url": IRCC_ROUNDS_URL,
        "store": "draws.store.store_rounds",
        # From 2018 to 2026 no two days with rounds were more than 49 days apart.
        "quiet_after_days": 50,
    },
    "ircc-fr": {
        "name": _("IRCC, rounds of invitations in French"),
        "url": IRCC_ROUNDS_URL_FR,
        "store": "draws.store.store_french_names",
    },
    "bundle": {
        "name": _("The record that comes with Cutline"),
        "url": "",
        "store": "draws.store.store_bundle",
        # Brought in by `load_bundled` where there are no such rows yet.
        "bundle": {"body": "draws.bundle.as_bytes", "unless": "draws.models.Draw"},
    },
    "earlier-changes": {
        "name": _("Changes of the official figures from before Cutline"),
        "url": "",
        "store": "draws.store.store_changes",
        # Without `unless`: brought in whenever these bytes were not yet.
        "bundle": {"body": "draws.earlier.as_bytes"},
    },
    # One per page of a province: PNP_AB_URL and so on give another address.
    **ingest_sources(lambda name, address: env.str(name, default=address)),
    "pnp-table": {
        "name": _("Tables of provincial draws from editors"),
        "url": "",
        "store": "pnp.store.store_table",
    },
    "pnp-bundle": {
        "name": _("The provincial record that comes with Cutline"),
        "url": "",
        "store": "pnp.store.store_bundle",
        "bundle": {"body": "pnp.bundle.as_bytes", "unless": "pnp.models.Event"},
    },
}
# Event -> the functions that are told, each once.
_OUT = ["articles.telling.hub.on_event", "ingest.webhooks.on_event"]
_TO_HUB = ["articles.telling.hub.on_event"]
_READ = ["articles.receipt.handlers.on_figure"]
EVENT_HANDLERS = {
    "draw.published": ["articles.drafting.handlers.on_draw", "articles.letters.on_draw", *_OUT],
    "pnp.published": ["articles.drafting.handlers.on_province", *_OUT],
    "figure.corrected": ["articles.drafting.handlers.on_corrected", *_READ, *_OUT],
    "figure.withdrawn": ["articles.drafting.handlers.on_withdrawn", *_READ, *_OUT],
    "figure.completed": ["articles.drafting.handlers.on_completed", *_TO_HUB],
    "pnp.row-added": ["articles.drafting.handlers.on_completed", *_TO_HUB],
    "article.published": [*_TO_HUB],
    "article.changed": [*_TO_HUB],
    "article.withdrawn": [*_TO_HUB],
    "letter.due": ["articles.letters.on_letter"],
    "row.held": ["ingest.notices.tell_editors", "articles.drafting.handlers.on_held"],
    "row.dismissed": ["articles.drafting.handlers.on_dismissed"],
    "row.back": ["articles.drafting.handlers.on_held"],
    "row.gone": ["articles.drafting.handlers.on_dismissed"],
}
# What a webhook may ask for, and the functions that say what its message holds.
WEBHOOK_CONTENTS = {
    "draw.published": "articles.telling.contents.of_draw",
    "pnp.published": "articles.telling.contents.of_provincial_event",
    "figure.corrected": "articles.telling.contents.of_correction",
    "figure.withdrawn": "articles.telling.contents.of_correction",
}
# The WebSub hub that feeds name, and that is told of what is new in them; empty: none.
WEBSUB_HUB = env.str("WEBSUB_HUB", default="")
# Functions gate(article, by) that give what stands against publishing it, a sentence each.
PUBLISH_GATES = ["articles.receipt.gate.obstacles"]
# Whoever changed the words last may approve them, too: for a newsroom of one.
ONE_PERSON_NEWSROOM = env.bool("ONE_PERSON_NEWSROOM", default=False)
# An answer that nobody has read for so long stands on the desk again.
ANSWERS_STALE_AFTER_DAYS = env.int("ANSWERS_STALE_AFTER_DAYS", default=180)
EDITOR_EMAILS = env.list("EDITOR_EMAILS", default=[])
# Who is called when a source is silent or failing for longer than it should, or work is stuck.
ALARM_EMAILS = env.list("ALARM_EMAILS", default=EDITOR_EMAILS)
EMAIL_CONFIG = env.email("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = env.int("EMAIL_TIMEOUT", default=10)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="desk@cutline.example")
# Where readers write to, and where else Cutline is: SOCIAL_LINKS="Mastodon=https://…,X=https://…".
DESK_EMAIL = env.str("DESK_EMAIL", default=DEFAULT_FROM_EMAIL)
SOCIAL_LINKS = env.dict("SOCIAL_LINKS", default={})

# Lists for machines ---------------------------------------------------------------------------

# Who may sell advertising space here, a line each as in ads.txt; empty: nobody.
ADS_TXT = env.str("ADS_TXT", default="", multiline=True).splitlines()
# The owner of the podcast as the directories know them: they write to this address.
PODCAST_EMAIL = env.str("PODCAST_EMAIL", default=DEFAULT_FROM_EMAIL)

# Language and time ----------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
FORMAT_MODULE_PATH = "config.formats"
USE_TZ = True
USE_I18N = True

# Files ----------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
# Hashed and compressed files once `collectstatic` has run (`make run` does), plain ones before.
COLLECTED = (STATIC_ROOT / "staticfiles.json").exists()
WHITENOISE_USE_FINDERS = not COLLECTED
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": env.str("STATIC_STORAGE", default="")
        or (
            "whitenoise.storage.CompressedManifestStaticFilesStorage"
            if COLLECTED
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        )
    },
}

# Pictures: four widths in two types beside the original.
PICTURES = {
    "BREAKPOINTS": {"phone": 640, "page": 1200},
    "GRID_COLUMNS": 4,
    "CONTAINER_WIDTH": 1200,
    "FILE_TYPES": ["AVIF", "WEBP"],
    "PIXEL_DENSITIES": [1, 2],
    "USE_PLACEHOLDERS": False,
    "PROCESSOR": "articles.uploads.make_copies",
}

# The editor's modules of our own, and whatever of the editor its list of sanitisers lacks. The list
# is not used: articles.prose decides what may be stored.
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {"js": [static_lazy("js/prose/figure.js")], "extensions": {"BoundFigure": html_tags([])}},
    {
        "js": [static_lazy("js/prose/block.js")],
        "extensions": {"ArticleDocument": html_tags([]), "BoundBlock": html_tags([])},
    },
    {"js": [static_lazy("js/prose/table.js")], "extensions": {"CaptionedTable": html_tags([])}},
    {"js": [static_lazy("js/prose/picker.js")], "extensions": {"RecordPicker": html_tags([])}},
]
# An old version is read and copied from; putting it back goes through the form like any change.
SIMPLE_HISTORY_REVERT_DISABLED = True

# Safety ---------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
HTTPS = SITE_URL.startswith("https://")
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
# A browser takes such a name only from this very host, over https.
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrftoken"
# Scripts of ours read the token from the form.
CSRF_COOKIE_HTTPONLY = True
# Messages stand in the session, which the desk has anyway, and make no cookie of their own.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_SSL_REDIRECT = HTTPS and env.bool("SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31536000 if HTTPS else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
BEHIND_PROXY: bool = env.bool("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# A pasted feed is under a megabyte; anything far above is not a feed.
DATA_UPLOAD_MAX_MEMORY_SIZE = INGEST_MAX_BYTES + 1024 * 1024

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Sign-in: for staff alone, whom administrators make accounts for. The limits live in the cache,
# which every process shares, or in each while that is away; articles.signin says the rest.
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
ACCOUNT_ADAPTER = "articles.signin.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_FORMS = {"login": "articles.signin.forms.SignInForm"}
# For one visitor, and for one account however many visitors try it.
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/300s/key"}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
# The cookie ends with the browser; SESSION_HOURS and SESSION_IDLE_MINUTES end the session.
ACCOUNT_SESSION_REMEMBER = False
MFA_FORMS = {
    "add_webauthn": "articles.signin.forms.AddKeyForm",
    "authenticate_webauthn": "articles.signin.forms.KeyForm",
    "login_webauthn": "articles.signin.forms.LoginKeyForm",
    "reauthenticate_webauthn": "articles.signin.forms.KeyAgainForm",
    "edit_webauthn": "articles.signin.forms.RenameKeyForm",
}
MFA_ADAPTER = "articles.signin.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
# Browsers take http://localhost for safe, and the library does not.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
SECOND_FACTOR_FOR_EVERYONE: bool = env.bool("SECOND_FACTOR_FOR_EVERYONE", default=False)
SESSION_HOURS = env.int("SESSION_HOURS", default=12)
SESSION_IDLE_MINUTES = env.int("SESSION_IDLE_MINUTES", default=60)
SESSION_COOKIE_AGE = SESSION_HOURS * 3600
# A site that others reach starts with secrets of its own alone.
if is_public(SITE_URL, behind_proxy=BEHIND_PROXY):
    demand(
        refusals(
            key=env.str("SECRET_KEY", default=""),
            older=SECRET_KEY_FALLBACKS,
            services={"DATABASE_URL": env.str("DATABASE_URL", default=""), "REDIS_URL": REDIS_URL},
            tokens={"METRICS_TOKEN": env.str("METRICS_TOKEN", default="")},
        )
    )

# Seeing inside --------------------------------------------------------------------------------

LOG_FORMAT = env.str("LOG_FORMAT", default="lines")
LOGGING = configured(env.str("LOG_LEVEL", default="INFO"), LOG_FORMAT)
DJANGO_STRUCTLOG_CELERY_ENABLED = True
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_USER_ID_FIELD = ""
# One line at the end of each request and task; their beginnings are for whoever looks closely.
DJANGO_STRUCTLOG_STATUS_START_LOG_LEVEL = logging.DEBUG
DJANGO_STRUCTLOG_STATUS_4XX_LOG_LEVEL = logging.INFO
DJANGO_STRUCTLOG_CELERY_TASK_START_LOG_LEVEL = logging.DEBUG
DJANGO_STRUCTLOG_CELERY_TASK_SUCCESS_LOG_LEVEL = (
    logging.INFO if LOG_FORMAT == "json" else logging.DEBUG
)
# The proxy's own log has the same id.
DJANGO_STRUCTLOG_TRUST_UPSTREAM_REQUEST_ID = BEHIND_PROXY
# Who may read /metrics from another machine; empty: nobody, only programs on this one.
METRICS_TOKEN = env.str("METRICS_TOKEN", default="")
# Each process counts into a file of its own here. The library looks for the name in the
# environment, once, when it is first imported.
METRICS_DIR = Path(os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(DATA_DIR / "metrics")))
METRICS_DIR.mkdir(parents=True, exist_ok=True)
SENTRY_DSN = env.str("SENTRY_DSN", default="")
if SENTRY_DSN:
    from config import errors  # the library is large, and most sites do without

    errors.start(SENTRY_DSN, BUILD, SITE_URL)
