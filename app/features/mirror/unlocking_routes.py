"""The addresses of what would leave no reservation."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from app.domain.errors import Conflict, Invalid
from app.features.mirror import unlocking, unlocking_service
from app.features.mirror.forms import ConditionsForm, Number
from app.features.summaries.forms import Wanted
from app.web.deps import Db, Now, SignedIn, Slug
from app.web.errors import STATUS
from app.web.templating import address_of, render, see

router = APIRouter(prefix="/briefings/{slug}/unlocking")


@router.get("", name="mirror.unlocking")
def show(request: Request, db: Db, actor: SignedIn, slug: Slug, language: Wanted) -> Response:
    page = unlocking.unlocking_page(db, actor, slug, language=language)
    return render(request, "mirror/unlocking.html", page)


@router.post("", name="mirror.mark_met")
def mark_met(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    language: Wanted,
    form: ConditionsForm,
    now: Now,
) -> Response:
    try:
        chosen = form.accepted().condition
        unlocking_service.mark_met(db, actor, slug, chosen, at=now)
    except (Conflict, Invalid) as refusal:
        page = unlocking.unlocking_page(db, actor, slug, language=language)
        status, shown = STATUS[type(refusal)], form.refused(refusal, "condition")
        return render(request, "mirror/unlocking.html", page, form=shown, status=status)
    return _see(request, slug, language)


@router.post("/{number}/undo", name="mirror.take_back")
def take_back(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    number: Number,
    language: Wanted,
    now: Now,
) -> Response:
    unlocking_service.take_back(db, actor, slug, number, at=now)
    return _see(request, slug, language)


def _see(request: Request, slug: str, language: str) -> Response:
    where = address_of(request)("mirror.unlocking", slug=slug)
    return see(f"{where}?{urlencode({'language': language})}")
