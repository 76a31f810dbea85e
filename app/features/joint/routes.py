"""Joint statements: the list, the form that tables one, and one statement with its answers."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from app.domain.actor import Actor
from app.domain.errors import Conflict, Invalid
from app.features.joint import pages, service
from app.features.joint.forms import AnswerForm, Reference, RestateForm, TableForm
from app.features.joint.service import Act
from app.features.positions.forms import HIGHEST, Seal, Sealed
from app.web.deps import Db, Language, SignedIn, Slug
from app.web.forms import Form
from app.web.templating import address_of, render, see

router = APIRouter(prefix="/briefings/{slug}/joint")
OnQuestion = Annotated[int | None, Query(ge=1, le=HIGHEST)]


@router.get("", name="joint.index")
def index(request: Request, db: Db, actor: SignedIn, slug: Slug) -> Response:
    return render(request, "joint/index.html", pages.index_page(db, actor, slug))


@router.get("/new", name="joint.new")
def new(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    lang: Language,
    question: OnQuestion = None,
) -> Response:
    page = pages.new_page(db, actor, slug, question, lang)
    return render(request, "joint/new.html", page)


@router.post("/new", name="joint.table")
def table(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    form: TableForm,
    lang: Language,
    seal: Sealed,
) -> Response:
    try:
        tabling = form.accepted().to_domain()
        reference = service.table_statement(db, _act(actor, seal), slug, tabling)
    except Invalid as error:
        asked = form.raw.get("question", "")
        question = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 else None
        page = pages.new_page(db, actor, slug, question, lang)
        return render(request, "joint/new.html", page, form=form.refused(error), status=422)
    return see(address_of(request)("joint.show", slug=slug, reference=reference))


@router.get("/{reference}", name="joint.show")
def show(request: Request, db: Db, actor: SignedIn, slug: Slug, reference: Reference) -> Response:
    page = pages.joint_page(db, actor, slug, reference)
    return render(request, "joint/show.html", page)


@router.post("/{reference}/restate", name="joint.restate")
def restate(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    reference: Reference,
    form: RestateForm,
    seal: Sealed,
) -> Response:
    def do() -> None:
        given, place = form.accepted(), (slug, reference)
        act = _act(actor, seal)
        service.restate_statement(db, act, place, given.number, given.terms, given.named)

    return _answer(request, db, actor, (slug, reference), form, do)


@router.post("/{reference}/withdraw", name="joint.withdraw")
def withdraw(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    reference: Reference,
    form: AnswerForm,
    seal: Sealed,
) -> Response:
    def do() -> None:
        number = form.accepted().number
        service.withdraw_statement(db, _act(actor, seal), (slug, reference), number)

    return _answer(request, db, actor, (slug, reference), form, do)


@router.post("/{reference}/align", name="joint.align")
def align(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    reference: Reference,
    form: AnswerForm,
    seal: Sealed,
) -> Response:
    def do() -> None:
        service.align(db, _act(actor, seal), (slug, reference), form.accepted().number)

    return _answer(request, db, actor, (slug, reference), form, do)


@router.post("/{reference}/decline", name="joint.decline")
def decline(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    reference: Reference,
    form: AnswerForm,
    seal: Sealed,
) -> Response:
    def do() -> None:
        service.decline(db, _act(actor, seal), (slug, reference), form.accepted().number)

    return _answer(request, db, actor, (slug, reference), form, do)


def _answer(
    request: Request,
    db: Db,
    actor: Actor,
    place: tuple[str, str],
    form: Form[Any],
    do: Callable[[], None],
) -> Response:
    """Act and show the statement; or show it again with why nothing was signed."""
    try:
        do()
    except (Conflict, Invalid) as error:
        page = pages.joint_page(db, actor, *place)
        status = 409 if isinstance(error, Conflict) else 422
        refused = form.refused(error)
        return render(request, "joint/show.html", page, form=refused, status=status)
    slug, reference = place
    return see(address_of(request)("joint.show", slug=slug, reference=reference))


def _act(actor: Actor, seal: Seal) -> Act:
    return Act(actor, seal.at, seal.salt)
