"""A page of the public record against a bare ASGI application that answers the same bytes."""

import json
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from client import ask, rate, request
from measure import Report, in_turns, is_quick
from sqlalchemy import func, select
from stage import HORSESHOE, NOON, SLUG, filled, serving, sqlite, uvicorn

from app.db.models import ReleaseFile
from app.features.record.freezing import freeze
from app.features.summaries.operating import publish_by_operator

SIZE = 40_000


def main() -> None:
    quick = is_quick(__doc__)
    rounds, lasts = (2, 0.5) if quick else (7, 2.0)
    report = Report(
        "Record page",
        "a bare ASGI application, same bytes and headers, same uvicorn; "
        "32 connections, client on uvloop counting bytes",
    )
    with TemporaryDirectory() as folder:
        path = _publish(sqlite(folder))
        with serving(HORSESHOE, HORSESHOE_DATABASE_URL=sqlite(folder)) as mine:
            head, body = ask(mine, request(path, mine))
            answer = _keep(Path(folder) / "answer.json", head, body)
            with serving(uvicorn("bare:app"), BARE_ANSWER=str(answer)) as bare:
                for status, headers in ((200, {}), (304, {"If_None_Match": _tag(head)})):
                    each = [
                        partial(
                            rate, port, request(path, port, **headers), status=status, lasts=lasts
                        )
                        for port in (mine, bare)
                    ]
                    pair = in_turns(rounds, *each)
                    report.add(
                        f"{status}, {len(body) / 1000:.0f} KB page",
                        f"{pair.measured:.0f}/s",
                        f"{pair.reference:.0f}/s",
                        f"{pair.ratio:.2f}",
                        "≥ 0.8",
                    )
    report.show()


def _publish(url: str) -> str:
    """Publish a briefing; give the address of its page nearest to the size of the budget."""
    sessions = filled(url, 15, 16, 5, slug=SLUG)
    with sessions() as db:
        publish_by_operator(db, SLUG, operator="benchmark", freeze=freeze, at=NOON)
        found = db.execute(
            select(ReleaseFile.language, ReleaseFile.path)
            .where(ReleaseFile.media_type.startswith("text/html"))
            .order_by(func.abs(func.length(ReleaseFile.content) - SIZE))
            .limit(1)
        ).one()
    sessions.kw["bind"].dispose()
    return f"/{found.language}/record/{SLUG}/{found.path}"


def _headers(head: bytes) -> list[list[str]]:
    lines = head.decode().split("\r\n")[1:]
    headers = [[part.strip() for part in line.split(":", 1)] for line in lines]
    return [header for header in headers if header[0] not in {"date", "server"}]  # uvicorn's own


def _tag(head: bytes) -> str:
    return dict(_headers(head))["etag"]


def _keep(path: Path, head: bytes, body: bytes) -> Path:
    path.write_text(
        json.dumps({"headers": _headers(head), "body": body.decode()}), encoding="utf-8"
    )
    return path


if __name__ == "__main__":
    main()
