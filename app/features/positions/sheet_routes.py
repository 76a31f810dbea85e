"""A delegation's answers as a workbook or a Word document: out, back, and kept."""

from enum import StrEnum

from fastapi import APIRouter, Request, Response

from app.data.catalogues import translations
from app.domain.errors import Invalid
from app.features.positions import service, sheet, sheet_preview, sheet_reading
from app.features.positions.refusals import Refused, status_of
from app.features.positions.sheet_forms import (
    ConfirmationForm,
    ConfirmationInput,
    SheetUpload,
)
from app.features.positions.sheet_words import Vocabulary, vocabulary
from app.formats.positions_docx import positions_docx
from app.formats.positions_xlsx import positions_xlsx
from app.web.deps import Db, Language, Now, SignedIn, Slug
from app.web.forms import Form
from app.web.i18n import LANGUAGE_NAMES
from app.web.templating import address_of, render, see

router = APIRouter(prefix="/sheet")


class Kind(StrEnum):
    XLSX = "xlsx"
    DOCX = "docx"


WRITERS = {Kind.XLSX: positions_xlsx, Kind.DOCX: positions_docx}
OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA = {
    Kind.XLSX: f"{OFFICE}.spreadsheetml.sheet",
    Kind.DOCX: f"{OFFICE}.wordprocessingml.document",
}


def _vocabulary(lang: str) -> Vocabulary:
    return vocabulary(lang, translations(lang).gettext, LANGUAGE_NAMES)


@router.get("", name="positions.sheet")
def show(request: Request, db: Db, actor: SignedIn, slug: Slug) -> Response:
    return render(request, "positions/sheet.html", sheet.sheet_page(db, actor, slug))


@router.get("/{kind}", name="positions.download")
def download(db: Db, actor: SignedIn, slug: Slug, kind: Kind, language: Language) -> Response:
    answers = sheet.get_sheet(db, actor, slug, _vocabulary(language))
    name = f"{slug}-positions-{language}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(WRITERS[kind](answers), media_type=MEDIA[kind], headers=headers)


@router.post("", name="positions.preview")
def preview(request: Request, db: Db, actor: SignedIn, slug: Slug, upload: SheetUpload) -> Response:
    file = (upload.name, upload.content) if upload else None
    try:
        answers = sheet_reading.read_answers(db, actor, slug, file, _vocabulary)
    except Invalid as error:
        refused = Form[ConfirmationInput]().refused(error)
        offer = sheet.sheet_page(db, actor, slug)
        return render(request, "positions/sheet.html", offer, form=refused, status=422)
    page = sheet_preview.preview_page(db, actor, slug, answers)
    return render(request, "positions/preview.html", page)


@router.post("/save", name="positions.save_sheet")
def save(
    request: Request, db: Db, actor: SignedIn, slug: Slug, form: ConfirmationForm, now: Now
) -> Response:
    """Keep the ticked rows; where somebody was faster, show all of them again and keep none."""
    sent = form.data or ConfirmationInput()
    try:
        service.save_drafts(db, actor, slug, sent.filled(), at=now)
    except Refused as error:
        page = sheet_preview.preview_page(db, actor, slug, sent.answers(), chosen=sent.chosen)
        refused = form.refused(error, "chosen")
        return render(
            request, "positions/preview.html", page, form=refused, status=status_of(error)
        )
    return see(address_of(request)("positions.index", slug=slug))
