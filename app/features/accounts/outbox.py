"""Mails to be sent: rows written inside the caller's transaction, so that no act goes untold.

Nothing is sent from here, and nothing waits for a mail server.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Invitation, Mail, Seat, User
from app.db.session import database_time
from app.domain.occasions import OPTIONAL, Occasion


def announce(
    db: Session,
    briefing: Briefing,
    occasion: Occasion,
    due: datetime | None = None,
    *,
    at_desks: Collection[int] | None = None,
) -> None:
    """Write to everybody seated, but to nobody twice; ``due`` is now for the news of an act.

    ``at_desks`` names the delegations meant, where not all are.

    Nobody is written to about a demonstration or a rehearsal.
    """
    if briefing.origin.marking:
        return
    due = due or database_time(db)
    of_briefing = Mail.briefing_id == briefing.id
    written = select(Mail.user_id).where(of_briefing, Mail.occasion == occasion, Mail.due == due)
    people = (
        select(User.id, User.declined)
        .join(Seat, Seat.delegation_id == User.delegation_id)
        .where(
            Seat.briefing_id == briefing.id,
            User.disabled_at.is_(None),
            User.id.not_in(written),
        )
        .order_by(User.id)
    )
    if at_desks is not None:
        people = people.where(User.delegation_id.in_(at_desks))
    db.add_all(
        Mail(occasion=occasion, briefing_id=briefing.id, user_id=user_id, due=due, next_at=due)
        for user_id, declined in db.execute(people)
        if not (occasion in OPTIONAL and occasion in declined)
    )


def post_invitation(db: Session, invitation: Invitation) -> None:
    """Write to the person invited; the link is made when the mail is sent, and kept nowhere."""
    db.flush()
    now = database_time(db)
    db.add(Mail(occasion=Occasion.INVITED, invitation_id=invitation.id, due=now, next_at=now))
