"""The addresses of a corrigendum: the presidency's desk, and what delegations are told."""

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Request, Response

from app.domain.actor import Actor
from app.domain.errors import Conflict, Invalid
from app.features.corrigenda import queries, service
from app.features.corrigenda.forms import Freezing, OpenForm
from app.features.summaries import proving
from app.features.summaries.forms import HashForm, ProvenForm, Wanted
from app.web.deps import Db, Now, SignedIn, Slug
from app.web.errors import STATUS
from app.web.forms import Form
from app.web.templating import address_of, render, see

router = APIRouter(prefix="/briefings/{slug}/corrigendum")
REFUSED = (Conflict, Invalid)


@router.get("", name="corrigenda.show")
def show(request: Request, db: Db, actor: SignedIn, slug: Slug, language: Wanted) -> Response:
    if actor.delegation_id is not None:
        told = queries.told_page(db, actor, slug, language=language)
        return render(request, "corrigenda/told.html", told)
    page = queries.desk_page(db, actor, slug, language=language)
    return render(request, "corrigenda/show.html", page)


@router.post("", name="corrigenda.open")
def begin(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    language: Wanted,
    form: OpenForm,
    now: Now,
) -> Response:
    def act() -> None:
        to = form.accepted()
        service.open_corrigendum(db, actor, slug, to.reason, to.said_in, at=now)

    return _done(request, db, actor, (slug, language), form, act)


@router.post("/tell", name="corrigenda.tell")
def tell(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    language: Wanted,
    form: HashForm,
    now: Now,
) -> Response:
    return _done(
        *(request, db, actor, (slug, language), form),
        lambda: service.tell(db, actor, slug, form.accepted().hash, at=now),
    )


@router.post("/issue", name="corrigenda.issue")
def issue(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    language: Wanted,
    form: ProvenForm,
    freezing: Freezing,
) -> Response:
    def act() -> None:
        to = form.accepted()
        proving.prove_corrector(db, actor, slug, to.password, at=freezing.at)
        service.issue_corrigendum(db, actor, slug, to.hash, freeze=freezing.freeze, at=freezing.at)

    return _done(request, db, actor, (slug, language), form, act)


@router.post("/abandon", name="corrigenda.abandon")
def abandon(request: Request, db: Db, actor: SignedIn, slug: Slug, now: Now) -> Response:
    service.abandon(db, actor, slug, at=now)
    return see(address_of(request)("corrigenda.show", slug=slug))


def _done(
    request: Request,
    db: Db,
    actor: Actor,
    place: tuple[str, str],
    form: Form[Any],
    act: Callable[[], object],
) -> Response:
    """Act, or give the page back with what was typed and the refusal."""
    slug, language = place
    try:
        act()
    except REFUSED as refusal:
        page = queries.desk_page(db, actor, slug, language=language)
        status, shown = STATUS[type(refusal)], form.refused(refusal)
        return render(request, "corrigenda/show.html", page, form=shown, status=status)
    return see(f"{address_of(request)('corrigenda.show', slug=slug)}?language={language}")
