"""The tallies of a summary, missions by questions: server time and number of queries."""

from collections.abc import Callable
from tempfile import TemporaryDirectory

from measure import Report, in_turns, is_quick, ms
from sqlalchemy import update
from stage import SLUG, InProcess, queries, rehearsed, sign_in, sqlite

from app.db.models import Briefing
from app.db.session import Sessions
from app.domain.lifecycle import BriefingState
from app.main import create_app
from app.settings import Settings

TALLIES = f"/briefings/{SLUG}/summary/tallies"
GLOSSARY = "/glossary"


def main() -> None:
    quick = is_quick(__doc__)
    rounds = 5 if quick else 25
    report = Report(
        "Tallies, one client, in process", "a page of the same application that counts nothing"
    )
    for members, budget in ((15, ""), (40 if quick else 193, "≤ 400 ms")):
        with TemporaryDirectory() as folder:
            url = sqlite(folder)
            sessions = rehearsed(url, members, 16, 5)
            _close(sessions)
            app = create_app(Settings(database_url=url, trusted_hosts=("127.0.0.1",)))
            app.state.sessions = sessions
            page = InProcess(app, sign_in(sessions, None))
            ask = _asking(page, TALLIES)
            with queries(sessions) as asked:
                ask()
            pair = in_turns(rounds, ask, _asking(page, GLOSSARY))
            size, ratio = f"{members} × 16 × 5", f"{pair.ratio:.1f}"
            report.add(f"tallies {size}", ms(pair.measured), ms(pair.reference), ratio, budget)
            report.add("  its queries", str(len(asked)), "1", "", "≤ 8")
            sessions.kw["bind"].dispose()
    report.show()


def _close(sessions: Sessions) -> None:
    with sessions() as db:
        db.execute(update(Briefing).values(state=BriefingState.CLOSED))
        db.commit()


def _asking(page: InProcess, path: str) -> Callable[[], float]:
    def ask() -> float:
        took, status, body = page.call(path)
        if status != 200:
            raise RuntimeError(f"{path} answered {status}: {body[:300]!r}")
        return took

    return ask


if __name__ == "__main__":
    main()
