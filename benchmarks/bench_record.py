"""A page of the public record against a bare ASGI application, and nginx, with the same bytes."""

import json
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from client import ask, rate, request
from measure import Pair, Report, in_turns, is_quick
from sqlalchemy import func, select
from stage import HORSESHOE, NOON, SLUG, filled, serving, sqlite, uvicorn

from app.db.models import ReleaseFile
from app.features.record.coding import code_files
from app.features.record.freezing import freeze
from app.features.summaries.operating import publish_by_operator
from tests.nginx import NGINX, nginx

SIZE = 40_000
CODINGS = {"identity": {}, "br": {"Accept_Encoding": "gzip, deflate, br, zstd"}}
OTHERS_OWN = {"content-length", "content-type", "etag"}  # what nginx says of a file by itself
Headers = list[list[str]]
Serve = Callable[[Path, bytes, bytes, str], AbstractContextManager[int]]


def main() -> None:
    quick = is_quick(__doc__)
    measure = partial(_measure, 3, 0.3) if quick else partial(_measure, 15, 0.5)
    report = Report(
        "Record page",
        "the same bytes and headers from a bare ASGI application on the same uvicorn, and from a "
        "file by nginx (one process); 32 connections, client on uvloop counting bytes",
    )
    references: dict[str, Serve] = {"bare ASGI": _bare, **({"nginx": _files} if NGINX else {})}
    with TemporaryDirectory() as folder:
        path = _publish(sqlite(folder))
        with serving(HORSESHOE, HORSESHOE_DATABASE_URL=sqlite(folder)) as mine:
            for coding, headers in CODINGS.items():
                head, body = ask(mine, request(path, mine, **headers))
                for name, serve in references.items():
                    with serve(Path(folder), head, body, path) as other:
                        for status in (200, 304):
                            pair = measure((mine, other), path, headers, status)
                            what = f"{status}, {len(body) / 1000:.0f} KB {coding}, to {name}"
                            rates = f"{pair.measured:.0f}/s", f"{pair.reference:.0f}/s"
                            budget = "≥ 0.8" if name == "bare ASGI" else "none"
                            report.add(what, *rates, f"{pair.ratio:.2f}", budget)
    report.show()


def _measure(
    rounds: int, lasts: float, ports: tuple[int, int], path: str, headers: dict[str, str], of: int
) -> Pair:
    """Ask both in turns for the page, or (304) for news of it with the tag that each has."""

    def asking(port: int) -> Callable[[], float]:
        head, _ = ask(port, request(path, port, **headers))
        known = {"If_None_Match": dict(_headers(head))["etag"]} if of == 304 else {}
        asked = request(path, port, **headers, **known)
        return partial(rate, port, asked, status=of, lasts=lasts)

    mine, other = map(asking, ports)
    return in_turns(rounds, mine, other)


@contextmanager
def _bare(folder: Path, head: bytes, body: bytes, _path: str) -> Generator[int]:
    answer = folder / "answer.json"
    answer.write_text(json.dumps({"headers": _headers(head), "body": body.hex()}))
    with serving(uvicorn("bare:app"), BARE_ANSWER=str(answer)) as port:
        yield port


@contextmanager
def _files(folder: Path, head: bytes, body: bytes, path: str) -> Generator[int]:
    page = folder / "site" / path.strip("/") / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_bytes(body)
    headers = [(name, value) for name, value in _headers(head) if name not in OTHERS_OWN]
    escaped = [(name, value.replace('"', '\\"')) for name, value in headers]
    added = "".join(f'add_header {name} "{value}";\n' for name, value in escaped)
    kind = dict(_headers(head))["content-type"]
    site = f'root {folder}/site; types {{}} default_type "{kind}"; {added}'
    with nginx(folder, site) as port:
        yield port


def _publish(url: str) -> str:
    """Publish a briefing; give the address of its page nearest to the size of the budget."""
    sessions = filled(url, 15, 4, 5, slug=SLUG)
    with sessions() as db:
        publish_by_operator(db, SLUG, operator="benchmark", freeze=freeze, at=NOON)
        found = db.execute(
            select(ReleaseFile.language, ReleaseFile.path)
            .where(ReleaseFile.media_type.startswith("text/html"))
            .order_by(func.abs(func.length(ReleaseFile.content) - SIZE))
            .limit(1)
        ).one()
    code_files(sessions)  # or the server would, while it is measured
    sessions.kw["bind"].dispose()
    return f"/{found.language}/record/{SLUG}/{found.path}"


def _headers(head: bytes) -> Headers:
    lines = head.decode().split("\r\n")[1:]
    headers = [[part.strip() for part in line.split(":", 1)] for line in lines]
    lowered = [[name.lower(), value] for name, value in headers]
    return [header for header in lowered if header[0] not in {"date", "server"}]  # the server's own


if __name__ == "__main__":
    main()
