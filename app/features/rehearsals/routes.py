"""The addresses of the rehearsal room."""

from fastapi import APIRouter, Request, Response

from app.domain.errors import Conflict, Invalid
from app.features.briefings.refusals import refused
from app.features.rehearsals import cloning, queries, service
from app.features.rehearsals.forms import BeginForm, Drawn
from app.web.deps import Db, Now, SignedIn, Slug
from app.web.templating import address_of, render, see

router = APIRouter(prefix="/briefings/{slug}")


@router.get("/rehearse", name="rehearsals.new")
def new(request: Request, db: Db, actor: SignedIn, slug: Slug) -> Response:
    return render(request, "rehearsals/new.html", queries.new_page(db, actor, slug))


@router.post("/rehearse", name="rehearsals.begin")
def begin(
    request: Request, db: Db, actor: SignedIn, slug: Slug, form: BeginForm, drawn: Drawn, now: Now
) -> Response:
    try:
        seed = form.accepted().seed.strip() or drawn
        made = cloning.begin_rehearsal(db, actor, slug, seed, at=now)
    except (Conflict, Invalid) as error:
        page = queries.new_page(db, actor, slug)
        return refused(request, "rehearsals/new.html", page, form, error)
    return see(address_of(request)("rehearsals.show", slug=made))


@router.get("/rehearsal", name="rehearsals.show")
def show(request: Request, db: Db, actor: SignedIn, slug: Slug) -> Response:
    return render(request, "rehearsals/show.html", queries.rehearsal_page(db, actor, slug))


@router.post("/rehearsal/answers", name="rehearsals.let_answer")
def let_answer(request: Request, db: Db, actor: SignedIn, slug: Slug, now: Now) -> Response:
    service.let_answer(db, actor, slug, at=now)
    return _back(request, slug)


@router.post("/rehearsal/checks", name="rehearsals.let_check")
def let_check(request: Request, db: Db, actor: SignedIn, slug: Slug, now: Now) -> Response:
    service.let_check(db, actor, slug, at=now)
    return _back(request, slug)


@router.post("/rehearsal/corrections/end", name="rehearsals.end_corrections")
def end_corrections(request: Request, db: Db, actor: SignedIn, slug: Slug, now: Now) -> Response:
    service.end_corrections(db, actor, slug, at=now)
    return _back(request, slug)


def _back(request: Request, slug: str) -> Response:
    return see(address_of(request)("rehearsals.show", slug=slug))
