"""What is done in one cell beside saving and signing: its cuts, its history, the check before."""

# ruff: noqa: FAST003 - PlacePath takes question and mission from the address

from html import unescape
from typing import Any

from fastapi import APIRouter, Request, Response

from app.features.positions import cell_page, history_page, receipt_page, review_page, service
from app.features.positions.forms import Number, PlacePath, RestoringForm, ReturnForm, WritingForm
from app.features.positions.refusals import (
    Refused,
    address,
    refuse,
    status_of,
)
from app.web.deps import Db, Language, Now, SignedIn
from app.web.templating import environment, is_htmx, render, see

router = APIRouter()


@router.post("/{question}/{mission}/points", name="positions.cut")
def cut(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: WritingForm, now: Now
) -> Response:
    try:
        given = form.accepted()
        writing, cutting = given.to_domain(), given.cutting()
        held = service.cut_draft(db, actor, place, writing, cutting, at=now)
    except Refused as error:
        return refuse(request, db, actor, place, error, form)
    if is_htmx(request):
        return render(
            request, "positions/_saved.html", cell_page.saved_line(place, held, given.opened)
        )
    opened = "" if given.opened is None else f"?cut={given.opened}"
    return see(f"{address(request, 'positions.show', place)}{opened}#points")


@router.get("/{question}/{mission}/sign", name="positions.check")
def check(request: Request, db: Db, actor: SignedIn, place: PlacePath) -> Response:
    page = review_page.check_page(db, actor, place)
    return render(request, "positions/check.html", page)


@router.post("/{question}/{mission}/return", name="positions.send_back")
def send_back(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: ReturnForm, now: Now
) -> Response:
    try:
        given = form.accepted()
        service.return_draft(db, actor, place, given.version, given.reason, at=now)
    except Refused as error:
        page = review_page.check_page(db, actor, place)
        refused = form.refused(error, "reason")
        template = "positions/check.html"
        return render(request, template, page, form=refused, status=status_of(error))
    return see(address(request, "positions.show", place))


@router.get("/{question}/{mission}/history", name="positions.history")
def history(request: Request, db: Db, actor: SignedIn, place: PlacePath) -> Response:
    page = history_page.history_page(db, actor, place)
    return render(request, "positions/history.html", page)


@router.post("/{question}/{mission}/restore", name="positions.restore")
def restore(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: RestoringForm, now: Now
) -> Response:
    try:
        given = form.accepted()
        service.restore_draft(db, actor, place, given.version, given.number, at=now)
    except Refused as error:
        return refuse(request, db, actor, place, error)
    return see(address(request, "positions.show", place))


@router.get("/{question}/{mission}/receipts/{number}/receipt.pdf", name="positions.receipt_pdf")
def receipt_pdf(
    db: Db, actor: SignedIn, place: PlacePath, number: Number, language: Language
) -> Response:
    page = receipt_page.receipt_page(db, actor, place, number)
    words = environment(language)
    macros: Any = words.get_template("positions/_words.html").module
    signed = page.signed
    chosen = "" if signed.is_withdrawal else macros.assessment(signed.assessment)
    signer = macros.person(signed.signed_by, page.heading.desk) if signed.signed_by else None
    spelt = receipt_page.Spelt(
        signer=None if signer is None else unescape(str(signer)).strip(),
        moment=words.filters["moment"](signed.signed_at),
        assessment=unescape(str(chosen)).strip(),
    )
    pdf = receipt_page.printed(page, language, spelt)
    name = f"receipt-{page.reference}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(pdf, media_type="application/pdf", headers=headers)
