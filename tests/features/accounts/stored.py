"""What the database holds now, read on a session of its own."""

from typing import TypeVar

from sqlalchemy import select

from app.db.base import Base
from app.db.models import Event, Invitation, SignInSession, User
from app.db.session import Sessions
from app.domain.actor import Actor

Row = TypeVar("Row", bound=Base)
WATCHED = (Event, Invitation, SignInSession, User)


def rows(sessions: Sessions, table: type[Row]) -> list[Row]:
    with sessions() as db:
        return list(db.scalars(select(table).order_by(table.id)))  # type: ignore[attr-defined]


def acts(sessions: Sessions) -> list[str]:
    return [event.act for event in rows(sessions, Event)]


def everything(sessions: Sessions) -> list[tuple[object, ...]]:
    """Every value of every row of accounts: equal before and after means nothing was kept."""
    return [
        tuple(getattr(row, column.key) for column in table.__table__.columns)
        for table in WATCHED
        for row in rows(sessions, table)
    ]


def live_sessions(sessions: Sessions, actor: Actor) -> int:
    return sum(
        row.user_id == actor.user_id and row.ended_at is None
        for row in rows(sessions, SignInSession)
    )
