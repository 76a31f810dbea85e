from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from app.domain.position import LANGUAGES
from app.features.record import queries
from app.web.deps import Db, Language
from app.web.templating import render, see

router = APIRouter()
RecordLanguage = Annotated[str, Path(pattern=f"^({'|'.join(LANGUAGES)})$")]
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


@router.api_route("/{lang}/record/{slug}/{path:path}", methods=["GET", "HEAD"], name="record.show")
def show(request: Request, db: Db, lang: RecordLanguage, slug: str, path: str) -> Response:
    file = queries.get_published_file(db, lang, slug, path)
    tag = f'"{file.sha256}"'
    headers = {"ETag": tag, "Cache-Control": PUBLIC}
    known = request.headers.get("if-none-match", "").split(",")
    if {tag, "*"} & {each.strip().removeprefix("W/") for each in known}:
        return Response(status_code=304, headers=headers)
    return Response(file.content, media_type=file.media_type, headers=headers)
