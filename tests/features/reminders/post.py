"""An office that sends what waits, as the command does, and a deadline some hours away."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import Briefing, Mail
from app.db.session import database_time
from app.domain.occasions import Occasion
from app.features.reminders.due import write_reminders
from app.features.reminders.sending import Tally, send_waiting
from app.mail.relay import Line
from tests.postbox import Postbox

BASE = "https://horseshoe.example"
SEATED = ["a_drafter", "a_focal", "a_signatory", "b_drafter", "b_signatory", "x_signatory"]
Send = Callable[[], Tally]


def address(name: str, **parts: object) -> str:
    """Stand for whole addresses where a test does not look at them."""
    return "/".join([BASE, name, *map(str, parts.values())])


def remind(db: Session, postbox: Postbox) -> Tally:
    """Do what ``python -m app remind`` does."""
    write_reminders(db)
    with Line(postbox.relay) as line:
        return send_waiting(db, line, address)


def due_in(db: Session, briefing: Briefing, hours: float) -> None:
    briefing.deadline = database_time(db) + timedelta(hours=hours)
    db.commit()


def written(db: Session) -> list[tuple[Occasion, str]]:
    """Give every mail written, as its occasion and where it stands."""
    db.rollback()
    return [(row.occasion, row.state.value) for row in db.scalars(select(Mail).order_by(Mail.id))]


def ripen(db: Session) -> None:
    """Let the wait before the next attempt be over."""
    db.rollback()
    db.execute(update(Mail).values(next_at=database_time(db)))
    db.commit()


def readers(messages: list[EmailMessage]) -> list[str]:
    return sorted(message["To"].addresses[0].username for message in messages)


def words(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    return body.get_content() if body else ""
