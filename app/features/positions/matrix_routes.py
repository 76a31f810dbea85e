"""The addresses of the matrix as a whole: landing, receipts, and what is drafted together."""

# ruff: noqa: FAST003 - PlacePath takes question and mission from the address

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.domain.carrying import Part
from app.domain.errors import Conflict, Invalid
from app.features.positions import copying, drafting, index_page, receipts_page
from app.features.positions.cells import CellStatus
from app.features.positions.copying_forms import CopyForm, PicksForm
from app.features.positions.forms import HIGHEST, Number, PlacePath
from app.features.positions.index_page import Filter
from app.web.deps import Db, Now, SignedIn, Slug
from app.web.errors import STATUS
from app.web.templating import address_of, render, see

router = APIRouter(prefix="/briefings/{slug}/positions")
ByQuestion = Annotated[int | None, Query(ge=1, le=HIGHEST)]


@router.get("", name="positions.index")
def index(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    status: CellStatus | None = None,
    question: ByQuestion = None,
    mission: str | None = None,
) -> Response:
    page = index_page.index_page(db, actor, slug, Filter(status, question, mission))
    return render(request, "positions/index.html", page)


@router.get("/receipts", name="positions.receipts")
def receipts(request: Request, db: Db, actor: SignedIn, slug: Slug) -> Response:
    page = receipts_page.receipts_page(db, actor, slug)
    return render(request, "positions/receipts.html", page)


@router.get("/{question}/{mission}/copy", name="positions.copying")
def show_copy(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, part: Part = Part.BOTH
) -> Response:
    return render(request, "positions/copy.html", copying.copy_page(db, actor, place, part))


@router.post("/{question}/{mission}/copy", name="positions.copy")
def copy(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: CopyForm, now: Now
) -> Response:
    part = form.data.part if form.data else Part.BOTH
    try:
        asked = form.accepted()
        picks = asked.to_domain()
        number = copying.copy_answer(db, actor, place, part, asked.seen, picks, at=now)
    except (Conflict, Invalid) as error:
        page = copying.copy_page(db, actor, place, part, str(error))
        return render(request, "positions/copy.html", page, form=form, status=STATUS[type(error)])
    return _drafted(request, place.slug, number)


@router.get("/last-time", name="positions.earlier")
def earlier(
    request: Request, db: Db, actor: SignedIn, slug: Slug, mission: str | None = None
) -> Response:
    page = copying.earlier_page(db, actor, slug, mission)
    return render(request, "positions/earlier.html", page)


@router.post("/last-time", name="positions.reuse")
def reuse(
    request: Request, db: Db, actor: SignedIn, slug: Slug, form: PicksForm, now: Now
) -> Response:
    try:
        number = copying.reuse_earlier(db, actor, slug, form.accepted().to_domain(), at=now)
    except (Conflict, Invalid) as error:
        page = copying.earlier_page(db, actor, slug, problem=str(error))
        name = "positions/earlier.html"
        return render(request, name, page, form=form, status=STATUS[type(error)])
    return _drafted(request, slug, number)


@router.get("/drafted/{number}", name="positions.drafted")
def drafted(request: Request, db: Db, actor: SignedIn, slug: Slug, number: Number) -> Response:
    page = drafting.drafted_page(db, actor, slug, number)
    return render(request, "positions/drafted.html", page)


@router.post("/drafted/{number}/undo", name="positions.undo_drafted")
def undo_drafted(
    request: Request, db: Db, actor: SignedIn, slug: Slug, number: Number, now: Now
) -> Response:
    drafting.undo_drafting(db, actor, slug, number, at=now)
    return _drafted(request, slug, number)


def _drafted(request: Request, slug: str, number: int) -> Response:
    return see(address_of(request)("positions.drafted", slug=slug, number=number))
