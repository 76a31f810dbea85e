"""Who is asking, and what the accounts pages show. Reads only."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from app.db.models import Delegation, Presidency, SignInSession, User
from app.domain.actor import Actor, Role
from app.features.accounts.sessions import NOTED_EVERY, hashed, live, note_seen

SECRETARIAT = {
    "ar": "الأمانة العامة",
    "zh": "秘书处",
    "en": "Secretariat",
    "fr": "Secrétariat",
    "ru": "Секретариат",
    "es": "Secretaría",
}


def actor_of(user: User | Row[Any], desk: dict[str, str] | None) -> Actor:
    """Make the actor of a person; ``desk`` is the name of their delegation, if they have one."""
    return Actor(
        user_id=user.id,
        name=user.name,
        roles=frozenset(Role(role) for role in user.roles),
        delegation_id=user.delegation_id,
        presidency_id=user.presidency_id,
        desk=desk or SECRETARIAT,
    )


def find_actor(db: Session, token: str, *, at: datetime) -> Actor | None:
    """Read who holds this cookie and what they may do now, in one query."""
    found = db.execute(
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
        .where(SignInSession.token_hash == hashed(token), live(at), User.disabled_at.is_(None))
    ).one_or_none()
    if found is None:
        return None
    if found.seen_at < at - NOTED_EVERY:
        note_seen(db, found.session_id, at=at)
    return actor_of(found, found.desk)
