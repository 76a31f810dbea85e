"""The addresses of the drafting desk: narrative, history and undoing, six languages, sign-offs."""

# ruff: noqa: FAST003 - PlacePath takes slug and key from the address

from dataclasses import replace
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response

from app.domain.errors import Conflict, Invalid
from app.features.summaries import (
    desk_history,
    desk_languages,
    desk_narrative,
    narrating,
    reading,
    signing_off,
    translating,
    undoing,
)
from app.features.summaries.forms import (
    After,
    NarrativeForm,
    PlacePath,
    PreviousForm,
    SeenForm,
    SignOffForm,
    Then,
    TranslationForm,
    Wanted,
)
from app.features.summaries.narrating import Telling
from app.features.summaries.pages import Place
from app.features.summaries.signing_off import Seen
from app.web.deps import Db, Now, SignedIn, Slug
from app.web.errors import STATUS
from app.web.forms import Form
from app.web.templating import address_of, render, see

router = APIRouter(prefix="/briefings/{slug}/summary")
REFUSED = (Conflict, Invalid)
Columns = Annotated[list[str], Query()]
NO_COLUMNS: list[str] = []


@router.get("/narrative", name="summaries.new_narrative")
def new_narrative(
    request: Request, db: Db, actor: SignedIn, slug: Slug, language: Wanted, after: After = ""
) -> Response:
    page = desk_narrative.narrative_page(db, actor, slug, language=language, after=after)
    return render(request, "summaries/new_narrative.html", page)


@router.post("/narrative", name="summaries.add_narrative")
def add_narrative(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    language: Wanted,
    form: NarrativeForm,
    now: Now,
) -> Response:
    try:
        told = Telling(**form.accepted().model_dump())
        key = narrating.add_narrative(db, actor, slug, language, told, at=now)
    except REFUSED as error:
        after = form.raw.get("after", "")
        page = desk_narrative.narrative_page(db, actor, slug, language=language, after=after)
        form, status = form.refused(error), STATUS[type(error)]
        return render(request, "summaries/new_narrative.html", page, form=form, status=status)
    return _see(request, "sentence", Place(slug, key, language))


@router.post("/sentences/{key}/withdraw", name="summaries.withdraw_narrative")
def withdraw_narrative(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: PreviousForm, now: Now
) -> Response:
    previous = form.accepted().previous
    try:
        narrating.withdraw_narrative(db, actor, place, previous=previous, at=now)
    except Conflict as error:
        return _history(request, db, actor, place, error)
    return _see(request, "sentence_history", place)


@router.post("/sentences/{key}/return", name="summaries.return_narrative")
def return_narrative(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, now: Now
) -> Response:
    try:
        narrating.return_narrative(db, actor, place, at=now)
    except Conflict as error:
        return _history(request, db, actor, place, error)
    return _see(request, "sentence", place)


@router.get("/history", name="summaries.history")
def history(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    language: Wanted,
    before: Annotated[int | None, Query(ge=0, le=2**31)] = None,
) -> Response:
    page = desk_history.history_page(db, actor, slug, language=language, before=before)
    return render(request, "summaries/history.html", page)


@router.get("/sentences/{key}/history", name="summaries.sentence_history")
def sentence_history(request: Request, db: Db, actor: SignedIn, place: PlacePath) -> Response:
    page = desk_history.sentence_history_page(
        db, actor, place.slug, place.key, language=place.language
    )
    return render(request, "summaries/history.html", page)


@router.post("/undo", name="summaries.undo")
def undo(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    language: Wanted,
    form: SeenForm,
    now: Now,
) -> Response:
    try:
        undoing.undo(db, actor, slug, seen=form.accepted().seen, at=now)
    except REFUSED as error:
        page = desk_history.history_page(db, actor, slug, language=language, before=None)
        form, status = form.refused(error), STATUS[type(error)]
        return render(request, "summaries/history.html", page, form=form, status=status)
    return see(f"{address_of(request)('summaries.history', slug=slug)}?language={language}")


@router.get("/languages", name="summaries.languages")
def languages(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    language: Wanted,
    columns: Columns = NO_COLUMNS,
    question: int = 0,
) -> Response:
    page = desk_languages.languages_page(
        db, actor, slug, language=language, wanted=columns, question=question
    )
    return render(request, "summaries/languages.html", page)


@router.get("/sentences/{key}/languages", name="summaries.renderings")
def renderings(request: Request, db: Db, actor: SignedIn, place: PlacePath) -> Response:
    page = desk_languages.renderings_page(db, actor, place.slug, place.key, language=place.language)
    return render(request, "summaries/renderings.html", page)


@router.post("/sentences/{key}/sign-off", name="summaries.sign_off")
def sign_off(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: SignOffForm, now: Now
) -> Response:
    try:
        to = form.accepted()
        signing_off.sign_off(db, actor, place, Seen(to.original, to.rendering), at=now)
    except REFUSED as error:
        page = desk_languages.renderings_page(
            db, actor, place.slug, place.key, language=place.language
        )
        form, status = form.refused(error), STATUS[type(error)]
        return render(request, "summaries/renderings.html", page, form=form, status=status)
    return _see(request, "renderings", Place(place.slug, to.then or place.key, place.language))


@router.get("/revisions/{key}/translation", name="summaries.translation")
def translation(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, now: Now, then: Then = ""
) -> Response:
    page = reading.open_translation(db, actor, place, then, at=now)
    return render(request, "summaries/translation.html", page)


@router.post("/revisions/{key}/translation", name="summaries.translate")
def translate(
    request: Request, db: Db, actor: SignedIn, place: PlacePath, form: TranslationForm, now: Now
) -> Response:
    then = form.raw.get("then", "")
    try:
        to = form.accepted()
        translating.translate(db, actor, place, to.text, seen=to.seen, at=now)
    except REFUSED as error:
        page = reading.open_translation(db, actor, place, then, at=now)
        if isinstance(error, Conflict):
            page = replace(page, mine=form.raw.get("text", ""))
        form, status = form.refused(error, "text"), STATUS[type(error)]
        return render(request, "summaries/translation.html", page, form=form, status=status)
    if not then:
        return _see(request, "translation", place)
    answer = _see(request, "sentence", replace(place, key=then))
    return see(f"{answer.headers['location']}#r-{place.key[:16]}")


def _history(request: Request, db: Db, actor: SignedIn, place: Place, error: Conflict) -> Response:
    page = desk_history.sentence_history_page(
        db, actor, place.slug, place.key, language=place.language
    )
    form: Form[object] = Form().refused(error)
    return render(request, "summaries/history.html", page, form=form, status=STATUS[Conflict])


def _see(request: Request, name: str, place: Place) -> Response:
    path = address_of(request)(f"summaries.{name}", slug=place.slug, key=place.key)
    return see(f"{path}?{urlencode({'language': place.language})}")
