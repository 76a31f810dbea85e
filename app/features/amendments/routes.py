"""The addresses of amendments: a delegation's proposals, and the presidency's register."""

# ruff: noqa: FAST003 - PlacePath and ProposalPath take their parts from the address

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from app.domain.actor import Actor
from app.domain.errors import Conflict, Invalid
from app.features.amendments import desk, queries, service
from app.features.amendments.forms import (
    DecisionForm,
    Number,
    PlacePath,
    ProposalForm,
    ProposalPath,
    TextForm,
)
from app.features.amendments.pages import ProposalPlace
from app.features.mirror.pages import Place, Typed
from app.features.summaries.forms import Wanted
from app.formats.register_csv import register_csv
from app.web.deps import Db, Now, SignedIn, Slug
from app.web.errors import STATUS
from app.web.forms import Form
from app.web.templating import address_of, render, see

router = APIRouter(prefix="/briefings/{slug}")
REFUSED = (Conflict, Invalid)


@router.get("/proposals", name="amendments.index")
def index(request: Request, db: Db, actor: SignedIn, slug: Slug, language: Wanted) -> Response:
    page = queries.index_page(db, actor, slug, language=language)
    return render(request, "amendments/index.html", page)


@router.get("/proposals/{sentence}", name="amendments.sentence")
def sentence(request: Request, db: Db, actor: SignedIn, place: PlacePath) -> Response:
    page = queries.sentence_page(db, actor, place)
    return render(request, "amendments/sentence.html", page)


@router.post("/proposals/{sentence}", name="amendments.propose")
def propose(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: ProposalForm, now: Now
) -> Response:
    try:
        to = form.accepted()
        service.propose(db, actor, place, to.to_domain(), digest=to.hash, at=now)
    except REFUSED as refusal:
        return _again(request, db, actor, place, form, refusal)
    return _see(request, "amendments.index", place.slug, place.language)


@router.post("/proposals/{number}/withdraw", name="amendments.withdraw")
def withdraw(
    request: Request, db: Db, actor: SignedIn, slug: Slug, number: Number, now: Now
) -> Response:
    service.withdraw(db, actor, slug, number, at=now)
    return see(address_of(request)("amendments.index", slug=slug))


@router.get("/amendments", name="amendments.register")
def register(request: Request, db: Db, actor: SignedIn, slug: Slug, language: Wanted) -> Response:
    page = desk.register_page(db, actor, slug, language=language)
    return render(request, "amendments/register.html", page)


@router.get("/amendments/register.csv", name="amendments.download")
def download(db: Db, actor: SignedIn, slug: Slug, language: Wanted) -> Response:
    page = desk.register_page(db, actor, slug, language=language)
    headers = {"Content-Disposition": f'attachment; filename="{slug}-register.csv"'}
    content = register_csv(desk.register_rows(page))
    return Response(content, media_type="text/csv; charset=utf-8", headers=headers)


@router.get("/amendments/{name}", name="amendments.show")
def show(request: Request, db: Db, actor: SignedIn, place: ProposalPath) -> Response:
    return render(request, "amendments/show.html", desk.show_page(db, actor, place))


@router.post("/amendments/{name}", name="amendments.decide")
def decide(
    request: Request, db: Db, actor: SignedIn, place: ProposalPath, form: DecisionForm, now: Now
) -> Response:
    try:
        service.decide(db, actor, place, form.accepted().to_domain(), at=now)
    except REFUSED as refusal:
        page = desk.show_page(db, actor, place)
        status, shown = STATUS[type(refusal)], form.refused(refusal)
        return render(request, "amendments/show.html", page, form=shown, status=status)
    return _see_proposal(request, place)


@router.post("/amendments/{name}/text", name="amendments.put")
def put(
    request: Request, db: Db, actor: SignedIn, place: ProposalPath, form: TextForm, now: Now
) -> Response:
    try:
        to = form.accepted()
        seen = to.basis, to.previous
        service.put_into_text(db, actor, place, to.text, seen=seen, at=now)
    except REFUSED as refusal:
        page = desk.show_page(db, actor, place)
        status, shown = STATUS[type(refusal)], form.refused(refusal, "text")
        return render(request, "amendments/show.html", page, form=shown, status=status)
    return _see_proposal(request, place)


def _again(
    request: Request,
    db: Db,
    actor: Actor,
    place: Place,
    form: Form[Any],
    refusal: Conflict | Invalid,
) -> Response:
    """Show what was typed: by its sentence, or by the new draft, where its number means another."""
    if isinstance(refusal, Invalid):
        asked = queries.sentence_page(db, actor, place)
        shown = form.refused(refusal)
        return render(request, "amendments/sentence.html", asked, form=shown, status=422)
    names = ("wording", "added", "reason")
    texts = tuple(text for name in names if (text := form.raw.get(name)))
    page = queries.index_page(db, actor, place.slug, language=place.language)
    page = page.with_typed(Typed(str(refusal), texts))
    return render(request, "amendments/index.html", page, status=409)


def _see(request: Request, name: str, slug: str, language: str) -> Response:
    return see(f"{address_of(request)(name, slug=slug)}?{urlencode({'language': language})}")


def _see_proposal(request: Request, place: ProposalPlace) -> Response:
    return see(address_of(request)("amendments.show", slug=place.slug, name=place.name))
