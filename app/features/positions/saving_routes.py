"""Saving a draft: a route by itself, tried before all others, for every pause in typing asks it."""

# ruff: noqa: FAST003 - PlacePath takes question and mission from the address

from fastapi import APIRouter, Request, Response

from app.features.positions import cell_page, service
from app.features.positions.forms import PlacePath, WritingForm
from app.features.positions.refusals import Refused, address, refuse
from app.web.deps import Db, Now, SignedIn
from app.web.templating import is_htmx, render, see

router = APIRouter(prefix="/briefings/{slug}/positions")


@router.post("/{question}/{mission}/draft", name="positions.save")
def save(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: WritingForm, now: Now
) -> Response:
    try:
        held = service.save_draft(db, actor, place, form.accepted().to_domain(), at=now)
    except Refused as error:
        return refuse(request, db, actor, place, error, form)
    if is_htmx(request):
        return render(request, "positions/_saved.html", cell_page.saved_line(place, held))
    step = "positions.check" if form.accepted().act == "check" else "positions.show"
    return see(address(request, step, place))
