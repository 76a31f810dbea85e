"""Autosave against a FastAPI route with one look-up and the same commit, on both engines."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from itertools import count
from tempfile import TemporaryDirectory
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, FastAPI, Form
from measure import Report, in_turns, is_quick, ms
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from stage import NOON, SLUG, InProcess, postgresql, queries, rehearsed, sign_in, sqlite

from app.db.models import Draft, Position, SignInSession, User
from app.db.session import Sessions, atomic
from app.main import create_app
from app.settings import Settings

CELL = f"/briefings/{SLUG}/positions/1/UNX1/draft"
TEXT = "The mandate should follow the political process, and nothing else, in phase {}."


def main() -> None:
    quick = is_quick(__doc__)
    report = Report(
        "Autosave, one client, in process",
        "a FastAPI route that looks one session up and commits the same row",
    )
    for name, engine in (("SQLite", _sqlite), ("PostgreSQL", _postgresql)):
        with engine() as url:
            _measure(report, name, url, 20 if quick else 150)
    report.show()


def _measure(report: Report, name: str, url: str, rounds: int) -> None:
    sessions = rehearsed(url, 3, 4, 2)
    app = create_app(Settings(database_url=url, trusted_hosts=("127.0.0.1",)))
    app.state.sessions = sessions
    page = InProcess(app, sign_in(sessions, "M2"))
    save = _saving(page)
    save()
    with queries(sessions) as asked:
        save()
    plainly = _saving_plainly(sessions)
    with queries(sessions) as asked_plainly:
        plainly()
    pair = in_turns(rounds, save, plainly)
    with sessions() as db:
        kept = set(db.scalars(select(Draft.text)))
    lost = "0" if TEXT.format(rounds + 2) in kept else "the last one"
    report.add(name, ms(pair.measured), ms(pair.reference), f"{pair.ratio:.2f}", "≤ 1.5")
    report.add("  its queries", str(len(asked)), str(len(asked_plainly)), "", "")
    report.add("  acknowledged writes lost", lost, "", "", "0")
    sessions.kw["bind"].dispose()


def _saving(page: InProcess) -> Callable[[], float]:
    numbers = count()

    def save() -> float:
        number = next(numbers)  # the version of the draft too: each save adds one
        typed = {"version": number, "assessment": "v1", "language": "en"}
        form = urlencode(typed | {"text": TEXT.format(number)}).encode()
        took, status, body = page.call(CELL, form)
        if status != 200:
            raise RuntimeError(f"saving answered {status}: {body[:500]!r}")
        return took

    return save


def _saving_plainly(sessions: Sessions) -> Callable[[], float]:
    page, numbers = InProcess(_plain(sessions)), count()

    def save() -> float:
        form = urlencode({"text": f"other {next(numbers)}"}).encode()
        took, status, body = page.call("/", form)
        if status != 200:
            raise RuntimeError(f"the reference answered {status}: {body[:500]!r}")
        return took

    return save


def _plain(sessions: Sessions) -> FastAPI:
    app = FastAPI(openapi_url=None)
    with sessions() as db:
        position = db.scalars(select(func.max(Position.id))).one()
        author = db.scalars(select(User.id)).one()
        empty = Draft(position_id=position, text="", language="en", quotable=False, saved_by=author)
        empty.saved_at = empty.begun_at = NOON
        db.add(empty)
        db.commit()

    def opened() -> Generator[Session]:
        with sessions() as db:
            yield db

    @app.post("/")
    def save(db: Annotated[Session, Depends(opened)], text: Annotated[str, Form()]) -> str:
        with atomic(db):
            db.scalars(select(SignInSession.token_hash)).first()
            draft = db.get_one(Draft, position)
            draft.text, draft.saved_at = text, NOON
        return "ok"

    return app


@contextmanager
def _sqlite() -> Generator[str]:
    with TemporaryDirectory() as folder:
        yield sqlite(folder)


@contextmanager
def _postgresql() -> Generator[str]:
    with TemporaryDirectory() as folder, postgresql(folder) as url:
        yield url


if __name__ == "__main__":
    main()
