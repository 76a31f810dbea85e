"""The addresses of the workbench: the cells, one cell, one decision."""

# ruff: noqa: FAST003 - CellPath takes question and mission from the address

from collections import defaultdict
from dataclasses import replace
from datetime import datetime

from fastapi import APIRouter, Request, Response
from starlette.background import BackgroundTask

from app.domain.actor import Actor
from app.domain.errors import Conflict, Invalid
from app.domain.grouping import PointRef
from app.domain.position import Cell
from app.features.grouping import cuts, reading, service, vectors
from app.features.grouping.bench import read_ref
from app.features.grouping.forms import CellPath, DecisionForm, DecisionInput
from app.features.grouping.service import Decision
from app.web.deps import Db, Now, SignedIn, Slug, language_of
from app.web.errors import STATUS
from app.web.templating import address_of, render, see

router = APIRouter(prefix="/briefings/{slug}/groups")
OF_THE_CELL = {"undo": service.undo, "cuts": cuts.confirm_cuts}


@router.get("", name="grouping.index")
def index(request: Request, db: Db, actor: SignedIn, slug: Slug) -> Response:
    page = reading.list_cells(db, actor, slug)
    return _preparing(request, slug, render(request, "grouping/index.html", page))


@router.get("/{question}/{mission}", name="grouping.show")
def show(
    request: Request, db: Db, actor: SignedIn, slug: Slug, cell: CellPath, now: Now
) -> Response:
    page = reading.open_cell(db, actor, slug, cell, language_of(request), at=now)
    answer = render(request, "grouping/show.html", page)
    return answer if page.is_ready else _preparing(request, slug, answer)


@router.post("/{question}/{mission}", name="grouping.decide")
def decide(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    cell: CellPath,
    form: DecisionForm,
    now: Now,
) -> Response:
    try:
        _decide(db, actor, Decision(slug, cell, _given(form).seen), _given(form), at=now)
    except (Conflict, Invalid) as error:
        stands = reading.open_cell(db, actor, slug, cell, language_of(request), at=now)
        page = replace(stands, error=str(error))
        return render(request, "grouping/show.html", page, form=form, status=STATUS[type(error)])
    return see(_address(request, slug, cell))


def _given(form: DecisionForm) -> DecisionInput:
    if form.data is None:
        raise Invalid("This button does not belong to this page. Load the page again.")
    return form.data


def _decide(db: Db, actor: Actor, decision: Decision, to: DecisionInput, *, at: datetime) -> None:
    """Do what the button says."""
    points = [read_ref(each) for each in to.points]
    match to.act:
        case "choose":
            _choose(db, actor, decision, to, at=at)
        case "confirm":
            service.gather_all(db, actor, decision, _ticked(to.sets), at=at)
        case "part":
            service.gather(db, actor, decision, points, None, at=at)
        case "merge":
            service.merge(db, actor, decision, to.group, to.into, at=at)
        case "reject":
            others = [read_ref(each) for each in to.others.split()]
            service.reject(db, actor, decision, points, others, at=at)
        case "name":
            service.name_group(db, actor, decision, to.group, to.name, at=at)
        case "undo" | "cuts":
            OF_THE_CELL[to.act](db, actor, decision, at=at)


def _ticked(sets: list[str]) -> list[list[PointRef]]:
    """Give the points left ticked of each proposed group; one by itself is no group."""
    found: dict[str, list[PointRef]] = defaultdict(list)
    for ticked in sets:
        number, *marks = ticked.split()
        found[number] += [read_ref(mark) for mark in marks]
    return [points for points in found.values() if len(points) > 1]


def _choose(db: Db, actor: Actor, decision: Decision, to: DecisionInput, *, at: datetime) -> None:
    """Put the point where the suggestion says: in a group, with another point, or alone."""
    points = [read_ref(each) for each in to.points]
    what, _, which = to.choice.partition(":")
    if what == "with":
        points += [read_ref(each) for each in which.split()]
    group = which if what == "group" else None
    service.gather(db, actor, decision, points, group, at=at)


def _preparing(request: Request, slug: str, answer: Response) -> Response:
    """Have what vectors are missing made once the page is sent."""
    answer.background = BackgroundTask(vectors.prepare, request.app.state.sessions, slug)
    return answer


def _address(request: Request, slug: str, cell: Cell) -> str:
    return address_of(request)(
        "grouping.show", slug=slug, question=cell.question, mission=cell.mission
    )
