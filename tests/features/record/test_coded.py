"""Released files are compressed once, off every request, and sent so to whoever takes that."""

import gzip
import threading
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]  # it ships no types
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from app.db.models import Briefing, Release, ReleaseCoding, ReleaseFile
from app.db.session import Sessions
from app.domain.attribution import Attribution
from app.domain.lifecycle import BriefingState, Origin
from app.features.record import coding
from app.features.record.coding import code_files, coded, keep_coded
from tests.conftest import NOON

pytestmark = pytest.mark.each_engine

HTML = "text/html; charset=utf-8"
PAGE = ("<p>The members of the Council.</p>" * 200).encode()
FILES = {
    "": (HTML, PAGE),
    "summary.json": ("application/json", b'{"sentences":[]}' * 100),
    "summary.xml": ("application/akn+xml", b"<p/>" * 100),
    "summary.csv": ("text/csv; charset=utf-8", b"x"),  # no coding makes this shorter
    "summary.pdf": ("application/pdf", b"%PDF" * 100),
}
UNPACKED: dict[str, Callable[[bytes], bytes]] = {"br": brotli.decompress, "gzip": gzip.decompress}
URL = "/en/record/coded/"


@pytest.fixture(autouse=True)
def release(db: Session) -> Release:
    """Publish a release of a few files."""
    briefing = Briefing(
        slug="coded",
        title={"en": "Coded"},
        briefers=[],
        languages=["en"],
        attribution=Attribution.COUNTED,
        origin=Origin.LOADED,
        state=BriefingState.PUBLISHED,
        seed="",
        created_at=NOON,
        version=1,
    )
    files = [
        ReleaseFile(language="en", path=path, media_type=kind, content=content, sha256=f"{n}" * 64)
        for n, (path, (kind, content)) in enumerate(FILES.items())
    ]
    row = Release(number=1, hash="-", issued_at=NOON, published_at=NOON, files=files)
    row.briefing = briefing
    db.add(row)
    db.commit()
    return row


def stored(sessions: Sessions) -> dict[tuple[str, str], bytes | None]:
    with sessions() as db:
        rows = db.execute(
            select(ReleaseFile.path, ReleaseCoding.coding, ReleaseCoding.content).join(
                ReleaseFile, ReleaseFile.id == ReleaseCoding.file_id
            )
        )
        return {(path, coding): content for path, coding, content in rows}


def raw(client: TestClient, path: str, accepted: str, **headers: str) -> tuple[bytes, str | None]:
    """Give the bytes as they were sent, and what they say of their coding."""
    asked = {"accept-encoding": accepted, **headers}
    with client.stream("GET", URL + path, headers=asked) as answer:
        body = b"".join(answer.iter_raw())
        assert answer.headers["content-length"] == str(len(body))
        assert answer.headers["vary"] == "Accept-Encoding"
        return body, answer.headers.get("content-encoding")


def test_each_compressible_file_is_coded_once_where_that_is_shorter(
    db: Session, sessions: Sessions
) -> None:
    rows = select(ReleaseFile).options(undefer(ReleaseFile.content)).order_by(ReleaseFile.id)
    before = [(each.content, each.sha256) for each in db.scalars(rows)]
    db.rollback()

    assert (code_files(sessions), code_files(sessions)) == (4, 0)

    found = stored(sessions)
    assert set(found) == {
        (path, coding) for path in FILES if path != "summary.pdf" for coding in UNPACKED
    }
    for (path, coding_), content in found.items():
        shorter = content is not None
        assert shorter is (path != "summary.csv")
        assert content is None or UNPACKED[coding_](content) == FILES[path][1]
    assert before == [(each.content, each.sha256) for each in db.scalars(rows)]


def test_the_same_bytes_are_coded_the_same() -> None:
    assert coded(HTML, PAGE) == coded(HTML, PAGE)
    assert len(coded(HTML, PAGE)["br"] or b"") < len(coded(HTML, PAGE)["gzip"] or b"") < len(PAGE)


def test_two_processes_do_not_code_twice(
    sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overtaken(kind: str, content: bytes) -> dict[str, bytes | None]:
        monkeypatch.setattr(coding, "coded", coded)
        code_files(sessions)
        return coded(kind, content)

    monkeypatch.setattr(coding, "coded", overtaken)
    assert code_files(sessions) == 0
    assert len(stored(sessions)) == 8


def test_whoever_takes_a_coding_gets_its_bytes(client: TestClient, sessions: Sessions) -> None:
    code_files(sessions)
    kept = stored(sessions)
    for path in ("", "summary.json", "summary.xml", "releases/1/", "releases/1/summary.json"):
        name = path.removeprefix("releases/1/")
        identity = FILES[name][1], None
        assert raw(client, path, "gzip, deflate, br, zstd") == (kept[name, "br"], "br")
        assert raw(client, path, "gzip, deflate") == (kept[name, "gzip"], "gzip")
        assert raw(client, path, "br;q=0.1, gzip;q=0.2") == (kept[name, "gzip"], "gzip")
        assert raw(client, path, "identity") == raw(client, path, "") == identity
        assert raw(client, path, "br;q=0, zstd") == identity
    for path in ("summary.csv", "summary.pdf"):
        assert raw(client, path, "br, gzip") == (FILES[path][1], None)


def test_each_coding_has_a_tag_of_its_own(client: TestClient, sessions: Sessions) -> None:
    code_files(sessions)

    def status(accepted: str, known: str) -> int:
        headers = {"accept-encoding": accepted, "if-none-match": known}
        return client.get(URL, headers=headers).status_code

    tags = {
        accepted: client.get(URL, headers={"accept-encoding": accepted}).headers["etag"]
        for accepted in ("br", "gzip", "identity")
    }
    digest = "0" * 64
    assert list(tags.values()) == [f'"{digest}-br"', f'"{digest}-gzip"', f'"{digest}"']
    for accepted in tags:
        for own, tag in tags.items():
            assert status(accepted, f'"x", W/{tag}') == (304 if own == accepted else 200)
    head = client.head(URL, headers={"accept-encoding": "br"})
    whole = client.get(URL, headers={"accept-encoding": "br"})
    assert (head.content, head.headers) == (b"", whole.headers)


def test_who_takes_nothing_we_have_is_told_so(client: TestClient, sessions: Sessions) -> None:
    code_files(sessions)
    for path, accepted in (("", "*;q=0"), ("", "identity;q=0"), ("summary.pdf", "gzip, *;q=0")):
        answer = client.get(URL + path, headers={"accept-encoding": accepted})
        assert answer.status_code == 406
        assert answer.headers["cache-control"] == "private, no-store"
        assert answer.headers["vary"] == "Accept-Encoding"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert raw(client, "", "gzip, identity;q=0")[1] == "gzip"


def test_codings_made_since_are_sent_as_soon_as_anybody_looks(
    client: TestClient, sessions: Sessions
) -> None:
    assert raw(client, "", "br") == (PAGE, None)
    code_files(sessions)
    client.app.state.look_again()  # type: ignore[attr-defined]  # as time does
    assert raw(client, "", "br")[1] == "br"


def test_what_is_released_wakes_whoever_codes(client: TestClient, db: Session) -> None:
    woken: threading.Event = client.app.state.uncoded  # type: ignore[attr-defined]
    client.get(URL)
    woken.clear()
    client.get(URL)
    assert not woken.is_set()
    briefing = db.scalars(select(Release.briefing_id)).one()
    db.add(Release(briefing_id=briefing, number=2, hash="-", issued_at=NOON))
    db.commit()
    client.app.state.look_again()  # type: ignore[attr-defined]  # as time does
    client.get(URL)
    assert woken.is_set()


def test_no_request_compresses(
    client: TestClient, sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coding, "CODINGS", None)
    assert raw(client, "", "br, gzip") == (PAGE, None)
    assert stored(sessions) == {}


def test_a_failure_ends_nothing(
    sessions: Sessions, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    done = threading.Event()

    def fail(_sessions: Sessions) -> int:
        if not caplog.records:
            woken.set()
            raise OSError("no room, at /a/private/place")
        done.set()
        return 0

    monkeypatch.setattr(coding, "code_files", fail)
    woken = threading.Event()
    woken.set()
    threading.Thread(target=keep_coded, args=(sessions, woken), daemon=True).start()
    assert done.wait(5)
    assert caplog.messages == ["coding released files: OSError"]
