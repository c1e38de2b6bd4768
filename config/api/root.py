"""The API itself: its name, its routers, what it answers when something is wrong."""

from typing import Any

from django.utils.translation import gettext_noop as _
from django.views.decorators.http import require_GET
from ninja import NinjaAPI

from config.api import articles, corrections, draws, pnp, problems, search, tools


class Described(NinjaAPI):
    """An API whose description says of errors that they are problems, not plain JSON."""

    def get_openapi_schema(self, *args: Any, **kwargs: Any) -> Any:
        schema = super().get_openapi_schema(*args, **kwargs)
        for methods in schema["paths"].values():
            for operation in methods.values():
                for status, response in operation["responses"].items():
                    if int(status) >= 400:
                        response["content"] = {
                            problems.MEDIA_TYPE: response["content"]["application/json"]
                        }
        return schema


api = Described(
    title="Cutline",
    version="1",
    description=(
        "Express Entry and provincial draws, the articles on them, and every correction. Free, "
        "without a key. Moments are UTC; null is what is not known or not published, never zero."
    ),
    docs_url=None,
    # Its description is only read.
    docs_decorator=require_GET,
    openapi_url="openapi.json",
    urls_namespace="api",
    openapi_extra={"info": {"license": {"name": "CC BY 4.0, see /data/", "url": "/data/"}}},
)
api.add_router("", draws.router, tags=[_("Express Entry")])
api.add_router("/pnp", pnp.router, tags=[_("Provinces")])
api.add_router("/articles", articles.router, tags=[_("Articles")])
api.add_router("/corrections", corrections.router, tags=[_("Corrections")])
api.add_router("/search", search.router, tags=[_("Search")])
api.add_router("", tools.router, tags=[_("Tools")])
problems.answer_errors_of(api)
