"""Handing mails over, one by one, so that no two replicas send the same.

A mail is taken under lock for a quarter of an hour, then handed over, then marked. Whoever dies in
between leaves it to be taken again when that time is up: at least once, since a reminder that is
lost costs more than one read twice; the second has the Message-ID of the first. Two live replicas
never send it both.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.db.models import Mail, MailState
from app.db.session import BUSY, atomic, database_time
from app.domain.errors import Conflict
from app.features.reminders.calendar import Address
from app.features.reminders.letters import Writer
from app.mail.message import Letter
from app.mail.relay import Down, Line, Refused

TAKEN = timedelta(minutes=15)  # longer than any conversation with a relay
PATIENCE = 12  # times a busy database is asked, each of some seconds
MINUTES = (1, 5, 15, 60, 180, 360, 720)  # to wait after each failed attempt


@dataclass(frozen=True)
class Taken:
    """A mail this process alone holds; ``attempts`` tells a later holder from this one."""

    id: int
    attempts: int


@dataclass
class Tally:
    sent: int = 0
    failed: int = 0
    dropped: int = 0
    waiting: int = 0


def send_waiting(db: Session, line: Line, address: Address) -> Tally:
    """Hand over every mail whose time has come; when the relay is down, leave the rest."""
    tally = Tally()
    while taken := _take(db):
        letter, now = _letter(db, taken, address)
        if letter is None:
            tally.dropped += _end(db, taken, MailState.DROPPED)
            continue
        try:
            line.hand_over(letter, at=now)
        except Refused as refusal:
            tally.failed += _fail(db, taken, str(refusal), for_good=refusal.for_good)
        except Down as fault:
            tally.failed += _fail(db, taken, str(fault), for_good=False)
            break
        else:
            tally.sent += _end(db, taken, MailState.SENT)
    tally.waiting = _count_waiting(db)
    db.rollback()  # a reader that lingers would keep others from writing
    return tally


def _take(db: Session) -> Taken | None:
    with atomic(db):
        now = database_time(db)
        mail = db.scalar(
            select(Mail)
            .where(Mail.state == MailState.WAITING, Mail.next_at <= now)
            .order_by(Mail.next_at, Mail.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        if mail is None:
            return None
        mail.attempts += 1
        mail.next_at = now + TAKEN
        return Taken(mail.id, mail.attempts)


def _letter(db: Session, taken: Taken, address: Address) -> tuple[Letter | None, datetime]:
    """Put the letter together, and let go of the database before the relay is spoken to."""
    now = database_time(db)
    letter = Writer(db, address, now).letter_of(db.get_one(Mail, taken.id))
    db.rollback()
    return letter, now


def _fail(db: Session, taken: Taken, problem: str, *, for_good: bool) -> int:
    if for_good or taken.attempts > len(MINUTES):
        return _end(db, taken, MailState.FAILED, problem)
    wait = timedelta(minutes=MINUTES[taken.attempts - 1])
    return _mark(db, taken, lambda now: {"problem": problem, "next_at": now + wait})


def _end(db: Session, taken: Taken, state: MailState, problem: str = "") -> int:
    return _mark(db, taken, lambda now: {"state": state, "problem": problem, "ended_at": now})


def _mark(db: Session, taken: Taken, values: Callable[[datetime], dict[str, object]]) -> int:
    """Note what came of a mail while it is ours; give how many were, one or none.

    A busy database is asked again: unmarked, the mail would be sent a second time.
    """
    held = (Mail.id == taken.id) & (Mail.attempts == taken.attempts)
    for _ in range(PATIENCE):
        with suppress(Conflict), atomic(db):
            done = db.execute(
                update(Mail)
                .where(held, Mail.state == MailState.WAITING)
                .values(**values(database_time(db)))
                .returning(Mail.id)
                .execution_options(synchronize_session=False)
            )
            return len(done.all())
    raise Conflict(BUSY)


def _count_waiting(db: Session) -> int:
    waiting = select(func.count()).select_from(Mail).where(Mail.state == MailState.WAITING)
    return db.scalar(waiting) or 0
