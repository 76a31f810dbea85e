"""Who is asking, and what the accounts pages show. Reads only."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, func, select
from sqlalchemy.orm import Session

from app.data import State, states
from app.db.base import Instant
from app.db.models import Delegation, Invitation, Presidency, SignInSession, User
from app.domain import permissions
from app.domain.actor import Actor, Role
from app.domain.errors import NotFound
from app.features.accounts.desks import Desk, administer, manage_own, real_delegations
from app.features.accounts.pages import (
    AccountPage,
    DelegationLine,
    InvitationLine,
    InvitationPage,
    Link,
    PeoplePage,
    PersonLine,
    PresidencyLine,
    SecretariatPage,
    SessionLine,
    Staff,
    StateLine,
)
from app.features.accounts.sessions import (
    IDLE,
    NOTED_EVERY,
    PUBLIC_LENGTH,
    hashed,
    live,
    lives,
    note_seen,
)

SECRETARIAT = {
    "ar": "الأمانة العامة",
    "zh": "秘书处",
    "en": "Secretariat",
    "fr": "Secrétariat",
    "ru": "Секретариат",
    "es": "Secretaría",
}


def actor_of(user: User | Row[*tuple[Any, ...]], desk: dict[str, str] | None = None) -> Actor:
    """Make the actor of a person; ``desk`` is the names of their delegation, if it is known."""
    return Actor(
        user_id=user.id,
        name=user.name,
        roles=frozenset(Role(role) for role in user.roles),
        delegation_id=user.delegation_id,
        presidency_id=user.presidency_id,
        desk=desk or SECRETARIAT,
    )


# Built once: every request asks it, and building takes longer than asking.
_WHO = (
    select(
        *(User.id, User.name, User.roles, User.delegation_id, User.presidency_id),
        Delegation.names.label("desk"),
        SignInSession.id.label("session_id"),
        SignInSession.seen_at,
    )
    .join(SignInSession, SignInSession.user_id == User.id)
    .outerjoin(Presidency, Presidency.id == User.presidency_id)
    .outerjoin(
        Delegation,
        Delegation.id == func.coalesce(User.delegation_id, Presidency.delegation_id),
    )
    .where(
        SignInSession.token_hash == bindparam("token"),
        lives(bindparam("at", type_=Instant()), bindparam("idle_since", type_=Instant())),
        User.disabled_at.is_(None),
    )
)


def find_actor(db: Session, token: str, *, at: datetime, is_there: bool = True) -> Actor | None:
    """Read who holds this cookie and what they may do now, in one query.

    A page that asks by itself says nothing of whether anybody ``is_there``.
    """
    given = {"token": hashed(token), "at": at, "idle_since": at - IDLE}
    found = db.execute(_WHO, given).one_or_none()
    if found is None:
        return None
    if is_there and found.seen_at < at - NOTED_EVERY:
        note_seen(db, found.session_id, at=at)
    return actor_of(found, found.desk)


def find_password_hash(db: Session, email: str) -> str | None:
    """Give what somebody's password is compared with; nothing for those who may not sign in."""
    return db.scalar(
        select(User.password_hash).where(User.email == email, User.disabled_at.is_(None))
    )


def open_invitations(at: datetime) -> ColumnElement[bool]:
    return Invitation.accepted_at.is_(None) & (Invitation.expires_at > at)


def get_invitation(db: Session, token: str, *, at: datetime, lock: bool = False) -> Invitation:
    """Give an open invitation; used, expired and unknown ones look the same."""
    wanted = select(Invitation).where(Invitation.token_hash == hashed(token), open_invitations(at))
    found = db.scalar(wanted.with_for_update() if lock else wanted)
    if found is None:
        raise NotFound("There is no such invitation.")
    return found


def invitation_page(db: Session, token: str, *, at: datetime) -> InvitationPage:
    invitation = get_invitation(db, token, at=at)
    presiding = select(Presidency.delegation_id).where(Presidency.id == invitation.presidency_id)
    behind = invitation.delegation_id or db.scalar(presiding)
    names = behind and db.scalar(select(Delegation.names).where(Delegation.id == behind))
    return InvitationPage(
        token=token,
        email=invitation.email,
        name=invitation.name,
        roles=invitation.roles,
        desk=names or SECRETARIAT,
        presidency=invitation.presidency_id is not None,
    )


def account_page(db: Session, actor: Actor, token: str, *, at: datetime) -> AccountPage:
    user = db.get_one(User, actor.user_id)
    rows = db.scalars(
        select(SignInSession)
        .where(SignInSession.user_id == user.id, live(at))
        .order_by(SignInSession.seen_at.desc(), SignInSession.id.desc())
    )
    return AccountPage(
        name=user.name,
        email=user.email,
        roles=user.roles,
        desk=dict(actor.desk),
        presidency=actor.presidency_id is not None,
        sessions=[_session_line(row, own=row.token_hash == hashed(token)) for row in rows],
        manages_people=manage_own(actor) is None,
        administers=administer(actor) is None,
    )


def people_page(db: Session, actor: Actor, *, at: datetime, link: Link | None = None) -> PeoplePage:
    permissions.require(manage_own(actor))
    desk = Desk.of(actor)
    return PeoplePage(
        desk=dict(actor.desk),
        presidency=actor.presidency_id is not None,
        roles=[role.value for role in Role if role in desk.roles],
        staff=_staff_by_desk(db, actor, desk, at=at).get(desk, NOBODY),
        link=link,
    )


def secretariat_page(
    db: Session, actor: Actor, *, at: datetime, link: Link | None = None
) -> SecretariatPage:
    permissions.require(administer(actor))
    staff = _staff_by_desk(db, actor, None, at=at)
    delegations = db.scalars(real_delegations().order_by(Delegation.code)).all()
    presidencies = db.execute(
        select(Presidency, Delegation.names)
        .join(Delegation, Delegation.id == Presidency.delegation_id)
        .order_by(Presidency.begins_on.desc(), Presidency.id.desc())
    )
    present = {delegation.code for delegation in delegations}
    return SecretariatPage(
        delegations=[
            DelegationLine(row.code, row.names, staff.get(Desk(delegation_id=row.id), NOBODY))
            for row in delegations
        ],
        presidencies=[
            PresidencyLine(
                *(row.id, names, row.begins_on, row.ends_on),
                staff.get(Desk(presidency_id=row.id), NOBODY),
            )
            for row, names in presidencies
        ],
        briefers=_briefers(staff.get(Desk(), NOBODY)),
        states=[_state_line(state) for state in states() if state.iso3 not in present],
        link=link,
    )


NOBODY = Staff([], [])


def _briefers(staff: Staff) -> Staff:
    """Give the Secretary-General's office: of the Secretariat's desk, all but administrators."""
    return Staff(
        [each for each in staff.people if Role.BRIEFER in each.roles],
        [each for each in staff.invitations if Role.BRIEFER in each.roles],
    )


def _staff_by_desk(
    db: Session, actor: Actor, desk: Desk | None, *, at: datetime
) -> dict[Desk, Staff]:
    """Read people and open invitations, of one desk or of all."""
    wanted = [] if desk is None else [desk.seats(User)]
    invited = [] if desk is None else [desk.seats(Invitation)]
    people = db.scalars(select(User).where(*wanted).order_by(User.name, User.id))
    staff: dict[Desk, Staff] = {}
    for user in people:
        _staff(staff, user).people.append(_person_line(user, actor))
    invitations = db.scalars(
        select(Invitation).where(*invited, open_invitations(at)).order_by(Invitation.id)
    )
    for invitation in invitations:
        _staff(staff, invitation).invitations.append(_invitation_line(invitation))
    return staff


def _staff(staff: dict[Desk, Staff], row: User | Invitation) -> Staff:
    return staff.setdefault(Desk.of(row), Staff([], []))


def _state_line(state: State) -> StateLine:
    names = {str(language): names.short for language, names in state.names.items()}
    return StateLine(state.iso3, names, {str(tongue): n for tongue, n in state.sort.items()})


def _session_line(row: SignInSession, *, own: bool) -> SessionLine:
    public = row.token_hash[:PUBLIC_LENGTH]
    return SessionLine(public, row.device, row.seen_at, own)


def _person_line(user: User, actor: Actor) -> PersonLine:
    return PersonLine(
        public=user.public_id,
        name=user.name,
        email=user.email,
        roles=user.roles,
        is_disabled=user.disabled_at is not None,
        is_oneself=user.id == actor.user_id,
    )


def _invitation_line(row: Invitation) -> InvitationLine:
    return InvitationLine(row.public_id, row.name, row.email, row.roles, row.expires_at)
