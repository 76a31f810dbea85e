"""What the verbs that work on the database begin with."""

from datetime import UTC, datetime

from app.db.migrating import migrate
from app.db.session import Sessions, open_engine, open_sessions
from app.settings import Settings


def open_database(settings: Settings | None = None) -> Sessions:
    """Open the database; every verb that does so migrates it first."""
    engine = open_engine((settings or Settings.from_env()).database_url)
    migrate(engine)
    return open_sessions(engine)


def now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the edge
