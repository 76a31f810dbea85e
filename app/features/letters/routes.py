"""The addresses of a letter: written, given its symbol, and on paper with its summary."""

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from app.domain.actor import Actor
from app.domain.errors import Conflict, DomainError, Invalid
from app.features.letters import queries, service
from app.features.letters.forms import Kind, LetterForm, SymbolForm
from app.features.summaries.forms import Wanted
from app.web.deps import Db, Now, SignedIn, Slug
from app.web.errors import STATUS
from app.web.forms import Form
from app.web.templating import address_of, render, see

router = APIRouter(prefix="/briefings/{slug}/letter")
REFUSED = (Conflict, Invalid)


@router.get("", name="letters.show")
def show(request: Request, db: Db, actor: SignedIn, slug: Slug, language: Wanted) -> Response:
    page = queries.letter_page(db, actor, slug, language=language)
    return render(request, "letters/show.html", page)


@router.post("", name="letters.write")
def write(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    language: Wanted,
    form: LetterForm,
    now: Now,
) -> Response:
    try:
        to = form.accepted()
        service.write_letter(db, actor, slug, language, to.to_domain(), seen=to.seen, at=now)
    except REFUSED as error:
        return _again(request, db, actor, slug, language, form, error)
    return _see(request, slug, language)


@router.post("/symbol", name="letters.give_symbol")
def give_symbol(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    language: Wanted,
    form: SymbolForm,
    now: Now,
) -> Response:
    try:
        service.give_symbol(db, actor, slug, form.accepted().symbol, at=now)
    except REFUSED as error:
        return _again(request, db, actor, slug, language, form, error)
    return _see(request, slug, language)


@router.get("/{lang}/summary.{kind}", name="letters.document")
def document(db: Db, actor: SignedIn, slug: Slug, lang: str, kind: Kind) -> Response:
    file = queries.get_document(db, actor, slug, lang, kind)
    saved = {"content-disposition": f'attachment; filename="{file.name}"'}
    return Response(file.content, media_type=file.media_type, headers=saved)


def _again(
    request: Request,
    db: Db,
    actor: Actor,
    slug: str,
    language: str,
    form: Form[Any],
    error: DomainError,
) -> Response:
    page = queries.letter_page(db, actor, slug, language=language)
    form = form.refused(error)
    return render(request, "letters/show.html", page, form=form, status=STATUS[type(error)])


def _see(request: Request, slug: str, language: str) -> Response:
    path = address_of(request)("letters.show", slug=slug)
    return see(f"{path}?{urlencode({'language': language})}")
