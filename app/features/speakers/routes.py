"""The addresses of the list of speakers, and of the statements delivered from it."""

# ruff: noqa: FAST003 - SpeakerPath takes the speaker from the address

from collections.abc import Callable
from datetime import datetime
from typing import Any

from fastapi import APIRouter, Request, Response

from app.domain.actor import Actor
from app.domain.errors import Conflict, Invalid
from app.features.briefings.refusals import refused
from app.features.speakers import queries, service, statements
from app.features.speakers.forms import (
    ActForm,
    AskForm,
    Number,
    Seed,
    SpeakerPath,
    StatementFile,
    StatementForm,
    TermsForm,
)
from app.web.deps import Db, Language, Now, SignedIn, Slug, Watching
from app.web.forms import Form
from app.web.templating import address_of, render, see

router = APIRouter(prefix="/briefings/{slug}/speakers")


@router.get("", name="speakers.show")
def show(request: Request, db: Db, actor: SignedIn, slug: Slug, now: Now) -> Response:
    page = queries.speakers_page(db, actor, slug, now=now)
    return render(request, page.template, page)


@router.get("/now", name="speakers.now")
def now_(
    request: Request, db: Db, actor: Watching, slug: Slug, lang: Language, now: Now
) -> Response:
    """Give the floor alone, for a page that is open; nothing at all where it shows this already."""
    page = queries.speakers_page(db, actor, slug, now=now)
    tag = f'"{page.floor.mark}-{lang}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"ETag": tag})
    answer = render(request, "speakers/_floor.html", page)
    answer.headers["ETag"] = tag
    return answer


@router.post("/order", name="speakers.prepare")
def prepare(
    request: Request, db: Db, actor: SignedIn, slug: Slug, form: TermsForm, now: Now
) -> Response:
    def do() -> None:
        decision, terms = form.accepted().to_domain(slug)
        service.prepare_list(db, actor, decision, terms, at=now)

    return _answer(request, (db, actor, slug, now), form, do)


@router.post("/floor", name="speakers.lead")
def lead(
    request: Request, db: Db, actor: SignedIn, slug: Slug, form: ActForm, seed: Seed, now: Now
) -> Response:
    def do() -> None:
        service.lead(db, actor, form.accepted().to_domain(slug), seed, at=now)

    return _answer(request, (db, actor, slug, now), form, do)


@router.post("/ask", name="speakers.ask")
def ask(request: Request, db: Db, actor: SignedIn, slug: Slug, form: AskForm, now: Now) -> Response:
    def do() -> None:
        wants = form.accepted().wants == "yes"
        service.ask_for_the_floor(db, actor, slug, wants=wants, at=now)

    return _answer(request, (db, actor, slug, now), form, do)


@router.get("/{speaker}/statement", name="speakers.statement")
def statement(request: Request, db: Db, actor: SignedIn, place: SpeakerPath) -> Response:
    page = statements.statement_page(db, actor, place)
    return render(request, "speakers/statement.html", page)


@router.post("/{speaker}/statement", name="speakers.attach")
def attach(
    request: Request,
    db: Db,
    actor: SignedIn,
    place: SpeakerPath,
    file: StatementFile,  # before the form, which closes it
    form: StatementForm,
    now: Now,
) -> Response:
    page = statements.statement_page(db, actor, place)  # before a file is read: whose is it
    try:
        given = form.accepted().to_domain(None if page.attaching else file)
        statements.attach_statement(db, actor, place, given, at=now)
    except (Conflict, Invalid) as error:
        return refused(request, "speakers/statement.html", page, form, error, "form")
    where = {"slug": place.slug, "speaker": place.speaker}
    return see(address_of(request)("speakers.statement", **where))


@router.get("/{speaker}/statement/{number}", name="speakers.file")
def file_(db: Db, actor: SignedIn, place: SpeakerPath, number: Number) -> Response:
    """Hand the file back as it came, never to be shown by the browser."""
    stored = statements.statement_file(db, actor, place, number)
    headers = {"Content-Disposition": f'attachment; filename="{stored.name}"'}
    return Response(stored.content, media_type="application/octet-stream", headers=headers)


def _answer(
    request: Request,
    place: tuple[Db, Actor, str, datetime],
    form: Form[Any],
    do: Callable[[], None],
) -> Response:
    """Act and show the list; or show it as it stands with why nothing was done."""
    db, actor, slug, now = place
    try:
        do()
    except (Conflict, Invalid) as error:
        page = queries.speakers_page(db, actor, slug, now=now)
        return refused(request, page.template, page, form, error, "form")
    return see(address_of(request)("speakers.show", slug=slug))
