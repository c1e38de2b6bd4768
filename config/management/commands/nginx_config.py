"""Print the configuration of nginx for this site."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

TEMPLATE = settings.BASE_DIR / "deploy" / "nginx" / "cutline.conf.in"
PLACE = re.compile(r"@([A-Z_]+)@")
# As Django sends them with what it answers itself.
HEADERS = (
    "X-Content-Type-Options nosniff",
    "Referrer-Policy strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy same-origin",
)


class Command(BaseCommand):
    help = "Print the configuration of nginx, made from deploy/nginx and the settings."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--web",
            action="append",
            metavar="HOST:PORT",
            help="a web process; once for each (default 127.0.0.1:8001 and 127.0.0.1:8002)",
        )
        parser.add_argument("--certificate", help="certificate with its chain; none: plain HTTP")
        parser.add_argument("--key", help="its private key")
        parser.add_argument(
            "--port", type=int, help="where readers come in (443, or 80 without TLS)"
        )
        parser.add_argument("--redirect-port", type=int, default=80, help="plain HTTP beside TLS")
        parser.add_argument(
            "--inner-port", type=int, default=8079, help="on the loopback interface"
        )
        parser.add_argument(
            "--data", default=str(settings.DATA_DIR), help="static and media lie here"
        )
        parser.add_argument(
            "--cache", default="/var/cache/nginx/cutline", help="folder of the cache"
        )
        parser.add_argument("--logs", default="/var/log/nginx", help="folder of the logs")
        parser.add_argument(
            "--uncounted",
            action="append",
            default=[],
            help="an address without a limit of requests",
        )
        parser.add_argument(
            "--metrics-from",
            action="append",
            default=[],
            help="an address that may read /metrics/1, /metrics/2 … of the web processes",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if bool(options["certificate"]) != bool(options["key"]):
            raise CommandError("--certificate and --key belong together.")
        values = _values(options)
        self.stdout.write(PLACE.sub(lambda place: values[place[1]], TEMPLATE.read_text()))


def _values(options: dict[str, Any]) -> dict[str, str]:
    """What stands at each @PLACE@ of the template."""
    secure = bool(options["certificate"])
    site = urlsplit(settings.SITE_URL)
    port = options["port"] or (443 if secure else 80)
    log = Path(options["logs"])
    web = options["web"] or ["127.0.0.1:8001", "127.0.0.1:8002"]
    return {
        "UNCOUNTED": _lines(f"{address} 0;" for address in options["uncounted"]),
        "METRICS": _metrics(web, options["metrics_from"]),
        "UPSTREAMS": _lines(f"server {each} max_fails=1 fail_timeout=1s;" for each in web),
        "CACHE": options["cache"],
        "DATA": options["data"],
        "INNER_PORT": str(options["inner_port"]),
        "LISTEN": f"{port} ssl http2" if secure else str(port),
        "NAMES": " ".join(_names(site.hostname or "localhost")),
        "TLS": _tls(options["certificate"], options["key"]) if secure else "",
        "REDIRECT": _redirect(options["redirect_port"], port, site.hostname) if secure else "",
        # Without TLS here, something in front ends it, or the site has none.
        "SCHEME": site.scheme,
        "HEADERS": _lines((f"add_header {header};" for header in _headers()), indent=8),
        "BODY": f"{settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1024 // 1024 + 1}m",
        "ACCESS_LOG": f"{log / 'cutline-access.log'} cutline buffer=64k flush=5s",
        # Below that it names the address and the query of a reader; the other log has what failed.
        "ERROR_LOG": f"{log / 'cutline-error.log'} crit",
    }


def _metrics(web: list[str], may_read: list[str]) -> str:
    """The counts of each web process at an address of its own: each counts for itself, and behind
    one address they would take turns."""
    if not may_read:
        return ""
    allowed = " ".join(f"allow {address};" for address in may_read)
    return _lines(
        f"location = /metrics/{number} {{ {allowed} deny all; error_page 403 = @nothing;"
        f" proxy_pass http://{each}/metrics; }}"
        for number, each in enumerate(web, 1)
    )


def _names(first: str) -> list[str]:
    """The site's own name, and what else it answers to."""
    others = [name for name in settings.ALLOWED_HOSTS if name not in (first, "*")]
    return [first, *others]


def _headers() -> list[str]:
    if not settings.SECURE_HSTS_SECONDS:
        return list(HEADERS)
    return [*HEADERS, f'Strict-Transport-Security "{_hsts()}"']


def _hsts() -> str:
    return "; ".join(
        part
        for part, wanted in (
            (f"max-age={settings.SECURE_HSTS_SECONDS}", True),
            ("includeSubDomains", settings.SECURE_HSTS_INCLUDE_SUBDOMAINS),
            ("preload", settings.SECURE_HSTS_PRELOAD),
        )
        if wanted
    )


def _tls(certificate: str, key: str) -> str:
    return _lines(
        (
            f"ssl_certificate {certificate};",
            f"ssl_certificate_key {key};",
            "ssl_protocols TLSv1.2 TLSv1.3;",
            "ssl_session_cache shared:cutline_tls:10m;",
            "ssl_session_timeout 1d;",
            "ssl_session_tickets off;",
        )
    )


def _redirect(port: int, secure_port: int, name: str | None) -> str:
    """The server of plain HTTP: nothing but the way to the secure one, and certificates."""
    goal = f"https://{name}" + ("" if secure_port == 443 else f":{secure_port}")
    return (
        "server {\n"
        f"    listen {port} default_server;\n"
        "    location /.well-known/acme-challenge/ { root /var/www/html; }\n"
        f"    location / {{ return 301 {goal}$request_uri; }}\n"
        "}\n"
    )


def _lines(lines: Any, indent: int = 4) -> str:
    return ("\n" + " " * indent).join(lines)
