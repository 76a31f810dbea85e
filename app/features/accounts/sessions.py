"""The life of one browser's sign-in. Only a hash of its cookie is ever stored."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BindParameter, ColumnElement, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from app.db.models import SignInSession
from app.db.session import atomic
from app.domain.errors import Conflict

Moment = datetime | BindParameter[datetime]
LASTS = timedelta(hours=12)
IDLE = timedelta(hours=2)
NOTED_EVERY = timedelta(minutes=1)
PUBLIC_LENGTH = 16  # hex digits of the hash that name a session to its owner
DEVICE_LENGTH = 200


@dataclass(frozen=True)
class Browser:
    """Where a sign-in comes from; ``token`` is the cookie it already had, if any."""

    address: str
    device: str
    token: str | None = None


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def live(at: datetime) -> ColumnElement[bool]:
    """Tell whether a session still opens anything."""
    return lives(at, at - IDLE)


def lives(at: Moment, idle_since: Moment) -> ColumnElement[bool]:
    return (
        SignInSession.ended_at.is_(None)
        & (SignInSession.expires_at > at)
        & (SignInSession.seen_at > idle_since)
    )


def begin(db: Session, user_id: int, browser: Browser, *, at: datetime) -> str:
    """Add a new session inside the caller's transaction; what the browser had before ends."""
    token = secrets.token_urlsafe(32)
    if browser.token:
        end(db, SignInSession.token_hash == hashed(browser.token), at=at)
    db.add(
        SignInSession(
            token_hash=hashed(token),
            user_id=user_id,
            created_at=at,
            seen_at=at,
            expires_at=at + LASTS,
            device=browser.device[:DEVICE_LENGTH],
        )
    )
    return token


def end(db: Session, which: ColumnElement[bool], *, at: datetime) -> None:
    """End sessions inside the caller's transaction; one that has ended keeps its moment."""
    db.execute(
        update(SignInSession)
        .where(which, SignInSession.ended_at.is_(None))
        .values(ended_at=at)
        .execution_options(synchronize_session=False)
    )


def note_seen(db: Session, session_id: int, *, at: datetime) -> None:
    """Put the idle limit off. Losing a race costs nothing and never brings a session back."""
    try:
        with atomic(db):
            db.execute(
                update(SignInSession)
                .where(SignInSession.id == session_id, live(at), SignInSession.seen_at < at)
                .values(seen_at=at)
                .execution_options(synchronize_session=False)
            )
    except (Conflict, OperationalError):
        return
