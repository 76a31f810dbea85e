"""The words of the site, explained on one page."""

from fastapi import APIRouter, Request, Response

from app.web.deps import MaybeSignedIn
from app.web.templating import render

router = APIRouter()


@router.get("/glossary", name="briefings.glossary")
def glossary(request: Request, _viewer: MaybeSignedIn) -> Response:
    return render(request, "briefings/glossary.html", None)
