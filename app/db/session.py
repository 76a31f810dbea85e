"""Opening the database, and the one place that commits."""

import random
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    create_engine,
    event,
    literal_column,
    select,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.orm.exc import StaleDataError

from app.db.base import Instant
from app.domain.errors import Conflict

Sessions = sessionmaker[Session]
Done = TypeVar("Done")

RACE = "Someone changed this at the same moment. Please look again."
BUSY = "The server is busy; nothing was changed. Please try again."
_COLLISIONS = frozenset({"40001", "40P01"})  # could not serialize; deadlock: one had to give way
_TRIES = 10  # of SQLite's five seconds each: they end before the settle window of silence does
_SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=DELETE",  # WAL can corrupt before SQLite 3.51.3
    "PRAGMA synchronous=EXTRA",  # FULL loses the last commit in a power cut
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA secure_delete=ON",
)


def open_engine(url: str) -> Engine:
    """Open either engine so that an acknowledged write is kept.

    On PostgreSQL whoever waited for a lock has to see what its holder wrote, whatever level the
    server is set to.
    """
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return create_engine(address, pool_pre_ping=True, isolation_level="READ COMMITTED")
    engine = create_engine(address)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def open_sessions(engine: Engine) -> Sessions:
    return sessionmaker(engine, expire_on_commit=False)


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
    connection.isolation_level = None  # SQLAlchemy's begin event writes BEGIN itself
    for pragma in _SQLITE_PRAGMAS:
        connection.execute(pragma).close()


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock before reading what is to be changed: no lost update."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def atomic(db: Session) -> Generator[None]:
    """Make everything inside one transaction: all of it, or none of it.

    A service opens exactly one. Nesting would let an inner success outlive an outer failure, so
    it is refused. What was read on the session before is forgotten: the transaction starts fresh.
    """
    if db.info.get("atomic"):
        raise RuntimeError("one service called another: share a helper instead")
    db.info["atomic"] = True
    try:
        _begin_anew(db)
        yield
        db.commit()
    except (IntegrityError, StaleDataError) as race:
        db.rollback()
        raise Conflict(RACE) from race
    except OperationalError as fault:
        db.rollback()
        if _is_busy(fault):  # SQLite waited its five seconds for another writer
            raise Conflict(BUSY) from fault
        if _collided(fault):
            raise Conflict(RACE) from fault
        raise
    except BaseException:
        db.rollback()
        raise
    finally:
        db.info["atomic"] = False


def _begin_anew(db: Session) -> None:
    """Forget what was read; on SQLite, take the lock that reading has not taken.

    On PostgreSQL every statement sees what is committed by then: the transaction goes on.
    """
    if db.get_bind().dialect.name == "sqlite":
        db.rollback()
        db.connection(execution_options={"writing": True})
    else:
        db.expire_all()


def let_go(db: Session) -> None:
    """Hold nothing while a request waits, for its body or for a thread to go on in.

    On SQLite whoever has read keeps writers from committing, and they keep all others from reading:
    if those have all the threads, nobody goes on. On PostgreSQL readers are in nobody's way.
    """
    if db.get_bind().dialect.name == "sqlite":
        db.rollback()


def persevere(act: Callable[[], Done]) -> Done:
    """Do one transaction again, from its beginning, as long as others get in its way."""
    for attempt in range(_TRIES):
        try:
            return act()
        except Conflict as refusal:
            if not _collided(refusal.__cause__) or attempt + 1 == _TRIES:
                raise
        time.sleep(random.uniform(0, 0.01 * 2 ** min(attempt, 5)))  # noqa: S311 - not to meet again
    raise AssertionError  # the last attempt has returned or raised


def _collided(fault: BaseException | None) -> bool:
    if not isinstance(fault, DBAPIError):
        return False
    return getattr(fault.orig, "sqlstate", None) in _COLLISIONS or _is_busy(fault)


def _is_busy(fault: DBAPIError) -> bool:
    name: str = getattr(fault.orig, "sqlite_errorname", None) or ""
    return name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def moment_column(engine: str) -> ColumnElement[datetime]:
    """Name the very moment as the database's own clock tells it, which alone decides deadlines."""
    sqlite = "strftime('%Y-%m-%d %H:%M:%f', 'now')"
    clock = sqlite if engine == "sqlite" else "clock_timestamp()"
    return literal_column(clock, Instant())


def database_time(db: Session) -> datetime:
    moment: datetime | None = db.scalar(select(moment_column(db.get_bind().dialect.name)))
    if moment is None:
        raise RuntimeError("the database has no clock")
    return moment
