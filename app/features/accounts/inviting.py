"""Invitations: a link for one person, one desk and one set of roles, good once and for a week."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from app.db.models import Delegation, Event, Invitation, Presidency, User
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor, Role
from app.domain.errors import Invalid, NotFound
from app.features.accounts import sessions
from app.features.accounts.credentials import hash_password
from app.features.accounts.desks import Desk, administer, manage_own, real_delegations
from app.features.accounts.outbox import post_invitation
from app.features.accounts.queries import actor_of, get_invitation, open_invitations
from app.features.accounts.sessions import Browser, hashed

LASTS = timedelta(days=7)


@dataclass(frozen=True)
class Guest:
    """Who is invited, and as what."""

    email: str
    name: str
    roles: frozenset[Role]
    mail_language: str | None = None  # to be written to in; None: the link is handed over


def invite(db: Session, actor: Actor, guest: Guest, *, at: datetime) -> str | None:
    """Invite somebody to the actor's own desk; give the token of the link, kept nowhere.

    Whom we write to gets a link of their own by mail, and nobody else is given one.
    """
    with atomic(db):
        permissions.require(manage_own(actor))
        return _invite(db, actor, Desk.of(actor), guest, at=at)


def invite_to_desk(
    db: Session, actor: Actor, desk: str, guest: Guest, *, at: datetime
) -> str | None:
    """Invite, for the Secretariat, somebody who will answer for a desk's people, or a briefer.

    ``desk`` is ``delegation:CODE``, ``presidency:NUMBER`` or ``secretariat:briefer``.
    """
    with atomic(db):
        permissions.require(administer(actor))
        return _invite(db, actor, _named_desk(db, desk), guest, at=at)


def withdraw_invitation(db: Session, actor: Actor, public: str, *, at: datetime) -> None:
    """Make an invitation to the actor's own desk worthless; an administrator's, to any."""
    with atomic(db):
        named = Invitation.public_id == public
        mine = named if actor.is_administrator else named & Desk.of(actor).seats(Invitation)
        invitation = db.scalar(
            select(Invitation).where(mine, open_invitations(at)).with_for_update()
        )
        if invitation is None:
            raise NotFound("There is no such invitation.")
        permissions.require(permissions.manage_people(actor))
        invitation.expires_at = at
        db.add(_event(actor, "account.invitation_withdrawn", invitation, at=at))


def renew_link(db: Session, invitation_id: int, *, at: datetime) -> tuple[Invitation, str] | None:
    """Make the link an invitation is mailed with; one made before is worthless from now on."""
    with atomic(db):
        invitation = db.scalar(
            select(Invitation)
            .where(Invitation.id == invitation_id, open_invitations(at))
            .with_for_update()
        )
        if invitation is None:
            return None
        token = secrets.token_urlsafe(32)
        invitation.token_hash = hashed(token)
        return invitation, token


def accept_invitation(
    db: Session,
    token: str,
    name: str,
    password: str,
    browser: Browser,
    *,
    at: datetime,
    language: str = "en",
) -> str:
    """Make the account the link was for, sign in, and give the session's token.

    ``language`` is what the page was read in: mails come in it until the person says otherwise.
    """
    get_invitation(db, token, at=at)
    db.rollback()
    password_hash = hash_password(password)
    with atomic(db):
        invitation = get_invitation(db, token, at=at, lock=True)
        if db.scalar(select(User.id).where(User.email == invitation.email)):
            raise NotFound("There is no such invitation.")
        user = User(
            email=invitation.email,
            name=name,
            password_hash=password_hash,
            roles=invitation.roles,
            delegation_id=invitation.delegation_id,
            presidency_id=invitation.presidency_id,
            created_at=at,
            language=language,
        )
        invitation.accepted_at = at
        db.add(user)
        db.flush()
        db.add(_event(actor_of(user), "account.invitation_accepted", invitation, at=at))
        return sessions.begin(db, user.id, browser, at=at)


def void_invitations(db: Session, which: ColumnElement[bool], *, at: datetime) -> None:
    """End open invitations inside the caller's transaction."""
    db.execute(
        update(Invitation)
        .where(which, open_invitations(at))
        .values(expires_at=at)
        .execution_options(synchronize_session=False)
    )


def _named_desk(db: Session, name: str) -> Desk:
    kind, _, key = name.partition(":")
    if kind == "delegation":
        delegation = db.scalar(real_delegations().where(Delegation.code == key))
        if delegation is not None:
            return Desk(delegation_id=delegation.id)
    elif kind == "secretariat":
        return Desk()
    elif db.get(Presidency, int(key)) is not None:
        return Desk(presidency_id=int(key))
    raise Invalid("Choose a desk of the list.", where="desk")


def _invite(db: Session, actor: Actor, desk: Desk, guest: Guest, *, at: datetime) -> str | None:
    roles = desk.check(guest.roles)
    if db.scalar(select(User.id).where(User.email == guest.email, desk.seats(User))):
        raise Invalid("This person sits at this desk already.", where="email")
    void_invitations(db, (Invitation.email == guest.email) & desk.seats(Invitation), at=at)
    token = secrets.token_urlsafe(32)
    invitation = Invitation(
        public_id=hashed(token)[: sessions.PUBLIC_LENGTH],
        token_hash=hashed(token),
        email=guest.email,
        name=guest.name,
        language=guest.mail_language or "en",
        roles=roles,
        delegation_id=desk.delegation_id,
        presidency_id=desk.presidency_id,
        invited_by=actor.user_id,
        created_at=at,
        expires_at=at + LASTS,
    )
    db.add(invitation)
    db.add(_event(actor, "account.invited", invitation, at=at))
    if guest.mail_language is None:
        return token
    post_invitation(db, invitation)
    return None


def _event(actor: Actor, act: str, invitation: Invitation, *, at: datetime) -> Event:
    return Event.of(
        actor,
        act,
        at=at,
        delegation_id=invitation.delegation_id,
        presidency_id=invitation.presidency_id,
        email=invitation.email,
        roles=invitation.roles,
    )
