"""The addresses of silence: where it stands, objecting, extending, and what a draft changed."""

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from app.domain.actor import Actor
from app.domain.errors import Conflict, Invalid
from app.features.silence import queries, redline, service
from app.features.silence.forms import ExtensionForm, ObjectionForm, PlacePath, Reference
from app.features.silence.pages import Place
from app.features.summaries import closing
from app.web.deps import Db, Now, SignedIn
from app.web.errors import STATUS
from app.web.forms import Form
from app.web.templating import address_of, render, see

router = APIRouter(prefix="/briefings/{slug}/silence")
REFUSED = (Conflict, Invalid)


@router.get("", name="silence.show")
def show(request: Request, db: Db, actor: SignedIn, place: PlacePath) -> Response:
    closing.settle(db, place.slug)
    if actor.delegation_id is not None:
        return render(request, "silence/show.html", queries.own_page(db, actor, place))
    return render(request, "silence/desk.html", queries.silence_page(db, actor, place))


@router.get("/objection", name="silence.objection")
def objection(request: Request, db: Db, actor: SignedIn, place: PlacePath) -> Response:
    closing.settle(db, place.slug)
    page = queries.objection_page(db, actor, place)
    return render(request, "silence/objection.html", page)


@router.post("/objection/check", name="silence.check")
def check(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: ObjectionForm
) -> Response:
    try:
        to = form.accepted()
        page = queries.checked_page(db, actor, place, to.to_domain(), digest=to.hash)
    except REFUSED as refusal:
        return _again(request, db, actor, place, form, refusal)
    return render(request, "silence/objection.html", page, form=form)


@router.post("/objection", name="silence.break")
def break_silence(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: ObjectionForm, now: Now
) -> Response:
    try:
        to = form.accepted()
        reference = service.break_silence(db, actor, place, to.to_domain(), digest=to.hash, at=now)
    except REFUSED as refusal:
        return _again(request, db, actor, place, form, refusal)
    return _see(request, "silence.receipt", place, reference=reference)


@router.get("/objections/{reference}", name="silence.receipt")
def receipt(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, reference: Reference
) -> Response:
    page = queries.receipt_page(db, actor, place, reference)
    return render(request, "silence/receipt.html", page)


@router.post("/extend", name="silence.extend")
def extend(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: ExtensionForm, now: Now
) -> Response:
    try:
        service.extend(db, actor, place.slug, form.accepted().to_domain(), at=now)
    except REFUSED as refusal:
        page = queries.silence_page(db, actor, place)
        status, shown = STATUS[type(refusal)], form.refused(refusal)
        return render(request, "silence/desk.html", page, form=shown, status=status)
    return _see(request, "silence.show", place)


@router.get("/redline", name="silence.redline")
def show_redline(request: Request, db: Db, actor: SignedIn, place: PlacePath) -> Response:
    page = redline.redline_page(db, actor, place)
    return render(request, "silence/redline.html", page)


def _again(
    request: Request,
    db: Db,
    actor: Actor,
    place: Place,
    form: Form[Any],
    refusal: Conflict | Invalid,
) -> Response:
    """Show the form as it was typed, beside the draft as it is now."""
    page = queries.objection_page(db, actor, place)
    status, shown = STATUS[type(refusal)], form.refused(refusal)
    return render(request, "silence/objection.html", page, form=shown, status=status)


def _see(request: Request, name: str, place: Place, **parts: str) -> Response:
    where = address_of(request)(name, slug=place.slug, **parts)
    return see(f"{where}?{urlencode({'language': place.language})}")
