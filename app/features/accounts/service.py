"""Signing in and out, and one's own password. Each public function is one transaction.

Hashing a password takes a tenth of a second, so it is done before the transaction: nobody else's
write waits for it.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.db.models import Event, SignInSession, User
from app.db.session import atomic
from app.domain.actor import Actor, Role
from app.domain.errors import Conflict, Invalid, NotFound
from app.features.accounts import attempts, sessions
from app.features.accounts.credentials import (
    folded_email,
    good_password,
    hash_password,
    is_password,
)
from app.features.accounts.queries import actor_of, find_password_hash
from app.features.accounts.sessions import Browser, hashed

REFUSED = "The e-mail address or the password is not right."
BLOCKED = f"{REFUSED} Try again later."
WRONG_PASSWORD = "This is not your password."  # noqa: S105 - a sentence


def sign_in(db: Session, email: str, password: str, browser: Browser, *, at: datetime) -> str:
    """Start a new session and give its token. Whatever was wrong, the refusal is the same."""
    person = attempts.subject("email", email)
    subjects = [person, attempts.subject("address", browser.address)]
    blocked = attempts.is_blocked(db, subjects, at=at)
    stored = find_password_hash(db, email)
    db.rollback()
    proven = not blocked and is_password(password, stored)
    with atomic(db):
        user = _lock_user(db, User.email == email, User.password_hash == stored) if proven else None
        if user:
            attempts.forget(db, person)
            db.add(Event.of(actor_of(user), "account.signed_in", at=at))
            return sessions.begin(db, user.id, browser, at=at)
        if not blocked:
            attempts.note_failure(db, subjects, at=at)
    raise Invalid(BLOCKED if blocked else REFUSED, where="form")


def sign_out(db: Session, actor: Actor, token: str, *, at: datetime) -> None:
    with atomic(db):
        own = SignInSession.user_id == actor.user_id
        sessions.end(db, own & (SignInSession.token_hash == hashed(token)), at=at)
        db.add(Event.of(actor, "account.signed_out", at=at))


def sign_out_everywhere(db: Session, actor: Actor, *, at: datetime) -> None:
    with atomic(db):
        sessions.end(db, SignInSession.user_id == actor.user_id, at=at)
        db.add(Event.of(actor, "account.signed_out_everywhere", at=at))


def end_session(db: Session, actor: Actor, public: str, *, at: datetime) -> None:
    """End one of the actor's own sessions, named by the start of its hash."""
    with atomic(db):
        named = func.substr(SignInSession.token_hash, 1, sessions.PUBLIC_LENGTH) == public
        session_id = db.scalar(
            select(SignInSession.id).where(
                SignInSession.user_id == actor.user_id, named, sessions.live(at)
            )
        )
        if session_id is None:
            raise NotFound("There is no such session.")
        sessions.end(db, SignInSession.id == session_id, at=at)
        db.add(Event.of(actor, "account.session_ended", at=at))


def change_password(
    db: Session, actor: Actor, current: str, new: str, token: str, *, at: datetime
) -> None:
    """Set a new password and end every session but this one."""
    stored = prove_password(db, actor, current, at=at, where="current")
    fresh = hash_password(new)
    with atomic(db):
        user = _lock_user(db, User.id == actor.user_id, User.password_hash == stored)
        if user is None:
            raise Conflict("Your account changed at the same moment. Please look again.")
        user.password_hash = fresh
        others = SignInSession.token_hash != hashed(token)
        sessions.end(db, (SignInSession.user_id == user.id) & others, at=at)
        db.add(Event.of(actor, "account.password_changed", at=at))


def create_administrator(
    db: Session, *, email: str, name: str, password: str, at: datetime
) -> None:
    """Make an account of the Secretariat, from the command line."""
    try:
        address = folded_email(email)
        password_hash = hash_password(good_password(password))
    except ValueError as fault:
        raise Invalid(str(fault)) from fault
    with atomic(db):
        if db.scalar(select(User.id).where(User.email == address)):
            raise Conflict(f"{address} has an account already.")
        administrator = User(
            email=address,
            name=name,
            password_hash=password_hash,
            roles=[Role.ADMINISTRATOR.value],
            created_at=at,
        )
        db.add(administrator)
        db.add(Event.of("operator", "account.administrator_created", at=at, email=address))


def prove_password(db: Session, actor: Actor, typed: str, *, at: datetime, where: str) -> str:
    """Ask for the password again, under the same limit as signing in; give the stored hash.

    It ends the caller's transaction: whoever waits for a password holds nobody else's write up.
    """
    user = db.get_one(User, actor.user_id)
    stored, subjects = user.password_hash, [attempts.subject("email", user.email)]
    blocked = attempts.is_blocked(db, subjects, at=at)
    db.rollback()
    if not blocked and is_password(typed, stored):
        return stored
    if not blocked:
        with atomic(db):
            attempts.note_failure(db, subjects, at=at)
    later = " Try again later." if blocked else ""
    raise Invalid(WRONG_PASSWORD + later, where=where)


def _lock_user(db: Session, *which: ColumnElement[bool]) -> User | None:
    """Load a person who may sign in, and let nobody change or disable them meanwhile."""
    return db.scalar(select(User).where(*which, User.disabled_at.is_(None)).with_for_update())
