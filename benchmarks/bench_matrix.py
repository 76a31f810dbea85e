"""The delegation's matrix and the presidency's board: server time and number of queries."""

from collections.abc import Callable
from tempfile import TemporaryDirectory

from fastapi import FastAPI
from measure import Report, in_turns, is_quick, ms
from sqlalchemy import select
from stage import SLUG, InProcess, queries, rehearsed, sign_in, sqlite

from app.db.models import SignInSession
from app.db.session import Sessions
from app.main import create_app
from app.settings import Settings
from app.web.deps import Db

SHOWN = f"/briefings/{SLUG}"
MATRIX = f"{SHOWN}/positions"


def main() -> None:
    quick = is_quick(__doc__)
    rounds = 5 if quick else 25
    report = Report(
        "Matrix and board, one client, in process",
        "a FastAPI route with one look-up on the same database",
    )
    for members, budget in ((15, "≤ 80 ms"), (40 if quick else 193, "≤ 400 ms")):
        with TemporaryDirectory() as folder:
            url = sqlite(folder)
            sessions = rehearsed(url, members, 16, 5)
            app = create_app(Settings(database_url=url, trusted_hosts=("127.0.0.1",)))
            app.state.sessions = sessions
            desks = [("board", None, SHOWN, budget)]
            if members == 15:
                desks.insert(0, ("matrix", "M2", MATRIX, "≤ 40 ms"))
            for what, code, path, most in desks:
                page = InProcess(app, sign_in(sessions, code))
                size = "16 × 5" if code else f"{members} × 16 × 5"
                _add(report, f"{what} {size}", _asking(page, path), sessions, (rounds, most))
            sessions.kw["bind"].dispose()
    report.show()


def _add(
    report: Report,
    what: str,
    ask: Callable[[], float],
    sessions: Sessions,
    how: tuple[int, str],
) -> None:
    rounds, budget = how
    with queries(sessions) as asked:
        ask()
    pair = in_turns(rounds, ask, _asking(InProcess(_one_look_up(sessions)), "/"))
    ratio = f"{pair.ratio:.1f}"
    report.add(what, ms(pair.measured), ms(pair.reference), ratio, budget)
    report.add("  its queries", str(len(asked)), "1", "", "≤ 8")


def _asking(page: InProcess, path: str) -> Callable[[], float]:
    def ask() -> float:
        took, status, body = page.call(path)
        if status != 200:
            raise RuntimeError(f"{path} answered {status}: {body[:300]!r}")
        return took

    return ask


def _one_look_up(sessions: Sessions) -> FastAPI:
    app = FastAPI(openapi_url=None)
    app.state.sessions = sessions

    @app.get("/")
    def look_up(db: Db) -> str:
        return db.scalars(select(SignInSession.token_hash)).first() or ""

    return app


if __name__ == "__main__":
    main()
