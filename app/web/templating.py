"""The Jinja environments, one per language, and how a route answers."""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.data.catalogues import translations
from app.web import filters
from app.web.deps import language_of
from app.web.forms import Form
from app.web.i18n import LANGUAGE_NAMES, comma, direction, list_comma

ROOT = Path(__file__).parents[2]


@cache
def environment(language: str) -> Environment:
    """Compile the templates for one language. Autoescape is on for every file, whatever its end."""
    env = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # a server goes on with the templates it started with
        extensions=["jinja2.ext.i18n"],
    )
    catalogue = translations(language)
    env.install_gettext_translations(catalogue, newstyle=True)  # type: ignore[attr-defined]  # added by the extension
    env.policies["ext.i18n.trimmed"] = True
    env.globals.update(
        lang=language,
        dir=direction(language),
        direction=direction,
        comma=comma(language),
        list_comma=list_comma(language),
        language_names=LANGUAGE_NAMES,
        static=static_url,
    )
    env.filters.update(filters.for_language(language, catalogue))
    return env


@cache
def static_url(path: str) -> str:
    """Give the address of a static file, with a mark that changes when its bytes do."""
    digest = hashlib.sha256((ROOT / "static" / path).read_bytes()).hexdigest()[:12]
    return f"/static/{path}?v={digest}"


def is_htmx(request: Request) -> bool:
    return "HX-Request" in request.headers


def fill(template: str, language: str, url_for: Callable[..., str], **context: Any) -> str:  # noqa: ANN401 - templates take any page
    """Fill a template without a request, as for the frozen pages of the record."""
    return environment(language).get_template(template).render(url_for=url_for, **context)


def render(
    request: Request,
    template: str,
    page: object,
    *,
    form: Form[Any] | None = None,
    status: int = 200,
    language: str | None = None,
    page_languages: dict[str, str] | None = None,
) -> HTMLResponse:
    """Fill a template. It sees the request, one page object, and the form that failed if any.

    ``page_languages`` gives the address of the same page in other languages, where it has one.
    """
    html = fill(
        template,
        language or language_of(request),
        address_of(request),
        request=request,
        page=page,
        page_languages=page_languages,
        form=form or Form[Any](),
        viewer=getattr(request.state, "actor", None),
    )
    return HTMLResponse(html, status_code=status)


def address_of(request: Request) -> Callable[..., str]:
    """Give addresses as paths: no host a client sent ever enters a page.

    At a desk where the Secretariat stands in, every address of the desk says so, and the way up
    ends there: what lies above it is the delegation's own.
    """
    acting = request.path_params.get("acting")

    def url_for(name: str, /, **params: object) -> str:
        if acting and name == "briefings.show":
            name = "positions.index"
        if acting and name.startswith("positions."):
            params.setdefault("acting", acting)
        return str(request.app.state.url_path_for(name, **params))

    return url_for


def see(path: str) -> RedirectResponse:
    """Send the browser to a path of this site after a change."""
    return RedirectResponse(path, status_code=303)
