"""Everything is put together here, once."""

import gc
import socket
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from functools import lru_cache
from threading import Event, Thread
from typing import Any

import anyio.to_thread
import uvicorn
from fastapi import Depends, FastAPI
from starlette.datastructures import State
from starlette.middleware.trustedhost import TrustedHostMiddleware

from app.db.session import Sessions, let_go, open_engine, open_sessions
from app.features.accounts import routes as accounts
from app.features.accounts.queries import find_actor
from app.features.admissions import routes as admissions
from app.features.amendments import routes as amendments
from app.features.asks import routes as asks
from app.features.briefings import glossary_routes as glossary
from app.features.briefings import routes as briefings
from app.features.corrigenda import routes as corrigenda
from app.features.grouping import routes as grouping
from app.features.joint import routes as joint
from app.features.letters import routes as letters
from app.features.mirror import routes as mirror
from app.features.mirror import unlocking_routes as unlocking
from app.features.positions import matrix_routes as matrix
from app.features.positions import routes as positions
from app.features.positions import saving_routes as saving
from app.features.positions import speech_routes as speeches
from app.features.record import api_routes as api
from app.features.record import routes as record
from app.features.record.coding import keep_coded
from app.features.record.freezing import freeze
from app.features.record.queries import read_mark
from app.features.rehearsals import routes as rehearsals
from app.features.reminders import routes as reminders
from app.features.silence import routes as silence
from app.features.speakers import routes as speakers
from app.features.standing import routes as standing
from app.features.standing.queries import find_acting
from app.features.summaries import desk_routes
from app.features.summaries import routes as summaries
from app.features.summaries import tallies_routes as tallies
from app.mail.relay import Relay
from app.settings import Settings
from app.web import errors
from app.web.deps import refuse_nul
from app.web.front import Front, FrontedApp
from app.web.kept import Answer, Kept
from app.web.security import Protection, headers_of_all
from app.web.static_files import MarkedFiles

# They are tried one after the other: saving what is typed first, then the rest of the desk, then in
# the order a briefing lives through them.
DESK = (saving.router, matrix.router, speeches.router, positions.router)
ROUTERS = (
    *(*DESK, accounts.router, glossary.router, briefings.router, speakers.router),
    *(admissions.router, standing.router, joint.router),
    *(summaries.router, desk_routes.router, tallies.router, letters.router, grouping.router),
    *(mirror.router, unlocking.router, silence.router, amendments.router, corrigenda.router),
    *(rehearsals.router, reminders.router, record.router, api.router, asks.router),
)
MAX_BODY = 26 * 1024 * 1024  # a concept note of 25 MB and the form around it


@asynccontextmanager
async def _running(app: FastAPI) -> AsyncGenerator[None]:
    anyio.to_thread.current_default_thread_limiter().total_tokens = app.state.threads
    gc.freeze()  # what start-up built stays: collections look at requests only
    gc.set_threshold(50_000, 50, 50)
    Thread(target=keep_coded, args=(app.state.sessions, app.state.uncoded), daemon=True).start()
    yield
    app.state.sessions.kw["bind"].dispose()


def create_app(settings: Settings) -> FastAPI:
    app = FrontedApp(
        openapi_url=None,
        redirect_slashes=False,
        lifespan=_running,
        max_body_size=MAX_BODY,
        dependencies=[Depends(refuse_nul)],
    )
    values: dict[str, Any] = {}
    app.state = State(values)
    app.state.sessions = open_sessions(open_engine(settings.database_url))
    app.state.secure = settings.base_url.startswith("https://")
    app.state.base_url = settings.base_url
    app.state.mails = relay_of(settings) is not None
    app.state.threads = settings.threads
    app.state.find_actor = find_actor
    app.state.find_acting = find_acting
    app.state.let_go = let_go
    app.state.freeze = freeze
    app.mount("/static", MarkedFiles(), name="static")
    for router in ROUTERS:
        app.include_router(router)
    for router in DESK:  # once more for the Secretariat, where a delegation lets it act
        app.include_router(router, prefix="/acting/{acting}")
    app.state.url_path_for = lru_cache(4096, typed=True)(app.url_path_for)  # walks all routes
    errors.install(app)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(settings.trusted_hosts))
    app.add_middleware(Protection, secure=app.state.secure)
    app.front = Front(
        app.behind,
        kept=_kept(app, values),
        addresses=record.ADDRESSES,
        hosts=settings.trusted_hosts,
    )
    return app


def _kept(app: FastAPI, values: dict[str, Any]) -> Kept:
    """Keep public answers ready, and have what was released since compressed.

    ``values`` are those of the application's state, without what it costs to ask it.
    """

    def mark(sessions: Sessions) -> object:
        with sessions() as db:
            return read_mark(db)

    def load(sessions: Sessions, address: str) -> Answer | None:
        with sessions() as db:
            return record.answer_at(db, address)

    app.state.uncoded = Event()
    kept = Kept(
        lambda: values["sessions"],
        mark,
        load,
        common=headers_of_all(secure=app.state.secure),
        changed=app.state.uncoded.set,
    )
    app.state.look_again = kept.look_again
    return kept


def relay_of(settings: Settings) -> Relay | None:
    """Give where mail is handed over; None where no mail is sent."""
    if not (settings.smtp_url or settings.mail_from):
        return None
    return Relay.at(settings.smtp_url, settings.mail_from)


def whole_addresses(settings: Settings) -> Callable[..., str]:
    """Give the whole address of a page by its name, for letters, which no request asks for."""
    app = create_app(settings)
    return lambda name, **params: f"{settings.base_url}{app.url_path_for(name, **params)}"


def create_app_from_environment() -> FastAPI:
    """Build the application in each worker process."""
    return create_app(Settings.from_env())


def serve(settings: Settings, *, host: str, port: int, workers: int = 1) -> None:
    """Serve until stopped; the access log is off, since addresses name what delegations read."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    socket.create_server((host, port), family=family).close()  # raises OSError where it is taken
    common = {"host": host, "port": port, "access_log": False, "timeout_graceful_shutdown": 2}
    if workers > 1:
        target = "app.main:create_app_from_environment"
        uvicorn.run(target, factory=True, workers=workers, **common)  # type: ignore[arg-type]  # mixed values
    else:
        uvicorn.run(create_app(settings), **common)  # type: ignore[arg-type]  # mixed values
