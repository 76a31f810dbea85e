import re
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Request, Response

from app.domain.errors import NotFound
from app.domain.position import LANGUAGES
from app.features.record import queries
from app.web.codings import IDENTITY
from app.web.deps import Db, Language
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


@router.get("/", name="record.home")
def home(language: Language) -> Response:
    return see(f"/{language}/record/")


@router.get("/healthz", name="record.health")
def health() -> Response:
    return Response("ok", media_type="text/plain")


@router.api_route("/{lang}/record/", methods=["GET", "HEAD"], name="record.index")
def index(request: Request, db: Db, lang: RecordLanguage) -> Response:
    page = queries.index_page(db, lang)
    languages = {each: f"/{each}/record/" for each in LANGUAGES}
    return render(request, "record/index.html", page, language=lang, page_languages=languages)


@router.api_route(
    "/{lang}/record/{slug}/releases/{number}/{path:path}",
    methods=["GET", "HEAD"],
    name="record.release",
)
@router.api_route("/{lang}/record/{slug}/{path:path}", methods=["GET", "HEAD"], name="record.show")
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
