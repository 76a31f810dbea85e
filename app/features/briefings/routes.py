"""The addresses of a briefing: the list, its note, its opening, its life."""

import secrets
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from app.domain.errors import Conflict, Invalid
from app.features.briefings import board, note_service, pages, service, setup_pages, setup_routes
from app.features.briefings.forms import (
    NewForm,
    NoteUpload,
    ShownRows,
    WithdrawForm,
    read_upload,
)
from app.features.briefings.note_forms import NoteForm
from app.features.briefings.refusals import refused
from app.features.briefings.upload import no_file
from app.web.deps import Db, Language, Now, SignedIn, Slug, Watching
from app.web.forms import Form
from app.web.templating import address_of, is_htmx, render, see

router = APIRouter(prefix="/briefings")


def _seed() -> str:
    return secrets.token_hex(8)


Seed = Annotated[str, Depends(_seed)]


@router.get("", name="briefings.index")
def index(request: Request, db: Db, actor: SignedIn) -> Response:
    if actor.is_briefer:  # who has nothing here, and all of it there
        return see(address_of(request)("asks.briefs"))
    return render(request, "briefings/index.html", pages.index_page(db, actor))


@router.get("/new", name="briefings.new")
def new(request: Request, actor: SignedIn) -> Response:
    return render(request, "briefings/new.html", pages.new_page(actor))


@router.post("/new", name="briefings.create")
def create(
    request: Request,
    db: Db,
    actor: SignedIn,
    file: NoteUpload,  # before the form, which closes what it does not keep
    form: NewForm,
    seed: Seed,
    now: Now,
) -> Response:
    page = pages.new_page(actor)
    try:
        typed = form.accepted()
        note = no_file() if typed.start == "blank" else read_upload(file)
        briefing = note_service.convene_briefing(db, actor, note, typed.slug, seed=seed, at=now)
    except (Invalid, Conflict) as error:
        return refused(request, "briefings/new.html", page, form, error)
    return see(address_of(request)("briefings.note", slug=briefing.slug))


@router.get("/{slug}", name="briefings.show")
def show(request: Request, db: Db, actor: SignedIn, slug: Slug, shown: ShownRows) -> Response:
    page = board.show_page(db, actor, slug, shown, mails=request.app.state.mails)
    return render(request, page.template, page)


@router.get("/{slug}/board", name="briefings.board")
def watch(
    request: Request, db: Db, actor: Watching, slug: Slug, shown: ShownRows, lang: Language
) -> Response:
    """Give the board to a page that has it open, or nothing, where it would see no change."""
    page = board.watch_page(db, actor, slug, shown, mails=request.app.state.mails)
    if not is_htmx(request):
        return see(f"{address_of(request)('briefings.show', slug=slug)}{shown.query}#board")
    tag = f'"{page.board.tag(lang)}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"ETag": tag})
    answer = render(request, "briefings/_board.html", page)
    answer.headers["ETag"] = tag
    return answer


@router.get("/{slug}/note", name="briefings.note")
def note(request: Request, db: Db, actor: SignedIn, slug: Slug, lang: Language) -> Response:
    return render(request, "briefings/note.html", pages.note_page(db, actor, slug, lang))


@router.post("/{slug}/note", name="briefings.correct")
def correct(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    form: NoteForm,
    lang: Language,
    now: Now,
) -> Response:
    try:
        note_service.correct_note(db, actor, slug, form.accepted().to_domain(), at=now)
    except (Invalid, Conflict) as error:
        page = pages.note_page(db, actor, slug, lang)
        return refused(request, "briefings/note.html", page, form, error)
    return see(address_of(request)("briefings.setup", slug=slug))


@router.get("/{slug}/note/file", name="briefings.note_file")
def note_file(db: Db, actor: SignedIn, slug: Slug) -> Response:
    """Hand the file back as it came, never to be shown by the browser."""
    file = pages.note_file(db, actor, slug)
    name = f"{file.sha256[:16]}.{file.kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(file.content, media_type="application/octet-stream", headers=headers)


@router.get("/{slug}/open", name="briefings.check")
def check(request: Request, db: Db, actor: SignedIn, slug: Slug) -> Response:
    return render(request, "briefings/check.html", setup_pages.setup_page(db, actor, slug))


@router.post("/{slug}/open", name="briefings.open")
def open_(request: Request, db: Db, actor: SignedIn, slug: Slug, now: Now) -> Response:
    try:
        service.open_briefing(db, actor, slug, at=now)
    except Invalid as error:
        page = setup_pages.setup_page(db, actor, slug)
        return refused(request, "briefings/check.html", page, Form(), error)
    return see(address_of(request)("briefings.show", slug=slug))


@router.post("/{slug}/close", name="briefings.close")
def close(request: Request, db: Db, actor: SignedIn, slug: Slug, now: Now) -> Response:
    service.close_briefing(db, actor, slug, at=now)
    return see(address_of(request)("briefings.show", slug=slug))


@router.post("/{slug}/withdraw", name="briefings.withdraw")
def withdraw(
    request: Request, db: Db, actor: SignedIn, slug: Slug, form: WithdrawForm, now: Now
) -> Response:
    page = board.board_page(db, actor, slug, mails=request.app.state.mails)
    try:
        service.withdraw_briefing(db, actor, slug, form.accepted().to_domain(), at=now)
    except Invalid as error:
        return refused(request, "briefings/show.html", page, form, error)
    return see(address_of(request)("briefings.show", slug=slug))


router.include_router(setup_routes.router)
