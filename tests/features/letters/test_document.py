"""Letter and summary on paper: a draft until they are issued, then the frozen bytes."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import ReleaseFile
from app.features.record.freezing import freeze
from app.features.summaries.service import issue, publish
from app.formats.summary_paper import PAPER
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.letters.small import URL, wrote
from tests.features.summaries.small import SLUG, circulated, closed, digest, release_of
from tests.formats.paper import parts_of, pdf_pages

KINDS = tuple(PAPER)


def read(kind: str, content: bytes) -> str:
    return b"\n".join(parts_of(f"x.{kind}", content)).decode()


def frozen(db: Session, kind: str) -> bytes:
    content = db.scalars(
        select(ReleaseFile.content).where(
            ReleaseFile.path == f"summary.{kind}", ReleaseFile.language == "en"
        )
    ).one()
    db.rollback()
    return content


def issued_for_good(db: Session, cast: Cast) -> None:
    circulated(db, cast, over=True)
    wrote(db, cast)
    for actor in (cast.officer, cast.president):
        release = issue(db, actor, SLUG, digest(db), freeze=freeze, at=NOON)
    assert release


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_draft_is_offered_from_closing_on_and_kept_nowhere(
    client: TestClient, db: Session, cast: Cast, kind: str, language: str
) -> None:
    closed(db, cast)
    wrote(db, cast)
    cast.sign_in(client, cast.officer)

    answer = client.get(f"{URL}/{language}/summary.{kind}")

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(PAPER[kind])
    assert f'filename="{SLUG}-{language}-draft.{kind}"' in answer.headers["content-disposition"]
    assert answer.headers["cache-control"] == "private, no-store"
    assert {"en": "Draft", "fr": "Projet"}[language] in read(kind, answer.content)
    assert "Olof Skoog" in read(kind, answer.content)
    assert db.scalars(select(ReleaseFile)).all() == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_issued_is_given_as_it_was_frozen(
    client: TestClient, db: Session, cast: Cast, kind: str
) -> None:
    issued_for_good(db, cast)
    cast.sign_in(client, cast.officer)

    answer = client.get(f"{URL}/en/summary.{kind}")

    assert answer.content == frozen(db, kind)
    assert "Olof Skoog" in read(kind, answer.content)
    assert "Issued 4 March 2026, 07:00, New York time" in read(kind, answer.content)


def test_a_symbol_given_later_changes_no_frozen_byte_and_stands_on_lists(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued_for_good(db, cast)
    before = {kind: frozen(db, kind) for kind in KINDS}
    release = release_of(db)
    cast.sign_in(client, cast.officer)

    assert client.post(f"{URL}/symbol", data={"symbol": "S/2026/105"}).status_code == 303

    assert {kind: frozen(db, kind) for kind in KINDS} == before
    assert "S/2026/105" in client.get(f"/briefings/{SLUG}/summary").text
    assert release
    db.rollback()
    publish(db, cast.president, SLUG, release.hash, at=NOON)
    assert "S/2026/105" in client.get("/en/record/").text


def test_a_symbol_is_printed_where_it_was_given_before_issue(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    wrote(db, cast)
    cast.sign_in(client, cast.officer)
    before = client.get(f"{URL}/en/summary.pdf").content
    client.post(f"{URL}/symbol", data={"symbol": "S/2026/105"})

    after = pdf_pages(client.get(f"{URL}/en/summary.pdf").content)

    assert not [page for page in pdf_pages(before) if "S/2026" in page]
    assert all("S/2026/105" in page for page in after)


def test_a_symbol_that_is_none_is_given_back(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    answer = client.post(f"{URL}/symbol", data={"symbol": "S/PRST/2026/1"})

    assert answer.status_code == 422
    assert "S/PRST/2026/1" in answer.text
    assert "like S/2017/105" in answer.text


@pytest.mark.parametrize("path", ["zh/summary.pdf", "xx/summary.pdf", "en/summary.exe"])
def test_what_there_is_not_is_not_found(
    client: TestClient, db: Session, cast: Cast, path: str
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    assert client.get(f"{URL}/{path}").status_code in {404, 422}


@pytest.mark.parametrize("who", ["a_signatory", "b_signatory", "administrator"])
def test_nobody_else_finds_a_draft(client: TestClient, db: Session, cast: Cast, who: str) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.person(who))

    assert client.get(f"{URL}/en/summary.pdf").status_code == 404
