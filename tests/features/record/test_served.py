"""Published bytes are served as they were frozen, whatever changes afterwards."""

from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import Briefing, Mission, Question, Release, ReleaseFile, Revision, Seat
from app.domain.bundle import read_bundle
from app.features.positions.load import Loading, load_bundle
from app.features.record import freezing
from app.features.summaries.operating import publish_by_operator
from app.web import templating
from tests.bundles import make_bundle

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
        answer = client.get(address(file))
        assert answer.status_code == 200
        assert answer.content == file.content
        assert answer.headers["content-type"] == file.media_type
        assert answer.headers["etag"] == f'"{file.sha256}"'
        assert answer.headers["cache-control"].startswith("public")
        assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("form", ['"{}"', 'W/"{}"', '"other", "{}"', "*"])
def test_known_bytes_are_not_sent_again(
    client: TestClient, files: list[ReleaseFile], form: str
) -> None:
    for file in files[:4]:
        known = {"if-none-match": form.format(file.sha256)}
        answer = client.get(address(file), headers=known)
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["etag"] == f'"{file.sha256}"'
        assert answer.headers["cache-control"].startswith("public")


def test_other_bytes_are_sent(client: TestClient, files: list[ReleaseFile]) -> None:
    answer = client.get(address(files[0]), headers={"if-none-match": '"other"'})
    assert (answer.status_code, answer.content) == (200, files[0].content)


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


@pytest.mark.parametrize(
    "path",
    [
        *("/fr/record/filled/", "/de/record/filled/", "/en/record/other/"),
        *("/en/record/filled/missions/UNX9/", "/en/record/filled/members/M9/"),
        *("/en/record/filled/../filled/x", "/en/record/filled/summary.json/"),
        "/en/record/filled/%2e%2e/summary.json",
    ],
)
@pytest.mark.usefixtures("files")
def test_what_was_not_published_is_not_there(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


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
