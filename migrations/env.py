"""Alembic's entry: the connection is handed over by app.db.migrating, which holds the lock."""

from alembic import context

from app.db import models  # noqa: F401 - fills the metadata
from app.db.base import Base, Instant
from app.db.searching import is_compared


def render(kind: str, item: object, _context: object) -> str | bool:
    """Write moments as what the database holds, so that migrations never import the app."""
    is_moment = kind == "type" and isinstance(item, Instant)
    return "sa.DateTime(timezone=True)" if is_moment else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
    render_item=render,
    include_object=is_compared,
)
with context.begin_transaction():
    context.run_migrations()
