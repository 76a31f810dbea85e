"""What a route may ask for: the database, the clock, the person, the language."""

from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from typing import Annotated

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from fastapi import Depends, Path, Request
from sqlalchemy.orm import Session

from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.position import LANGUAGES

LANGUAGE_COOKIE = "language"


class SignInNeeded(Exception):
    """Nobody is signed in. The same answer whether or not the page exists."""


async def _db(request: Request) -> AsyncGenerator[Session]:
    """Open a session, which asks nothing yet; go to a thread only where closing it does.

    To one of its own: all the others may be waiting for what this session holds.
    """
    session: Session = request.app.state.sessions()
    try:
        yield session
    finally:
        if session.in_transaction():
            await run_sync(session.close, limiter=CapacityLimiter(1))
        else:
            session.close()


async def refuse_nul(request: Request) -> None:
    """Answer an address with a NUL as an absent one: ours have none, and PostgreSQL takes none."""
    if "\0" in request.scope["path"] or b"%00" in request.scope["query_string"]:
        raise NotFound


async def _now() -> datetime:  # async, as whatever waits for nothing: a thread costs more
    return datetime.now(UTC)  # noqa: TID251 - the one place that reads the clock for routes


Db = Annotated[Session, Depends(_db, scope="function")]
Now = Annotated[datetime, Depends(_now)]


def session_cookie(request: Request) -> str:
    """Name the cookie; browsers accept the __Host- prefix on https only."""
    return "__Host-session" if request.app.state.secure else "session"


def _visitor(request: Request, db: Db, now: Now) -> Actor | None:
    """Read rights from the database at each request, never from the cookie."""
    token = request.cookies.get(session_cookie(request))
    actor: Actor | None = request.app.state.find_actor(db, token, at=now) if token else None
    request.state.actor = actor
    acting = request.path_params.get("acting")
    if actor and token and acting:  # somebody of the Secretariat, at the desk the address names
        where = acting, request.path_params["slug"]
        actor = request.app.state.find_acting(db, actor, token, *where)
        request.state.actor = actor
    request.app.state.let_go(db)
    return actor


def _signed_in(request: Request, db: Db, now: Now) -> Actor:
    actor = _visitor(request, db, now)
    if actor is None:
        raise SignInNeeded
    return actor


def _watcher(request: Request, db: Db, now: Now) -> Actor:
    """Know an open page that asks by itself: that puts no idle limit off."""
    token = request.cookies.get(session_cookie(request))
    find = request.app.state.find_actor
    actor: Actor | None = find(db, token, at=now, is_there=False) if token else None
    request.state.actor = actor
    request.app.state.let_go(db)
    if actor is None:
        raise SignInNeeded
    return actor


def language_of(request: Request) -> str:
    """Give the reader's choice, else the browser's first wish we speak, else English."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    wishes = request.headers.get("accept-language", "")
    for wish in (chosen, *wishes.split(",")):
        tag = wish.strip().partition(";")[0].partition("-")[0].casefold()
        if tag in LANGUAGES:
            return tag
    return "en"


def _mail_language(request: Request) -> str | None:
    """Give the language to write to somebody in; None where no mail is sent."""
    return language_of(request) if request.app.state.mails else None


MaybeSignedIn = Annotated[Actor | None, Depends(_visitor)]
SignedIn = Annotated[Actor, Depends(_signed_in)]
Watching = Annotated[Actor, Depends(_watcher)]
Language = Annotated[str, Depends(language_of)]
MailLanguage = Annotated[str | None, Depends(_mail_language)]
Slug = Annotated[str, Path(pattern=r"^[a-z0-9-]{3,80}$")]  # of a briefing, as long as any may be
