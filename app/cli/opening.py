"""What the verbs that work on the database begin with."""

from datetime import UTC, datetime

from app.db.migrating import migrate
from app.db.session import Sessions, open_engine, open_sessions
from app.features.summaries.searchable import make_all_searchable
from app.settings import Settings


def open_database(settings: Settings | None = None) -> Sessions:
    """Open the database; every verb that does so migrates it first.

    What was published before there was a search is entered in it.
    """
    engine = open_engine((settings or Settings.from_env()).database_url)
    migrate(engine)
    sessions = open_sessions(engine)
    with sessions() as db:
        make_all_searchable(db)
    return sessions


def now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the edge
