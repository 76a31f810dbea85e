"""How a refused act at the desk comes back: the cell, what was typed, and why."""

from dataclasses import replace

from fastapi import Request, Response
from sqlalchemy.orm import Session

from app.domain.actor import Actor
from app.domain.errors import Conflict, DomainError, Invalid, NotAllowed
from app.features.positions import cell_page
from app.features.positions.cells import Place
from app.features.positions.forms import WritingInput
from app.web.deps import language_of
from app.web.errors import STATUS
from app.web.forms import Form
from app.web.templating import address_of, is_htmx, render

Refused = (Conflict, Invalid, NotAllowed)


def refuse(
    request: Request,
    db: Session,
    actor: Actor,
    place: Place,
    error: DomainError,
    form: Form[WritingInput] | None = None,
) -> Response:
    """Show the cell again with what was typed and why it was not kept."""
    page = cell_page.cell_page(db, actor, place, language_of(request))
    page = replace(page, problem=reason_of(error))
    if isinstance(error, Conflict) and form is not None:
        page = replace(page, conflict=cell_page.conflict_of(page, form.raw.get("text", "")))
    typed = form or Form[WritingInput]()
    if isinstance(error, Invalid):
        typed = typed.refused(error)
    partial = "positions/_conflict.html" if page.conflict else "positions/_unsaved.html"
    template = partial if is_htmx(request) else "positions/show.html"
    return render(request, template, page, form=typed, status=status_of(error))


def reason_of(error: DomainError) -> str:
    return error.reason if isinstance(error, Invalid) else str(error)


def status_of(error: DomainError) -> int:
    return next(code for kind, code in STATUS.items() if isinstance(error, kind))


def address(request: Request, name: str, place: Place, **more: object) -> str:
    cell = place.cell
    return address_of(request)(
        name, slug=place.slug, question=cell.question, mission=cell.mission, **more
    )
