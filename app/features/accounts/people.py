"""What a focal point or a president does to the people of the desk, and the Secretariat to any."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Event, Invitation, SignInSession, User
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor, Role
from app.domain.errors import Invalid, NotFound
from app.features.accounts import sessions
from app.features.accounts.desks import Desk, manage_own
from app.features.accounts.inviting import void_invitations

NOBODY_LEFT = "Somebody must be left who answers for the people of this desk."


def change_roles(
    db: Session, actor: Actor, person: str, roles: Iterable[Role], *, at: datetime
) -> None:
    """Set what somebody at the actor's own desk may do, from their next request on."""
    with atomic(db):
        user, colleagues = _load(db, person, Desk.of(actor))
        permissions.require(manage_own(actor))
        chosen = Desk.of(user).check(roles)
        before, user.roles = user.roles, chosen
        _require_manager(colleagues)
        if Desk.of(user).manager not in chosen:
            void_invitations(db, Invitation.invited_by == user.id, at=at)
        db.add(_event(actor, "account.roles_changed", user, at=at, before=before, after=chosen))


def disable(db: Session, actor: Actor, person: str, *, at: datetime) -> None:
    """Shut somebody out at once: sessions and open invitations end in the same transaction."""
    with atomic(db):
        user, colleagues = _load(db, person, None if actor.is_administrator else Desk.of(actor))
        permissions.require(permissions.manage_people(actor))
        if user.id == actor.user_id:
            raise Invalid("You cannot disable your own account.")
        user.disabled_at = user.disabled_at or at
        if not actor.is_administrator:
            _require_manager(colleagues)
        sessions.end(db, SignInSession.user_id == user.id, at=at)
        void_invitations(db, Invitation.invited_by == user.id, at=at)
        db.add(_event(actor, "account.disabled", user, at=at))


def enable(db: Session, actor: Actor, person: str, *, at: datetime) -> None:
    """Let somebody sign in again; the sessions that were ended stay ended."""
    with atomic(db):
        user, _ = _load(db, person, None if actor.is_administrator else Desk.of(actor))
        permissions.require(permissions.manage_people(actor))
        user.disabled_at = None
        db.add(_event(actor, "account.enabled", user, at=at))


def _load(db: Session, person: str, desk: Desk | None) -> tuple[User, list[User]]:
    """Lock the whole desk, so that two people cannot remove each other; None is any desk."""
    found = db.scalar(select(User).where(User.public_id == person))
    if found is None or (desk is not None and Desk.of(found) != desk):
        raise NotFound("There is no such person.")
    colleagues = db.scalars(
        select(User)
        .where(Desk.of(found).seats(User))
        .order_by(User.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return found, list(colleagues)


def _require_manager(people: list[User]) -> None:
    manager = Desk.of(people[0]).manager
    if not any(manager in user.roles and user.disabled_at is None for user in people):
        raise Invalid(NOBODY_LEFT)


def _event(actor: Actor, act: str, user: User, *, at: datetime, **detail: list[str]) -> Event:
    return Event.of(
        actor,
        act,
        at=at,
        delegation_id=user.delegation_id,
        presidency_id=user.presidency_id,
        person=user.public_id,
        **detail,
    )
