"""Searching the public record of 20,000 sentences: server time, number of queries, both engines."""

import random
from collections.abc import Callable
from functools import partial
from tempfile import TemporaryDirectory
from urllib.parse import quote

from measure import Report, in_turns, is_quick, ms, seconds
from sqlalchemy import select
from stage import InProcess, postgresql, queries, sqlite

from app.db.migrating import migrate
from app.db.models import PublishedSentence
from app.db.session import Sessions, open_engine, open_sessions
from app.features.record.searching import SearchShown, search_page
from app.main import create_app
from app.settings import Settings
from tests.features.record.publishing import add_briefing, add_release

EACH = 1_000  # sentences of a briefing
WORDS = 4_000  # that differ; the first are the commonest, as in any language
SOUGHT = {"rare": "tobruk", "common": "withdrawal", "two words": "withdrawal civilians"}


def main() -> None:
    quick = is_quick(__doc__)
    briefings, rounds = (4, 5) if quick else (20, 25)
    report = Report(
        f"Search of {briefings * EACH:,} sentences, one client, in process",
        "reading the ids of such sentences by LIKE over their text: no order, marks, or page",
    )
    with TemporaryDirectory() as folder, postgresql(folder) as server:
        for engine, url in (("SQLite", sqlite(folder)), ("PostgreSQL", server)):
            sessions = _published(url, briefings)
            app = create_app(Settings(database_url=url, trusted_hosts=("127.0.0.1",)))
            app.state.sessions = sessions
            page = InProcess(app)
            for what, words in SOUGHT.items():
                ask = _asking(page, f"/en/record/search?q={quote(words)}")
                with queries(sessions) as asked:
                    ask()
                scan = partial(seconds, partial(_scan, sessions, words))
                read = partial(seconds, partial(_read, sessions, words))
                for part, act in (("found and marked", read), ("the whole page", ask)):
                    pair = in_turns(rounds, act, scan)
                    each = ms(pair.measured), ms(pair.reference), f"{pair.ratio:.2f}"
                    report.add(f"{engine}, {what}: {part}", *each, "")
                report.add("  its queries", str(len(asked)), "1", "", "≤ 3")
            sessions.kw["bind"].dispose()
    report.show()


def _published(url: str, briefings: int) -> Sessions:
    engine = open_engine(url)
    migrate(engine)
    sessions, draw = open_sessions(engine), random.Random(1)  # noqa: S311 - repeatable
    with sessions() as db:
        for number in range(briefings):
            said = [_sentence(draw) for _ in range(EACH)]
            add_release(db, add_briefing(db, f"b-{number}", at=1990 + number), {"en": said})
    return sessions


def _sentence(draw: random.Random) -> str:
    known = ("withdrawal", "civilians", "benchmarks")
    words = [f"w{int(WORDS * draw.random() ** 4)}" for _ in range(25)]
    words += [word for word in known if draw.random() < 0.1]
    words += ["Tobruk"] if draw.random() < 0.002 else []
    draw.shuffle(words)
    return f"{' '.join(words)}."


def _read(sessions: Sessions, words: str) -> None:
    with sessions() as db:
        search_page(db, "en", SearchShown(q=words))


def _scan(sessions: Sessions, words: str) -> None:
    texts = (PublishedSentence.text.ilike(f"%{word}%") for word in words.split())
    with sessions() as db:
        db.scalars(select(PublishedSentence.id).where(*texts)).all()


def _asking(page: InProcess, path: str) -> Callable[[], float]:
    def ask() -> float:
        took, status, body = page.call(path)
        if status != 200 or b"<mark>" not in body:
            raise RuntimeError(f"{path} answered {status}: {body[:300]!r}")
        return took

    return ask


if __name__ == "__main__":
    main()
