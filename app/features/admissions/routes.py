"""The presidency's page on what comes once positions were due."""

from typing import Any

from fastapi import APIRouter, Request, Response

from app.domain.actor import Actor
from app.domain.errors import Conflict, Invalid
from app.features.admissions import queries, service
from app.features.admissions.forms import AdmissionForm, StopForm
from app.web.deps import Db, Now, SignedIn, Slug
from app.web.errors import STATUS
from app.web.forms import Form
from app.web.templating import address_of, render, see

router = APIRouter(prefix="/briefings/{slug}/late")


@router.get("", name="admissions.show")
def show(request: Request, db: Db, actor: SignedIn, slug: Slug) -> Response:
    return render(request, "admissions/show.html", queries.admissions_page(db, actor, slug))


@router.post("", name="admissions.admit")
def admit(
    request: Request, db: Db, actor: SignedIn, slug: Slug, form: AdmissionForm, now: Now
) -> Response:
    try:
        given = form.accepted()
        service.admit(db, actor, slug, given.delegation, given.until(), at=now)
    except (Conflict, Invalid) as error:
        return _refuse(request, db, actor, slug, error, form)
    return see(address_of(request)("admissions.show", slug=slug))


@router.post("/stop", name="admissions.stop")
def stop(
    request: Request, db: Db, actor: SignedIn, slug: Slug, form: StopForm, now: Now
) -> Response:
    try:
        service.stop(db, actor, slug, form.accepted().delegation, at=now)
    except (Conflict, Invalid) as error:
        return _refuse(request, db, actor, slug, error, form)
    return see(address_of(request)("admissions.show", slug=slug))


def _refuse(
    request: Request,
    db: Db,
    actor: Actor,
    slug: str,
    error: Conflict | Invalid,
    form: Form[Any],
) -> Response:
    page = queries.admissions_page(db, actor, slug)
    shown, status = form.refused(error), STATUS[type(error)]
    return render(request, "admissions/show.html", page, form=shown, status=status)
