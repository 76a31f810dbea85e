"""Who issues or publishes proves again who they are: a session alone does neither."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.domain import permissions
from app.domain.actor import Actor
from app.features.accounts.service import prove_password
from app.features.summaries.desk import get_draft, release_line

FIELD = "password"


def prove_issuer(db: Session, actor: Actor, slug: str, password: str, *, at: datetime) -> None:
    """Ask whoever may issue for the password; nobody else is told whether it is right."""
    briefing = get_draft(db, actor, slug)
    permissions.require(permissions.issue(actor, briefing.presidency_id, briefing.state))
    prove_password(db, actor, password, at=at, where=FIELD)


def prove_corrector(db: Session, actor: Actor, slug: str, password: str, *, at: datetime) -> None:
    briefing = get_draft(db, actor, slug)
    permissions.require(permissions.correct(actor, briefing.presidency_id, briefing.state))
    prove_password(db, actor, password, at=at, where=FIELD)


def prove_publisher(db: Session, actor: Actor, slug: str, password: str, *, at: datetime) -> None:
    briefing = get_draft(db, actor, slug)
    release = release_line(db, briefing)
    desk, waits = (actor, briefing.presidency_id), bool(release and release.waits)
    permissions.require(permissions.publish(*desk, briefing.state, waits=waits))
    prove_password(db, actor, password, at=at, where=FIELD)
