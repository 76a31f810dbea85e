import re
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Request, Response

from app.data.catalogues import translations
from app.domain.errors import NotFound
from app.domain.position import LANGUAGES
from app.domain.search_query import LONGEST
from app.features.record import feeds, manifests, queries
from app.features.record.forms import ListQuery, SearchQuery
from app.features.record.listing import index_page
from app.features.record.searching import search_page
from app.formats.atom import atom
from app.formats.sitemap import robots, sitemap, sitemap_index
from app.web.caching import public
from app.web.codings import IDENTITY
from app.web.deps import Db, Language
from app.web.forms import Form
from app.web.front import UNREAD
from app.web.kept import Answer
from app.web.templating import render, see

router = APIRouter()
RecordLanguage = Annotated[str, Path(pattern=f"^({'|'.join(LANGUAGES)})$")]
ADDRESSES = re.compile(
    rf"/({'|'.join(LANGUAGES)})/record/([^/\0]+)/(?:releases/([1-9][0-9]{{0,6}})/)?([^\0]*)"
)
NEWEST = "public, max-age=300"  # a corrigendum may come
NUMBERED = "public, max-age=31536000, immutable"
READ = ["GET", "HEAD"]
Number = Annotated[int, Path(ge=1, le=10_000_000)]


@router.get("/", name="record.home")
def home(language: Language) -> Response:
    return see(f"/{language}/record/")


@router.get("/healthz", name="record.health")
def health() -> Response:
    return Response("ok", media_type="text/plain")


@router.api_route("/{lang}/record/", methods=READ, name="record.index")
def index(request: Request, db: Db, lang: RecordLanguage, shown: ListQuery) -> Response:
    page = index_page(db, lang, shown)
    languages = _in_each_language(request)
    answer = render(request, "record/index.html", page, language=lang, page_languages=languages)
    return public(request, answer, seconds=60)


@router.api_route("/{lang}/record/search", methods=READ, name="record.search")
def search(request: Request, db: Db, lang: RecordLanguage, shown: SearchQuery) -> Response:
    page = search_page(db, lang, shown)
    errors: dict[str, str] = {}
    if shown.is_too_long:
        said = translations(lang).gettext("Look for at most %(most)s characters at once.")
        errors["q"] = said % {"most": LONGEST}
    answer = render(
        request,
        "record/search.html",
        page,
        form=Form(raw=shown.address, errors=errors),
        status=422 if errors else 200,
        language=lang,
        page_languages=_in_each_language(request),
    )
    return public(request, answer, seconds=60)


def _in_each_language(request: Request) -> dict[str, str]:
    """Give this very page in each language, with what it was asked for."""
    rest = request.url.path.partition("/record/")[2]
    query = request.url.query and f"?{request.url.query}"
    return {each: f"/{each}/record/{rest}{query}" for each in LANGUAGES}


@router.api_route("/{lang}/record/feed.atom", methods=READ, name="record.feed")
def feed(request: Request, db: Db, lang: RecordLanguage) -> Response:
    content = atom(feeds.feed(db, lang, request.app.state.base_url))
    answer = Response(content, media_type="application/atom+xml")
    return public(request, answer, seconds=300)


@router.api_route("/sitemap.xml", methods=READ, name="record.sitemap")
def map_of_the_site(request: Request, db: Db) -> Response:
    base = request.app.state.base_url
    count = feeds.sitemaps(db)
    content = sitemap(feeds.addresses(db, base, 1)) if count == 1 else sitemap_index(base, count)
    return public(request, Response(content, media_type="application/xml"), seconds=300)


@router.api_route("/sitemap-{number}.xml", methods=READ, name="record.sitemap_part")
def part_of_the_map(request: Request, db: Db, number: Number) -> Response:
    content = sitemap(feeds.addresses(db, request.app.state.base_url, number))
    return public(request, Response(content, media_type="application/xml"), seconds=300)


@router.api_route("/robots.txt", methods=READ, name="record.robots")
def for_robots(request: Request) -> Response:
    answer = Response(robots(request.app.state.base_url), media_type="text/plain")
    return public(request, answer, seconds=300)


@router.api_route("/{lang}/record/{slug}/manifest.json", methods=READ, name="record.manifest")
def manifest(request: Request, db: Db, lang: RecordLanguage, slug: str) -> Response:  # noqa: ARG001 - an address in each language, as of every file
    """List every file of every public release with its hash, for ``verify`` and anybody else."""
    content = manifests.get_manifest(db, slug)
    return public(request, Response(content, media_type="application/json"), seconds=300)


@router.api_route(
    "/{lang}/record/{slug}/releases/{number}/{path:path}",
    methods=READ,
    name="record.release",
)
@router.api_route("/{lang}/record/{slug}/{path:path}", methods=READ, name="record.show")
def absent(request: Request) -> Response:
    """Name the addresses of frozen bytes: what is there has been answered before, by the front."""
    if UNREAD in request.scope:
        raise request.scope[UNREAD]
    raise NotFound("There is no such record.")


def answer_at(db: Db, address: str) -> Answer | None:
    """Give the frozen bytes that are public at an address, newest release or by its number."""
    found = ADDRESSES.fullmatch(address)
    if found is None:
        return None
    lang, slug, typed, path = found.groups()
    number = int(typed) if typed else None
    file = queries.find_published_file(db, lang, slug, path, number)
    if file is None:
        return None
    headers = {
        "Cache-Control": NEWEST if number is None else NUMBERED,
        **_versions(lang, slug, path, file, by_number=number is not None),
    }
    return Answer(file.sha256, file.media_type, headers, {IDENTITY: file.content, **file.codings})


def _versions(
    lang: str, slug: str, path: str, file: queries.PublishedFile, *, by_number: bool
) -> dict[str, str]:
    """Name the releases beside this one (RFC 5829): bytes that were frozen cannot learn of them.

    Under its number a release always names where the latest is, so that its headers never change.
    """
    where = {"lang": lang, "slug": slug, "path": path}
    links: list[str] = []
    if by_number:
        links.append(f'<{_address("record.show", **where)}>; rel="latest-version"')
    if file.before is not None:
        before = _address("record.release", number=file.before, **where)
        links.append(f'<{before}>; rel="predecessor-version"')
    return {"Link": ", ".join(links)} if links else {}


def _address(name: str, **params: object) -> str:
    return quote(str(router.url_path_for(name, **params)))
