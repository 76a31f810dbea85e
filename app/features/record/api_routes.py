"""The public API: read-only, versioned by its address, made of what is frozen and published."""

import re
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.openapi.utils import get_openapi

from app.data import summary_schema
from app.domain.errors import NotFound
from app.features.record import api_queries
from app.features.record.api_shapes import (
    BriefingFilter,
    BriefingList,
    CellFilter,
    Contents,
    PublishedFacts,
    ReleaseList,
    SentenceFilter,
    SentenceList,
    TallyList,
)
from app.web.api import PROBLEMS, ApiRoute, answered, pages
from app.web.deps import Db
from app.web.templating import address_of

ROOT = "/api/v1"
router = APIRouter(prefix=ROOT, route_class=ApiRoute, responses=PROBLEMS)
Route = Callable[..., Response]


def _known(slug: str) -> str:
    """Answer what can be nobody's name like one that nobody has."""
    if not re.fullmatch(r"[a-z0-9-]{1,80}", slug):
        raise NotFound
    return slug


Slug = Annotated[str, Depends(_known)]
Briefings = Annotated[BriefingFilter, Query()]
Sentences = Annotated[SentenceFilter, Query()]
Cells = Annotated[CellFilter, Query()]


def reads(path: str, name: str, **about: Any) -> Callable[[Route], Route]:  # noqa: ANN401 - what FastAPI takes
    """Register a route for GET, and for HEAD, which no description needs to repeat."""

    def register(route: Route) -> Route:
        router.add_api_route(path, route, methods=["GET"], name=name, **about)
        router.add_api_route(path, route, methods=["HEAD"], name=name, include_in_schema=False)
        return route

    return register


@reads("", "record.api", response_model=Contents, summary="Where everything is")
def contents(request: Request) -> Response:
    address = address_of(request)
    return answered(
        Contents(
            briefings=address("record.api_briefings"),
            description=address("record.api_description"),
            summary_schema=address("record.api_schema"),
        )
    )


@reads(
    "/briefings", "record.api_briefings", response_model=BriefingList, summary="Published briefings"
)
def briefings(request: Request, db: Db, asked: Briefings) -> Response:
    """List what is published, latest meeting first."""
    found = api_queries.published_lines(db, asked, address_of(request))
    start = (asked.page - 1) * asked.limit
    page = BriefingList(
        total=len(found),
        page=asked.page,
        limit=asked.limit,
        items=found[start : start + asked.limit],
    )
    return _listed(request, page)


@reads(
    "/briefings/{slug}",
    "record.api_briefing",
    response_model=PublishedFacts,
    summary="One briefing: its facts, releases and files",
)
def briefing(request: Request, db: Db, slug: Slug) -> Response:
    return answered(api_queries.get_facts(db, slug, address_of(request)))


@reads(
    "/briefings/{slug}/sentences",
    "record.api_sentences",
    response_model=SentenceList,
    summary="The sentences of its summary",
)
def sentences(request: Request, db: Db, slug: Slug, asked: Sentences) -> Response:
    """Give the sentences of one language in reading order, as its summary.json has them."""
    return _listed(request, api_queries.sentences_of(db, slug, asked))


@reads(
    "/briefings/{slug}/tallies",
    "record.api_tallies",
    response_model=TallyList,
    summary="Who chose what in each cell, in numbers",
)
def tallies(request: Request, db: Db, slug: Slug, asked: Cells) -> Response:
    """Give one item for each thing chosen in each cell: a question for a mission, or for none."""
    return _listed(request, api_queries.tallies_of(db, slug, asked))


@reads(
    "/briefings/{slug}/releases",
    "record.api_releases",
    response_model=ReleaseList,
    summary="Its releases, corrigenda among them",
)
def releases(request: Request, db: Db, slug: Slug) -> Response:
    return answered(ReleaseList(items=api_queries.releases_of(db, slug, address_of(request))))


@reads("/schemas/summary.json", "record.api_schema", summary="The JSON Schema of summary.json")
def schema() -> Response:
    return answered(summary_schema())


@reads("/openapi.json", "record.api_description", include_in_schema=False)
def description() -> Response:
    return answered(_description())


@reads("/{path:path}", "record.api_absent", include_in_schema=False)
def absent() -> Response:
    """Answer programs in their own tongue where there is nothing."""
    raise NotFound(f"There is nothing at this address. Begin at {ROOT}.")


def _listed(request: Request, page: BriefingList | SentenceList | TallyList) -> Response:
    links = pages(request, page=page.page, limit=page.limit, total=page.total)
    return answered(page, links)


@cache
def _description() -> dict[str, Any]:
    return get_openapi(
        title="Horseshoe: published records",
        version="1.0.0",
        description="Read-only. Everything here is public and was frozen when it was issued: the "
        "same facts and sentences as the pages under /{language}/record/. No key, no cookie.",
        routes=router.routes,
    )
