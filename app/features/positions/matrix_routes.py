"""The addresses of the matrix as a whole: where one lands, and every receipt."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.features.positions import index_page, receipts_page
from app.features.positions.cells import CellStatus
from app.features.positions.forms import HIGHEST
from app.features.positions.index_page import Filter
from app.web.deps import Db, SignedIn, Slug
from app.web.templating import render

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
