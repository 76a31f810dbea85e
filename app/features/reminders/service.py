"""What people decide about mails and calendars. Each public function is one transaction."""

import secrets
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Event, Mail, MailState, User
from app.db.session import atomic, database_time
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.occasions import OPTIONAL, Occasion
from app.features.accounts.desks import administer
from app.features.accounts.outbox import announce
from app.features.accounts.sessions import hashed
from app.features.briefings.board import draw_board
from app.features.briefings.completeness import REMINDED, Board, SeatRow
from app.features.briefings.queries import get_presided, list_seats

LATELY = "A reminder was sent less than twelve hours ago."
NOTHING_LEFT = "This delegation has signed everything it was asked for."
NOBODY_LEFT = "Whoever has something left was reminded less than twelve hours ago."


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


def remind(db: Session, actor: Actor, slug: str, code: str, *, mails: bool) -> None:
    """Write to the desk of one delegation that has something left, or to all that have.

    Where it is not shown who has signed, everybody is written to, and whoever has nothing left
    gets no mail when its turn comes, as with every reminder: nothing here tells who that is.
    """
    with atomic(db):
        briefing = get_presided(db, actor, slug)
        db.refresh(briefing, with_for_update=True)  # two at one desk, one reminder
        board = draw_board(db, actor, briefing, mails=mails)
        permissions.require(board.reminding)
        if board.hidden_because:
            _remind_unseen(db, actor, briefing, board, code)
            return
        desks = {seat.code: seat.delegation_id for seat in list_seats(db, briefing.id)}
        rows = [_one(board, code)] if code else [row for row in board.rows if row.may_remind]
        if not rows:
            raise Conflict(NOBODY_LEFT)
        reminded = [desks[row.code] for row in rows]
        announce(db, briefing, Occasion.REMINDED, at_desks=reminded)
        now = database_time(db)
        db.add_all(
            Event.of(actor, REMINDED, at=now, briefing_id=briefing.id, delegation_id=each)
            for each in reminded
        )


def _one(board: Board, code: str) -> SeatRow:
    row = next((each for each in board.rows if each.code == code), None)
    if row is None:
        raise NotFound("There is no such delegation.")
    if row.signed >= row.of:
        raise Invalid(NOTHING_LEFT)
    if not row.may_remind:
        raise Conflict(LATELY)
    return row


def _remind_unseen(db: Session, actor: Actor, briefing: Briefing, board: Board, code: str) -> None:
    if code:
        permissions.require(board.hidden_because)
    if not board.may_remind:
        raise Conflict(LATELY)
    announce(db, briefing, Occasion.REMINDED)
    db.add(Event.of(actor, REMINDED, at=database_time(db), briefing_id=briefing.id))
