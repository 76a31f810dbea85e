"""Published bytes are served as they were frozen, whatever changes afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from time import monotonic, sleep

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event, select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from app.db.models import Briefing, Mission, Question, Release, ReleaseFile, Revision, Seat
from app.db.session import Sessions
from app.domain.bundle import read_bundle
from app.features.positions.load import Loading, load_bundle
from app.features.record import freezing
from app.features.summaries.operating import publish_by_operator
from app.main import create_app
from app.settings import Settings
from app.web import kept, templating
from app.web.codings import IDENTITY
from app.web.kept import Answer, variants_of
from app.web.security import HEADERS, headers_of_all
from tests.bundles import make_bundle
from tests.cast import Cast

NEWEST, NUMBERED = "public, max-age=300", "public, max-age=31536000, immutable"
SENT_WITH_BYTES = {"content-type": "", "content-length": ""}
AFTER = datetime(2017, 4, 7, 12, tzinfo=UTC)


@pytest.fixture
def files(db: Session) -> list[ReleaseFile]:
    """Publish a small attributed record; give its files."""
    bundle = make_bundle(6, 2, 1, attribution="attributed")
    load_bundle(db, read_bundle(bundle), Loading("operator"), at=AFTER)
    publish_by_operator(db, "filled", operator="operator", freeze=freezing.freeze, at=AFTER)
    found = list(db.scalars(select(ReleaseFile)))
    db.rollback()
    return found


def address(file: ReleaseFile) -> str:
    return f"/{file.language}/record/filled/{file.path}"


def test_every_file_is_served_as_it_was_frozen(
    client: TestClient, files: list[ReleaseFile]
) -> None:
    for file in files:
        for where, caching in ((file.path, NEWEST), (f"releases/1/{file.path}", NUMBERED)):
            answer = client.get(f"/{file.language}/record/filled/{where}")
            assert (answer.status_code, answer.content) == (200, file.content)
            assert answer.headers["content-type"] == file.media_type
            assert answer.headers["content-length"] == str(len(file.content))
            assert answer.headers["etag"] == f'"{file.sha256}"'
            assert answer.headers["cache-control"] == caching
            assert answer.headers["vary"] == "Accept-Encoding"
            assert not {"set-cookie", "content-encoding"} & set(answer.headers)


def test_known_bytes_are_not_sent_again(client: TestClient, files: list[ReleaseFile]) -> None:
    forms = ('"{}"', 'W/"{}"', '"other", "{}"', 'W/"o, t",W/"{}"', " * ")
    for file, form in zip(files, forms, strict=False):
        known = {"if-none-match": form.format(file.sha256)}
        answer, whole = client.get(address(file), headers=known), client.get(address(file))
        assert (answer.status_code, answer.content) == (304, b"")
        assert {**answer.headers, **SENT_WITH_BYTES} == {**whole.headers, **SENT_WITH_BYTES}


def test_other_bytes_are_sent(client: TestClient, files: list[ReleaseFile]) -> None:
    for known in ('"other"', "", '"{}', "{}", '"{}-br"', '"*"', "W/*"):
        headers = {"if-none-match": known.format(files[0].sha256)}
        answer = client.get(address(files[0]), headers=headers)
        assert (answer.status_code, answer.content) == (200, files[0].content), known


def test_rows_changed_afterwards_change_no_byte(
    client: TestClient, db: Session, files: list[ReleaseFile]
) -> None:
    other = {"en": "Another name"}
    db.execute(update(Briefing).values(title=other, attribution="counted"))
    db.execute(update(Seat).values(names=other))
    db.execute(update(Mission).values(names=other))
    db.execute(update(Question).values(text=other))
    db.execute(update(Revision).values(text="Another text", assessment=None))
    db.commit()
    assert [client.get(address(file)).content for file in files] == [f.content for f in files]


def test_templates_changed_afterwards_change_no_byte(
    client: TestClient, files: list[ReleaseFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(templating, "fill", lambda *_, **__: "rendered again")
    monkeypatch.setattr(freezing, "fill", lambda *_, **__: "rendered again")
    assert [client.get(address(file)).content for file in files] == [f.content for f in files]


@pytest.mark.usefixtures("files")
def test_what_was_not_published_is_not_there(client: TestClient) -> None:
    for path in (
        *("/fr/record/filled/", "/de/record/filled/", "/en/record/other/"),
        *("/en/record/filled/missions/UNX9/", "/en/record/filled/members/M9/"),
        *("/en/record/filled/../filled/x", "/en/record/filled/summary.json/"),
        *("/en/record/filled/%2e%2e/summary.json", "/en/record/filled/%00"),
    ):
        assert client.get(path).status_code == 404, path


@pytest.mark.usefixtures("files")
def test_an_issued_release_is_not_public_before_it_is_published(
    client: TestClient, db: Session
) -> None:
    db.execute(update(Release).values(published_at=None))
    db.execute(update(Briefing).values(state="issued"))
    db.commit()
    assert client.get("/en/record/filled/").status_code == 404
    assert "/record/filled/" not in client.get("/en/record/").text


@pytest.mark.usefixtures("files")
def test_a_later_release_stays_hidden_until_it_is_published(
    client: TestClient, db: Session
) -> None:
    first = db.scalars(select(Release)).one()
    page = ReleaseFile(
        language="en", path="", media_type="text/html", content=b"2", sha256="b" * 64
    )
    later = Release(
        briefing_id=first.briefing_id, number=2, hash="c" * 64, issued_at=AFTER, files=[page]
    )
    db.add(later)
    db.commit()
    assert client.get("/en/record/filled/").content != b"2"
    later.published_at = AFTER
    db.commit()
    client.app.state.look_again()  # type: ignore[attr-defined]  # as the page that publishes does
    assert client.get("/en/record/filled/").content == b"2"


@pytest.mark.usefixtures("files")
def test_the_list_shows_what_is_published(client: TestClient) -> None:
    for language in ("ar", "zh", "en", "fr", "ru", "es"):
        answer = client.get(f"/{language}/record/")
        assert answer.status_code == 200
        assert f'lang="{language}"' in answer.text
        assert "/record/filled/" in answer.text


def test_a_loaded_briefing_is_not_public(client: TestClient, db: Session) -> None:
    load_bundle(db, read_bundle(make_bundle(3, 1, 1)), Loading("operator"), at=AFTER)
    db.rollback()
    assert client.get("/en/record/filled/").status_code == 404
    assert "/record/filled/" not in client.get("/en/record/").text


def test_the_root_leads_to_the_list(client: TestClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 303
    assert answer.headers["location"].endswith("/record/")
    assert client.get("/healthz").status_code == 200


def test_asking_for_the_head_sends_everything_but_the_bytes(
    client: TestClient, files: list[ReleaseFile]
) -> None:
    for file in files[:4]:
        head, whole = client.head(address(file)), client.get(address(file))
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers == whole.headers


def test_bytes_carry_the_headers_of_every_page(
    client: TestClient, files: list[ReleaseFile]
) -> None:
    page, other = client.get(address(files[0])).headers, client.get("/en/record/").headers
    assert {name: page[name.lower()] for name in HEADERS} == {
        name: other[name.lower()] for name in HEADERS
    }


def test_where_the_site_is_secure_bytes_say_so() -> None:
    headers = headers_of_all(secure=True)
    (variant,) = variants_of(Answer("t", "text/plain", {}, {IDENTITY: b""}), headers).values()
    said = b"strict-transport-security", b"max-age=63072000; includeSubDomains"
    assert said in variant.whole[0]["headers"]
    assert said in variant.not_modified[0]["headers"]
    assert "Strict-Transport-Security" not in headers_of_all(secure=False)


def test_a_foreign_host_gets_no_bytes_either(client: TestClient, files: list[ReleaseFile]) -> None:
    for host in ("evil.example", "testserver", "evil.example", "", "testserver@evil.example"):
        answer = client.get(address(files[0]), headers={"host": host})
        known = host == "testserver"
        assert answer.status_code == (200 if known else 400)
        assert (files[0].sha256 in answer.headers.get("etag", "")) is known


@pytest.mark.usefixtures("files")
def test_unpublished_is_answered_like_any_absent_page(client: TestClient, db: Session) -> None:
    db.execute(update(Release).values(published_at=None))
    db.commit()
    for method in ("GET", "HEAD"):
        absent = _apart_from_its_address(client, method, "never-was/")
        for path in ("filled/", "filled/releases/1/", "filled/summary.json"):
            assert _apart_from_its_address(client, method, path) == absent


def _apart_from_its_address(client: TestClient, method: str, path: str) -> object:
    answer = client.request(method, f"/en/record/{path}")
    assert (answer.status_code, "etag" in answer.headers) == (404, False)
    return answer.text.replace(path, ""), {**answer.headers, **SENT_WITH_BYTES}


@pytest.mark.usefixtures("files")
def test_a_release_has_one_number_and_no_other_name(client: TestClient) -> None:
    for number in ("0", "01", "-1", "1.0", "+1", "99999999", "9" * 30, "1%00"):
        assert client.get(f"/en/record/filled/releases/{number}/").status_code == 404, number


def test_nothing_else_is_done_to_bytes(client: TestClient, files: list[ReleaseFile]) -> None:
    for method in ("POST", "PUT", "DELETE"):
        assert client.request(method, address(files[0])).status_code == 405


def test_a_cookie_changes_no_header_and_no_byte(
    client: TestClient, files: list[ReleaseFile], cast: Cast
) -> None:
    before = client.get(address(files[0]))
    cast.sign_in(client, cast.president)
    after = client.get(address(files[0]))
    assert (after.content, after.headers) == (before.content, before.headers)


# What is in memory, and how it learns


@contextmanager
def asked(sessions: Sessions) -> Iterator[list[str]]:
    """Note every statement that reaches the database meanwhile."""
    statements: list[str] = []
    engine = sessions.kw["bind"]

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine, "before_cursor_execute", note)


def test_what_is_at_hand_asks_nothing_of_the_database(
    client: TestClient,
    sessions: Sessions,
    files: list[ReleaseFile],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kept, "SOON", 60)
    for file in files[:3]:
        client.get(address(file))
    with asked(sessions) as statements:
        for file in files[:3]:
            for headers in ({}, {"if-none-match": "*"}, {"accept-encoding": "br"}):
                assert client.get(address(file), headers=headers).status_code in {200, 304}
        assert statements == []
        client.get(address(files[4]))
        assert statements != []


def test_many_requests_look_once_for_what_changed(
    client: TestClient, sessions: Sessions, files: list[ReleaseFile]
) -> None:
    client.get(address(files[0]))
    ends = monotonic() + 1.2
    with asked(sessions) as statements:
        while monotonic() < ends:
            client.get(address(files[0]))
    assert 1 <= sum("count" in each for each in statements) <= 2
    assert not any("release_file" in each for each in statements)


def second_release(db: Session) -> None:
    first = db.scalars(select(Release)).one()
    kind = "text/html; charset=utf-8"
    page = ReleaseFile(language="en", path="", media_type=kind, content=b"2", sha256="b" * 64)
    facts = {"briefing_id": first.briefing_id, "number": 2, "hash": "c" * 64}
    db.add(Release(**facts, issued_at=AFTER, published_at=AFTER, files=[page]))
    db.commit()


@pytest.mark.usefixtures("files")
def test_every_process_shows_a_new_release_within_two_seconds(
    client: TestClient, db: Session, sessions: Sessions
) -> None:
    other = create_app(Settings(database_url="sqlite://"))
    other.state.sessions = sessions
    everywhere = (client, TestClient(other))
    first = [each.get("/en/record/filled/") for each in everywhere]
    second_release(db)
    published = monotonic()
    for each, old in zip(everywhere, first, strict=True):
        while (new := each.get("/en/record/filled/")).content == old.content:
            sleep(0.05)
        assert monotonic() - published < 2
        assert new.content == b"2"
        assert new.headers["link"] == '</en/record/filled/releases/1/>; rel="predecessor-version"'


@pytest.mark.usefixtures("files")
def test_the_answer_under_a_number_is_the_same_for_good(client: TestClient, db: Session) -> None:
    before = client.get("/en/record/filled/releases/1/")
    second_release(db)
    client.app.state.look_again()  # type: ignore[attr-defined]  # as the page that publishes does
    after = client.get("/en/record/filled/releases/1/")
    assert client.get("/en/record/filled/").content == b"2"
    assert (after.content, after.headers) == (before.content, before.headers)


def test_what_is_at_hand_outlives_the_database(
    client: TestClient, files: list[ReleaseFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    known, unknown = address(files[0]), address(files[1])
    before = client.get(known).content
    monkeypatch.setattr(Session, "execute", broken)
    client.app.state.look_again()  # type: ignore[attr-defined]  # as time does
    assert client.get(known).content == before
    answer = TestClient(client.app, raise_server_exceptions=False).get(unknown)
    assert (answer.status_code, "went wrong" in answer.text) == (500, True)


def broken(*_: object, **__: object) -> None:
    raise OperationalError("SELECT", {}, Exception("the database is away"))


def test_memory_is_bounded_and_forgets_what_was_asked_for_longest_ago() -> None:
    reads: list[str] = []

    def load(_source: object, path: str) -> Answer:
        reads.append(path)
        return Answer(path, "text/plain", {}, {IDENTITY: b"." * (90 if path == "large" else 10)})

    memory = kept.Kept(lambda: 1, lambda _: 1, load, common={}, room=40)
    for path in ("a", "b", "c", "d", "a", "e", "a", "b", "large", "large"):
        assert memory.at_hand(path) or memory.fetch(path)
        assert memory.used == sum(map(kept._size, memory.ready.values())) <= 40  # noqa: SLF001 - what is counted
    assert "".join(each[0] for each in reads) == "abcdebll"
