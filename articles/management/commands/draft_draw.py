"""Show the draft that the site would have made of a round, as of its day."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.body.document import Document
from articles.drafting.replay import LANGUAGES, copies_of
from articles.drafting.writing import Copy
from draws.models import Draw


class Command(BaseCommand):
    help = "Print the draft of a round as of its day. Nothing is stored."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("numbers", nargs="+", metavar="number")
        parser.add_argument("--lang", choices=LANGUAGES, help="one language; else both")
        parser.add_argument("--html", action="store_true", help="the text with its marks")

    def handle(self, *args: Any, **options: Any) -> None:
        for number in options["numbers"]:
            draw = Draw.objects.with_pool().filter(number=number).first()
            if draw is None:
                raise CommandError(f"There is no draw {number} on the record.")
            for language, copy in copies_of(draw).items():
                if options["lang"] in (None, language):
                    self.stdout.write(_shown(copy, html=options["html"]))


def _shown(copy: Copy, *, html: bool) -> str:
    body = copy.body if html else Document.of(copy.body).text
    head = (copy.slug, copy.headline, copy.standfirst, copy.seo_title, copy.seo_description)
    return "\n".join((*head, "", body, ""))
