"""The address of the tallies of a summary."""

from fastapi import APIRouter, Request, Response

from app.features.summaries import tallies
from app.features.summaries.forms import Wanted
from app.web.deps import Db, SignedIn, Slug
from app.web.templating import render

router = APIRouter(prefix="/briefings/{slug}/summary")


@router.get("/tallies", name="summaries.tallies")
def show(request: Request, db: Db, actor: SignedIn, slug: Slug, language: Wanted) -> Response:
    page = tallies.tallies_page(db, actor, slug, language=language)
    return render(request, "summaries/tallies.html", page)
