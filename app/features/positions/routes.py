"""The delegation's desk: its matrix, its cells, its signature, its receipts."""

# ruff: noqa: FAST003 - PlacePath takes question and mission from the address

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.domain.errors import Conflict, Invalid
from app.features.positions import (
    cell_page,
    cell_routes,
    receipt_page,
    review_page,
    service,
    sheet_routes,
)
from app.features.positions.cells import CellStatus
from app.features.positions.forms import (
    Number,
    PlacePath,
    Sealed,
    SigningForm,
    SigningInput,
    WithdrawalForm,
    WritingForm,
)
from app.features.positions.refusals import Refused, address, refuse, status_of
from app.web.deps import Db, Language, SignedIn, Slug
from app.web.templating import address_of, render, see

router = APIRouter(prefix="/briefings/{slug}/positions")
router.include_router(sheet_routes.router)  # first: its addresses are as short as a cell's
Opened = Annotated[int | None, Query()]


@router.get("/sign", name="positions.review")
def review(request: Request, db: Db, actor: SignedIn, slug: Slug) -> Response:
    page = review_page.review_page(db, actor, slug)
    return render(request, "positions/review.html", page)


@router.post("/sign", name="positions.sign_all")
def sign_all(
    request: Request, db: Db, actor: SignedIn, slug: Slug, form: SigningForm, seal: Sealed
) -> Response:
    try:
        chosen = (form.data or SigningInput()).to_domain()
        service.sign_all(db, actor, slug, chosen, salt=seal.salt, at=seal.at)
    except (Conflict, Invalid) as error:
        page = review_page.review_page(db, actor, slug)
        refused = form.refused(error, "cells")
        return render(request, "positions/review.html", page, form=refused, status=status_of(error))
    return see(f"{address_of(request)('positions.index', slug=slug)}?status={CellStatus.SIGNED}")


@router.get("/{question}/{mission}", name="positions.show")
def show(
    request: Request,
    db: Db,
    actor: SignedIn,
    place: PlacePath,
    language: Language,
    cut: Opened = None,
) -> Response:
    page = cell_page.cell_page(db, actor, place, language, opened=cut)
    return render(request, "positions/show.html", page)


@router.post("/{question}/{mission}/sign", name="positions.sign")
def sign(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: WritingForm, seal: Sealed
) -> Response:
    try:
        writing = form.accepted().to_domain()
        number = service.sign_position(db, actor, place, writing, salt=seal.salt, at=seal.at)
    except Refused as error:
        return refuse(request, db, actor, place, error, form)
    return see(address(request, "positions.receipt", place, number=number))


@router.post("/{question}/{mission}/withdraw", name="positions.withdraw")
def withdraw(
    request: Request,
    db: Db,
    actor: SignedIn,
    place: PlacePath,
    form: WithdrawalForm,
    seal: Sealed,
) -> Response:
    try:
        number = form.accepted().number
        number = service.withdraw_position(db, actor, place, number, salt=seal.salt, at=seal.at)
    except Refused as error:
        return refuse(request, db, actor, place, error)
    return see(address(request, "positions.receipt", place, number=number))


@router.get("/{question}/{mission}/receipts/{number}", name="positions.receipt")
def receipt(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, number: Number
) -> Response:
    page = receipt_page.receipt_page(db, actor, place, number)
    return render(request, "positions/receipt.html", page)


router.include_router(cell_routes.router)
