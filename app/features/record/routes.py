from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Request, Response

from app.domain.position import LANGUAGES
from app.domain.proof import sha256
from app.features.record import manifests, queries
from app.web.deps import Db, Language
from app.web.templating import render, see

router = APIRouter()
RecordLanguage = Annotated[str, Path(pattern=f"^({'|'.join(LANGUAGES)})$")]
Number = Annotated[int, Path(ge=1, le=10_000_000)]
PUBLIC = "public, max-age=300"


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
    "/{lang}/record/{slug}/manifest.json", methods=["GET", "HEAD"], name="record.manifest"
)
def manifest(request: Request, db: Db, lang: RecordLanguage, slug: str) -> Response:  # noqa: ARG001 - an address in each language, as of every file
    """List every file of every public release with its hash, for ``verify`` and anybody else."""
    content = manifests.get_manifest(db, slug)
    return _bytes(request, content, "application/json", sha256(content), {})


@router.api_route(
    "/{lang}/record/{slug}/releases/{number}/{path:path}",
    methods=["GET", "HEAD"],
    name="record.release",
)
def release(
    request: Request, db: Db, lang: RecordLanguage, slug: str, number: Number, path: str
) -> Response:
    """Serve a release by its number for good, also once a corrigendum has taken its place."""
    return _frozen(
        request, lang, slug, path, queries.get_published_file(db, lang, slug, path, number)
    )


@router.api_route("/{lang}/record/{slug}/{path:path}", methods=["GET", "HEAD"], name="record.show")
def show(request: Request, db: Db, lang: RecordLanguage, slug: str, path: str) -> Response:
    return _frozen(request, lang, slug, path, queries.get_published_file(db, lang, slug, path))


def _frozen(
    request: Request, lang: str, slug: str, path: str, file: queries.PublishedFile
) -> Response:
    versions = _versions(lang, slug, path, file)
    return _bytes(request, file.content, file.media_type, file.sha256, versions)


def _bytes(
    request: Request, content: bytes, media_type: str, digest: str, more: dict[str, str]
) -> Response:
    tag = f'"{digest}"'
    headers = {"ETag": tag, "Cache-Control": PUBLIC, **more}
    known = request.headers.get("if-none-match", "").split(",")
    if {tag, "*"} & {each.strip().removeprefix("W/") for each in known}:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media_type, headers=headers)


def _versions(lang: str, slug: str, path: str, file: queries.PublishedFile) -> dict[str, str]:
    """Name the releases beside this one (RFC 5829): bytes that were frozen cannot learn of them."""
    where = {"lang": lang, "slug": slug, "path": path}
    links: list[str] = []
    if file.number < file.newest:
        links.append(f'<{_address("record.show", **where)}>; rel="latest-version"')
    if file.before is not None:
        before = _address("record.release", number=file.before, **where)
        links.append(f'<{before}>; rel="predecessor-version"')
    return {"Link": ", ".join(links)} if links else {}


def _address(name: str, **params: object) -> str:
    return quote(str(router.url_path_for(name, **params)))
