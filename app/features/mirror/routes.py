"""The addresses of the mirror: a delegation's answers, and the presidency's replies."""

# ruff: noqa: FAST003 - PlacePath and AnswerPath take their parts from the address

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from app.domain.actor import Actor
from app.domain.amendments import Decision
from app.domain.errors import Conflict, Invalid
from app.features.mirror import desk, queries, service
from app.features.mirror.forms import AnswerForm, AnswerPath, PlacePath, ReplyForm, StanceForm
from app.features.mirror.pages import Place, Typed
from app.features.summaries import closing
from app.features.summaries.forms import Wanted
from app.web.deps import Db, Now, SignedIn, Slug
from app.web.errors import STATUS
from app.web.forms import Form
from app.web.templating import address_of, render, see

router = APIRouter(prefix="/briefings/{slug}")
REFUSED = (Conflict, Invalid)


@router.get("/mirror", name="mirror.show")
def show(request: Request, db: Db, actor: SignedIn, slug: Slug, language: Wanted) -> Response:
    closing.settle(db, slug)
    page = queries.mirror_page(db, actor, slug, language=language)
    return render(request, "mirror/show.html", page)


@router.get("/mirror/{sentence}", name="mirror.sentence")
def sentence(request: Request, db: Db, actor: SignedIn, place: PlacePath) -> Response:
    page = queries.sentence_page(db, actor, place)
    return render(request, "mirror/sentence.html", page)


@router.post("/mirror/{sentence}", name="mirror.answer")
def answer(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: AnswerForm, now: Now
) -> Response:
    try:
        to = form.accepted()
        service.answer(db, actor, place, to.said, to.words, digest=to.hash, at=now)
    except REFUSED as refusal:
        return _again(request, db, actor, place, form, refusal)
    return _see(request, place)


@router.post("/mirror/{sentence}/stance", name="mirror.take_stance")
def take_stance(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: StanceForm, now: Now
) -> Response:
    try:
        to = form.accepted()
        service.take_stance(db, actor, place, to.to_domain(), digest=to.hash, at=now)
    except REFUSED as refusal:
        return _again(request, db, actor, place, form, refusal)
    return _see(request, place)


@router.get("/corrections", name="mirror.corrections")
def corrections(
    request: Request, db: Db, actor: SignedIn, slug: Slug, language: Wanted
) -> Response:
    page = desk.corrections_page(db, actor, slug, language=language)
    return render(request, "mirror/corrections.html", page)


@router.get("/corrections/{number}", name="mirror.correction")
def correction(request: Request, db: Db, actor: SignedIn, place: AnswerPath) -> Response:
    page = desk.correction_page(db, actor, place)
    return render(request, "mirror/correction.html", page)


@router.post("/corrections/{number}", name="mirror.reply")
def reply(
    request: Request, db: Db, actor: SignedIn, place: AnswerPath, form: ReplyForm, now: Now
) -> Response:
    try:
        to = form.accepted()
        decision = Decision(to.given, to.words, to.reason)
        service.reply(db, actor, place, decision, at=now)
    except REFUSED as refusal:
        page = desk.correction_page(db, actor, place)
        status, shown = STATUS[type(refusal)], form.refused(refusal)
        return render(request, "mirror/correction.html", page, form=shown, status=status)
    where = address_of(request)("mirror.corrections", slug=place.slug)
    return see(f"{where}?{urlencode({'language': place.language})}#a{place.number}")


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
        return render(request, "mirror/sentence.html", asked, form=shown, status=422)
    texts = tuple(
        text for name in ("reason", "wording", "text", "along") if (text := form.raw.get(name))
    )
    page = queries.mirror_page(db, actor, place.slug, language=place.language)
    page = page.with_typed(Typed(str(refusal), texts))
    return render(request, "mirror/show.html", page, status=409)


def _see(request: Request, place: Place) -> Response:
    where = address_of(request)("mirror.show", slug=place.slug)
    return see(f"{where}?{urlencode({'language': place.language})}#{place.sentence}")
