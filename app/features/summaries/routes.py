"""The addresses of a summary: read, drafted, circulated, issued, published."""

# ruff: noqa: FAST003 - PlacePath takes slug and key from the address

from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Request, Response

from app.domain.errors import Conflict, DomainError, Invalid, NotFound
from app.features.summaries import (
    closing,
    desk,
    desk_acts,
    desk_history,
    drafting,
    proving,
    reading,
    service,
)
from app.features.summaries.forms import (
    DeadlineForm,
    EditForm,
    Freezing,
    MoveForm,
    PlacePath,
    ProvenForm,
    ReasonForm,
    Revision,
    RevisionForm,
    ToShow,
    Wanted,
    WordingForm,
)
from app.features.summaries.pages import Place
from app.features.summaries.pages_sentence import SentencePage
from app.web.deps import Db, Now, SignedIn, Slug
from app.web.errors import STATUS
from app.web.forms import Form
from app.web.templating import address_of, is_htmx, render, see

router = APIRouter(prefix="/briefings/{slug}/summary")
REFUSED = (Conflict, Invalid)


@router.get("", name="summaries.show")
def show(
    request: Request, db: Db, actor: SignedIn, slug: Slug, language: Wanted, question: int = 0
) -> Response:
    closing.settle(db, slug)
    if actor.delegation_id is not None:
        draft = desk.circulated_page(db, actor, slug, language=language, question=question)
        return render(request, "summaries/circulated.html", draft)
    page = desk.summary_page(db, actor, slug, language=language, question=question)
    return render(request, "summaries/show.html", page)


@router.get("/sentences/{key}", name="summaries.sentence")
def sentence(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, now: Now, asked: ToShow
) -> Response:
    try:
        page = reading.open_sentence(db, actor, place, at=now)
    except NotFound:
        return _gone(request, db, actor, place)
    if is_htmx(request):  # beside the summary; without scripts it is a page of its own
        return render(request, "summaries/panel.html", page)
    page, form = replace(page, done=asked.done), Form[Any](raw=page.used(asked.use))
    return render(request, "summaries/sentence.html", page, form=form)


@router.post("/sentences/{key}", name="summaries.edit")
def edit(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: EditForm, now: Now
) -> Response:
    try:
        to = form.accepted()
        texts = {"basis": to.basis, "previous": to.previous}
        drafting.edit_sentence(db, actor, place, to.text, **texts, at=now)
    except NotFound:
        return _gone(request, db, actor, place, form.raw.get("text", ""))
    except REFUSED as error:
        page = reading.open_sentence(db, actor, place, at=now)
        return _again(request, "sentence", _beside(page, error, form, "text"), form, error, "text")
    return _see(request, place, "edited")


@router.post("/sentences/{key}/wording", name="summaries.word")
def word(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: WordingForm, now: Now
) -> Response:
    try:
        to = form.accepted()
        drafting.word_sentence(db, actor, place, to.wording, previous=to.previous, at=now)
    except NotFound:
        return _gone(request, db, actor, place, form.raw.get("wording", ""))
    except REFUSED as error:
        page = reading.open_sentence(db, actor, place, at=now)
        page = _beside(page, error, form, "wording")
        return _again(request, "sentence", page, form, error, "wording")
    done = "next" if to.then else "worded"
    return _see(request, replace(place, key=to.then or place.key), done)


@router.post("/sentences/{key}/move", name="summaries.move")
def move(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: MoveForm, now: Now
) -> Response:
    to = form.accepted()
    drafting.move_sentence(db, actor, place, up=to.direction == "up", at=now)
    show = {"language": place.language, "question": to.question}
    return see(f"{_address(request, 'show', place.slug)}?{urlencode(show)}#{quote(place.key)}")


@router.get("/not-reflected", name="summaries.ask_reason")
def ask_reason(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    language: Wanted,
    revision: Revision,
    now: Now,
) -> Response:
    page = reading.open_revision(db, actor, slug, revision, language=language, at=now)
    return render(request, "summaries/ask_reason.html", page)


@router.post("/not-reflected", name="summaries.leave_out")
def leave_out(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    language: Wanted,
    form: ReasonForm,
    now: Now,
) -> Response:
    revision = form.raw.get("revision", "")
    try:
        drafting.leave_out(db, actor, slug, revision, form.accepted().reason, at=now)
    except REFUSED as error:
        page = reading.open_revision(db, actor, slug, revision, language=language, at=now)
        return _again(request, "ask_reason", page, form, error, "reason")
    return see(f"{_address(request, 'show', slug)}?{urlencode({'language': language})}#left-out")


@router.post("/reflected", name="summaries.restore")
def restore(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    language: Wanted,
    form: RevisionForm,
    now: Now,
) -> Response:
    drafting.restore(db, actor, slug, form.accepted().revision, at=now)
    return see(f"{_address(request, 'show', slug)}?{urlencode({'language': language})}#left-out")


@router.get("/circulate", name="summaries.ask_deadline")
def ask_deadline(
    request: Request, db: Db, actor: SignedIn, slug: Slug, language: Wanted
) -> Response:
    closing.settle(db, slug)
    page = desk_acts.deadline_page(db, actor, slug, language=language)
    return render(request, "summaries/ask_deadline.html", page)


@router.post("/circulate", name="summaries.circulate")
def circulate(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    language: Wanted,
    form: DeadlineForm,
    now: Now,
) -> Response:
    try:
        to = form.accepted()
        terms = service.Terms(to.to_domain(), to.short_notice == "yes", to.asked)
        closing.settle(db, slug)
        service.circulate_as(db, actor, slug, to.manner, terms, at=now)
    except REFUSED as error:
        page = desk_acts.deadline_page(db, actor, slug, language=language)
        return _again(request, "ask_deadline", page, form, error, "form")
    return see(_address(request, "show", slug))


@router.get("/issue", name="summaries.ask_issue")
def ask_issue(request: Request, db: Db, actor: SignedIn, slug: Slug, language: Wanted) -> Response:
    closing.settle(db, slug)
    page = desk_acts.issue_page(db, actor, slug, language=language)
    return render(request, "summaries/ask_issue.html", page)


@router.post("/issue", name="summaries.issue")
def issue(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    language: Wanted,
    form: ProvenForm,
    freezing: Freezing,
) -> Response:
    try:
        to = form.accepted()
        proving.prove_issuer(db, actor, slug, to.password, at=freezing.at)
        closing.settle(db, slug)
        release = service.issue(db, actor, slug, to.hash, freeze=freezing.freeze, at=freezing.at)
    except REFUSED as error:
        page = desk_acts.issue_page(db, actor, slug, language=language)
        return _again(request, "ask_issue", page, form, error, "form")
    return see(_address(request, "show" if release else "ask_issue", slug))


@router.get("/publish", name="summaries.ask_publish")
def ask_publish(
    request: Request, db: Db, actor: SignedIn, slug: Slug, language: Wanted
) -> Response:
    page = desk_acts.publish_page(db, actor, slug, language=language)
    return render(request, "summaries/ask_publish.html", page)


@router.post("/publish", name="summaries.publish")
def publish(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    language: Wanted,
    form: ProvenForm,
    now: Now,
) -> Response:
    try:
        to = form.accepted()
        proving.prove_publisher(db, actor, slug, to.password, at=now)
        service.publish(db, actor, slug, to.hash, at=now)
        request.app.state.look_again()
    except REFUSED as error:
        page = desk_acts.publish_page(db, actor, slug, language=language)
        return _again(request, "ask_publish", page, form, error, "form")
    return see(_address(request, "show", slug))


def _gone(request: Request, db: Db, actor: SignedIn, place: Place, typed: str = "") -> Response:
    """Tell whoever may know of the summary what became of a sentence; give back what was typed."""
    page = desk_history.gone_page(db, actor, place, typed=typed.strip() and typed)
    template = "summaries/_gone.html" if is_htmx(request) else "summaries/gone.html"
    return render(request, template, page, status=STATUS[NotFound])


def _beside(page: SentencePage, error: DomainError, form: Form[Any], field: str) -> SentencePage:
    """Show what was typed beside what somebody else made of the sentence meanwhile."""
    return page.beside(form.raw.get(field, ""), field) if isinstance(error, Conflict) else page


def _again(
    request: Request,
    template: str,
    page: object,
    form: Form[Any],
    error: DomainError,
    field: str,
) -> Response:
    return render(
        request,
        f"summaries/{template}.html",
        page,
        form=form.refused(error, field),
        status=STATUS[type(error)],
    )


def _address(request: Request, name: str, slug: str) -> str:
    return address_of(request)(f"summaries.{name}", slug=slug)


def _see(request: Request, place: Place, done: str) -> Response:
    path = address_of(request)("summaries.sentence", slug=place.slug, key=place.key)
    return see(f"{path}?{urlencode({'language': place.language, 'done': done})}")
