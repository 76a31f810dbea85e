"""What people decide about mails and calendars. Each public function is one transaction."""

import secrets
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Event, Mail, MailState, User
from app.db.session import atomic, database_time
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.occasions import OPTIONAL, Occasion
from app.features.accounts.desks import administer
from app.features.accounts.sessions import hashed


def choose_mails(
    db: Session, actor: Actor, language: str, wanted: Collection[Occasion], *, at: datetime
) -> None:
    """Keep in which language one is written to, and about what."""
    with atomic(db):
        user = db.get_one(User, actor.user_id)
        user.language = language
        user.declined = [each.value for each in OPTIONAL if each not in wanted]
        db.add(Event.of(actor, "account.mails_chosen", at=at))


def make_calendar(db: Session, actor: Actor, *, at: datetime) -> str:
    """Give the secret of a new calendar address, kept nowhere; the one before ends."""
    with atomic(db):
        token = secrets.token_urlsafe(32)
        db.get_one(User, actor.user_id).calendar_hash = hashed(token)
        db.add(Event.of(actor, "account.calendar_made", at=at))
        return token


def revoke_calendar(db: Session, actor: Actor, *, at: datetime) -> None:
    with atomic(db):
        db.get_one(User, actor.user_id).calendar_hash = None
        db.add(Event.of(actor, "account.calendar_revoked", at=at))


def try_again(db: Session, actor: Actor, public: str, *, at: datetime) -> None:
    """Have a mail that failed taken up by the next command, as if for the first time."""
    with atomic(db):
        permissions.require(administer(actor))
        mail = db.scalar(select(Mail).where(Mail.public_id == public).with_for_update())
        if mail is None or mail.state not in {MailState.FAILED, MailState.WAITING}:
            raise NotFound("There is no such mail.")
        if not mail.problem:
            return
        mail.state, mail.attempts, mail.problem = MailState.WAITING, 0, ""
        mail.next_at, mail.ended_at = database_time(db), None
        db.add(Event.of(actor, "mail.tried_again", at=at, mail=public))
