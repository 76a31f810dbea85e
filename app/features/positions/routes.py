"""The delegation's desk: its matrix, its cells, its signature, its receipts."""

# ruff: noqa: FAST003 - PlacePath takes question and mission from the address

from dataclasses import replace
from typing import TypeVar

from fastapi import APIRouter, Request, Response

from app.domain.actor import Actor
from app.domain.errors import Conflict, DomainError, Invalid, NotAllowed
from app.features.positions import cell_page, receipt_page, review_page, service, sheet_routes
from app.features.positions.cells import CellStatus, Place
from app.features.positions.forms import (
    Number,
    PlacePath,
    Sealed,
    SigningForm,
    SigningInput,
    WithdrawalForm,
    WritingForm,
    WritingInput,
)
from app.web.deps import Db, Language, Now, SignedIn, Slug, language_of
from app.web.errors import STATUS
from app.web.forms import Form
from app.web.templating import address_of, is_htmx, render, see

router = APIRouter(prefix="/briefings/{slug}/positions")
router.include_router(sheet_routes.router)  # first: its addresses are as short as a cell's
Given = TypeVar("Given")
Refused = (Conflict, Invalid, NotAllowed)


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
        refused = form.refused(Invalid(_reason(error), where="cells"))
        return render(request, "positions/review.html", page, form=refused, status=_status(error))
    return see(f"{address_of(request)('positions.index', slug=slug)}?status={CellStatus.SIGNED}")


@router.get("/{question}/{mission}", name="positions.show")
def show(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, language: Language
) -> Response:
    page = cell_page.cell_page(db, actor, place, language)
    return render(request, "positions/show.html", page)


@router.post("/{question}/{mission}/draft", name="positions.save")
def save(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: WritingForm, now: Now
) -> Response:
    try:
        held = service.save_draft(db, actor, place, _clean(form).to_domain(), at=now)
    except Refused as error:
        return _refuse(request, db, actor, place, error, form)
    if is_htmx(request):
        return render(request, "positions/_saved.html", cell_page.saved_line(held))
    return see(_address(request, "positions.show", place))


@router.post("/{question}/{mission}/sign", name="positions.sign")
def sign(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: WritingForm, seal: Sealed
) -> Response:
    try:
        writing = _clean(form).to_domain()
        number = service.sign_position(db, actor, place, writing, salt=seal.salt, at=seal.at)
    except Refused as error:
        return _refuse(request, db, actor, place, error, form)
    return see(_address(request, "positions.receipt", place, number=number))


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
        number = _clean(form).number
        number = service.withdraw_position(db, actor, place, number, salt=seal.salt, at=seal.at)
    except Refused as error:
        return _refuse(request, db, actor, place, error)
    return see(_address(request, "positions.receipt", place, number=number))


@router.get("/{question}/{mission}/receipts/{number}", name="positions.receipt")
def receipt(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, number: Number
) -> Response:
    page = receipt_page.receipt_page(db, actor, place, number)
    return render(request, "positions/receipt.html", page)


def _refuse(
    request: Request,
    db: Db,
    actor: Actor,
    place: Place,
    error: DomainError,
    form: Form[WritingInput] | None = None,
) -> Response:
    """Show the cell again with what was typed and why it was not kept."""
    page = cell_page.cell_page(db, actor, place, language_of(request))
    page = replace(page, problem=_reason(error), in_conflict=_is_conflict(error, form))
    typed = form or Form[WritingInput]()
    if isinstance(error, Invalid) and not typed.errors:
        typed = typed.refused(error)
    whole = "positions/show.html"
    partial = "positions/_conflict.html" if page.in_conflict else "positions/_unsaved.html"
    template = partial if is_htmx(request) else whole
    return render(request, template, page, form=typed, status=_status(error))


def _is_conflict(error: DomainError, form: Form[WritingInput] | None) -> bool:
    return isinstance(error, Conflict) and form is not None


def _clean(form: Form[Given]) -> Given:
    if form.data is None:
        raise Invalid("Look again at what is marked below.", where="form")
    return form.data


def _reason(error: DomainError) -> str:
    return error.reason if isinstance(error, Invalid) else str(error)


def _status(error: DomainError) -> int:
    return next(code for kind, code in STATUS.items() if isinstance(error, kind))


def _address(request: Request, name: str, place: Place, **more: object) -> str:
    cell = place.cell
    return address_of(request)(
        name, slug=place.slug, question=cell.question, mission=cell.mission, **more
    )
