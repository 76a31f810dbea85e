"""The Secretariat standing in: a delegation's leave, and the desks that gave it."""

from fastapi import APIRouter, Request, Response

from app.domain.errors import Conflict, Invalid
from app.features.standing import queries, service
from app.features.standing.forms import LeaveForm, LeaveInput, Reference
from app.web.deps import Db, Now, SignedIn, Slug, session_cookie
from app.web.errors import STATUS
from app.web.forms import Form
from app.web.templating import address_of, render, see

router = APIRouter()


@router.get("/briefings/{slug}/standing-in", name="standing.show")
def show(request: Request, db: Db, actor: SignedIn, slug: Slug) -> Response:
    return render(request, "standing/show.html", queries.standing_page(db, actor, slug))


@router.post("/briefings/{slug}/standing-in", name="standing.allow")
def allow(
    request: Request, db: Db, actor: SignedIn, slug: Slug, form: LeaveForm, now: Now
) -> Response:
    try:
        terms = (form.data or LeaveInput()).to_domain()
        service.allow(db, actor, slug, terms, at=now)
    except (Conflict, Invalid) as error:
        return _refuse(request, db, actor, slug, error, form)
    return see(address_of(request)("standing.show", slug=slug))


@router.post("/briefings/{slug}/standing-in/end", name="standing.take_back")
def take_back(request: Request, db: Db, actor: SignedIn, slug: Slug, now: Now) -> Response:
    try:
        service.take_back(db, actor, slug, at=now)
    except Conflict as error:
        return _refuse(request, db, actor, slug, error, Form())
    return see(address_of(request)("standing.show", slug=slug))


@router.get("/secretariat/desks", name="standing.index")
def index(request: Request, db: Db, actor: SignedIn) -> Response:
    return render(request, "standing/index.html", queries.desks_page(db, actor, _token(request)))


@router.post("/secretariat/desks/leave", name="standing.stop")
def stop(request: Request, db: Db, actor: SignedIn, now: Now) -> Response:
    service.stop_acting(db, actor, _token(request), at=now)
    return see(address_of(request)("standing.index"))


@router.post("/secretariat/desks/{reference}/act", name="standing.begin")
def begin(request: Request, db: Db, actor: SignedIn, reference: Reference, now: Now) -> Response:
    slug = service.begin_acting(db, actor, _token(request), reference, at=now)
    return see(address_of(request)("positions.index", acting=reference, slug=slug))


def _token(request: Request) -> str:
    return request.cookies.get(session_cookie(request), "")


def _refuse(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: str,
    error: Conflict | Invalid,
    form: LeaveForm,
) -> Response:
    page = queries.standing_page(db, actor, slug)
    refused = form.refused(error)
    return render(request, "standing/show.html", page, form=refused, status=STATUS[type(error)])
