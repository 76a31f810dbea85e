"""The addresses of a pasted statement and of the speaking draft made from positions."""

# ruff: noqa: FAST003 - SpeechPath takes the number from the address

from typing import Annotated

import anyio
import anyio.to_thread
from fastapi import APIRouter, Query, Request, Response
from starlette.background import BackgroundTask

from app.domain.errors import Conflict, Invalid
from app.features.positions import speaking_page, speech_page, speech_service
from app.features.positions.copying_forms import PicksForm
from app.features.positions.forms import HIGHEST, Number
from app.features.positions.speaking_page import Drawn
from app.features.positions.speech_forms import (
    PointForm,
    SpeechForm,
    SpeechPath,
    StatementFile,
    said_in,
)
from app.features.positions.speech_placing import propose_by_likeness
from app.features.positions.speech_service import SpeechPlace
from app.web.deps import Db, Now, SignedIn, Slug
from app.web.errors import STATUS
from app.web.templating import address_of, render, see

router = APIRouter(prefix="/briefings/{slug}/positions")
_APART = anyio.CapacityLimiter(1)
ByPoint = Annotated[int | None, Query(ge=1, le=HIGHEST)]


@router.get("/speeches", name="positions.speeches")
def speeches(request: Request, db: Db, actor: SignedIn, slug: Slug) -> Response:
    page = speech_page.speeches_page(db, actor, slug)
    return render(request, "positions/speeches.html", page)


@router.post("/speeches", name="positions.add_speech")
def add_speech(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    file: StatementFile,  # before the form, which closes it
    form: SpeechForm,
    now: Now,
) -> Response:
    page = speech_page.speeches_page(db, actor, slug)  # before a file is read: whose desk is it
    try:
        asked = form.accepted()
        text = said_in(asked.text, file if page.refusal is None else None)
        language = asked.language or None
        number = speech_service.add_speech(db, actor, slug, text, language, at=now)
    except (Conflict, Invalid) as error:
        refused = form.refused(error)
        status = STATUS[type(error)]
        return render(request, "positions/speeches.html", page, form=refused, status=status)
    return _preparing(request, _see(request, SpeechPlace(slug, number)))


@router.get("/speeches/{number}", name="positions.speech")
def speech(
    request: Request, db: Db, actor: SignedIn, place: SpeechPath, point: ByPoint = None
) -> Response:
    page = speech_page.speech_page(db, actor, place, point)
    answer = render(request, "positions/speech.html", page)
    return _preparing(request, answer) if page.is_preparing else answer


@router.post("/speeches/{number}/points/{point}", name="positions.place_point")
def place_point(
    request: Request,
    db: Db,
    actor: SignedIn,
    place: SpeechPath,
    point: Number,
    form: PointForm,
    now: Now,
) -> Response:
    try:
        asked = form.accepted()
        if asked.takes_back:
            speech_service.reconsider(db, actor, place, point - 1, at=now)
            return see(f"{_address(request, place)}?point={point}")
        speech_service.decide(db, actor, place, point - 1, asked.to_domain(), at=now)
    except (Conflict, Invalid) as error:
        page = speech_page.speech_page(db, actor, place, point)
        refused = form.refused(error)
        name = "positions/speech.html"
        return render(request, name, page, form=refused, status=STATUS[type(error)])
    return _see(request, place)


@router.get("/speeches/{number}/drafts", name="positions.gathering")
def gathering(request: Request, db: Db, actor: SignedIn, place: SpeechPath) -> Response:
    return render(request, "positions/gather.html", speech_page.gather_page(db, actor, place))


@router.post("/speeches/{number}/drafts", name="positions.gather")
def gather(
    request: Request, db: Db, actor: SignedIn, place: SpeechPath, form: PicksForm, now: Now
) -> Response:
    try:
        done = speech_service.gather(db, actor, place, form.accepted().to_domain(), at=now)
    except (Conflict, Invalid) as error:
        page = speech_page.gather_page(db, actor, place, str(error))
        name = "positions/gather.html"
        return render(request, name, page, form=form, status=STATUS[type(error)])
    return see(address_of(request)("positions.drafted", slug=place.slug, number=done))


@router.post("/speeches/{number}/discard", name="positions.discard_speech")
def discard_speech(
    request: Request, db: Db, actor: SignedIn, place: SpeechPath, now: Now
) -> Response:
    speech_service.discard(db, actor, place, at=now)
    return see(address_of(request)("positions.speeches", slug=place.slug))


@router.get("/speaking-draft", name="positions.speaking")
def speaking(
    request: Request, db: Db, actor: SignedIn, slug: Slug, drawn: Drawn = Drawn.SIGNED
) -> Response:
    page = speaking_page.speaking_page(db, actor, slug, drawn)
    return render(request, "positions/speaking.html", page)


def _address(request: Request, place: SpeechPlace) -> str:
    return address_of(request)("positions.speech", slug=place.slug, number=place.number)


def _see(request: Request, place: SpeechPlace) -> Response:
    return see(_address(request, place))


def _preparing(request: Request, answer: Response) -> Response:
    """Have likeness propose what is still to be proposed, once the page is sent."""
    answer.background = BackgroundTask(_propose, request)
    return answer


async def _propose(request: Request) -> None:
    """Work in a thread apart: loading the encoder takes seconds, and requests have few threads."""
    sessions = request.app.state.sessions
    await anyio.to_thread.run_sync(propose_by_likeness, sessions, limiter=_APART)
