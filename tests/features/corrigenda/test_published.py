"""What was published stays, byte by byte, at its own address; the newest says what changed."""

import json

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Release
from tests.cast import Cast
from tests.features.corrigenda.corrected import (
    FIRST,
    PLAINER,
    REASON,
    RECORD,
    begin,
    corrected,
    end_notice,
    frozen,
    issued_whole,
    publish,
    reword,
    sign,
    tell,
)
from tests.features.summaries.small import SLUG, text_of

ATTACK = "<script>alert(document)</script>\"'{{ self }}"
on_sqlite = pytest.mark.parametrize("sessions", ["sqlite"], indirect=True)


def test_every_byte_and_hash_of_the_first_release_stays(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued_whole(db, cast)
    before, old = frozen(db), db.scalars(select(Release.hash)).one()
    db.rollback()
    served = {
        (language, path): client.get(f"/{language}/record/{SLUG}/{path}")
        for _, language, path in before
    }
    assert len(served) > 8

    corrected(client, db, cast)
    assert publish(client, db, cast).status_code == 303
    cast.sign_in(client, None)

    assert {at: file for at, file in frozen(db).items() if at[0] == 1} == before
    assert db.scalars(select(Release.hash).where(Release.number == 1)).one() == old
    for (language, path), answer in served.items():
        again = client.get(f"/{language}/record/{SLUG}/releases/1/{path}")
        assert (again.status_code, again.content) == (200, answer.content)
        assert again.headers["etag"] == answer.headers["etag"]
        assert "link" not in answer.headers
        assert f'</{language}/record/{SLUG}/{path}>; rel="latest-version"' in again.headers["link"]


@on_sqlite
def test_the_plain_address_serves_the_newest_and_leads_back(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued_whole(db, cast)
    old, said, was_said = client.get(RECORD).text, "/en/record/search?q=about", f'{RECORD}#s1"'
    corrected(client, db, cast)
    assert client.get(RECORD).text == old  # until the president publishes
    assert was_said not in client.get(said).text
    assert was_said in client.get("/en/record/search?q=concerns").text
    assert client.get(f"{RECORD}releases/2/").status_code == 404
    publish(client, db, cast)

    page = client.get(RECORD)

    assert page.text == client.get(f"{RECORD}releases/2/").text != old
    assert "Corrigendum 1" in page.text
    assert REASON in page.text
    assert f'href="{RECORD}releases/1/"' in page.text
    assert f'<{RECORD}releases/1/>; rel="predecessor-version"' in page.headers["link"]
    assert REASON in client.get(f"{RECORD}questions/1/").text
    assert f'href="{RECORD}releases/1/"' in client.get("/en/record/").text
    assert was_said in client.get(said).text
    assert was_said not in client.get("/en/record/search?q=concerns").text


@on_sqlite
def test_data_files_say_what_changed(client: TestClient, db: Session, cast: Cast) -> None:
    issued_whole(db, cast)
    before = text_of(db, FIRST)
    corrected(client, db, cast)
    publish(client, db, cast)

    new = json.loads(client.get(f"{RECORD}summary.json").content)
    old = json.loads(client.get(f"{RECORD}releases/1/summary.json").content)

    assert "corrigenda" not in old
    assert new["corrigenda"][0]["number"] == 1
    after = text_of(db, FIRST)
    assert new["corrigenda"][0]["changes"] == [{"id": "s1", "before": before, "after": after}]
    assert json.loads(client.get(f"/fr/record/{SLUG}/summary.json").content)["corrigenda"] == [
        new["corrigenda"][0] | {"changes": []}
    ]


@on_sqlite
def test_what_was_never_published_is_not_public_afterwards(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued_whole(db, cast, published=False)
    corrected(client, db, cast)
    publish(client, db, cast)

    page = client.get(RECORD)

    assert page.status_code == 200
    assert "Corrigendum 1" in page.text
    assert "releases/1" not in page.text
    assert "link" not in page.headers
    assert client.get(f"{RECORD}releases/1/").status_code == 404


@on_sqlite
def test_a_second_corrigendum_keeps_the_first(client: TestClient, db: Session, cast: Cast) -> None:
    issued_whole(db, cast)
    corrected(client, db, cast)
    begin(client, cast, "The responsibility was said at length.")
    reword(db, cast, PLAINER, "opening.responsibility")
    tell(client, cast)
    end_notice(db)
    assert sign(client, db, cast, cast.officer, cast.president) == [303, 303]
    publish(client, db, cast)

    page = client.get(RECORD).text

    assert page.index("Corrigendum 2") < page.index("Corrigendum 1")
    assert client.get(f"{RECORD}releases/2/").status_code == 404  # it was never published
    assert f'href="{RECORD}releases/1/"' in page
    assert f'href="{RECORD}releases/2/"' not in page


@on_sqlite
def test_only_the_president_publishes_it_and_once(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued_whole(db, cast)
    corrected(client, db, cast)
    newest = db.scalar(select(Release.hash).order_by(Release.number.desc())) or ""
    db.rollback()
    cast.sign_in(client, cast.officer)
    refused = client.post(f"/briefings/{SLUG}/summary/publish", data={"hash": newest})

    assert refused.status_code == 403
    assert publish(client, db, cast).status_code == 303
    assert publish(client, db, cast).status_code == 403


@on_sqlite
def test_a_reason_is_text_wherever_it_is_read(client: TestClient, db: Session, cast: Cast) -> None:
    issued_whole(db, cast)
    begin(client, cast, ATTACK)
    reword(db, cast, f"{text_of(db, FIRST)} {ATTACK}")
    tell(client, cast)
    seen = [client.get(f"/briefings/{SLUG}/corrigendum").text]
    cast.sign_in(client, cast.b_drafter)
    seen.append(client.get(f"/briefings/{SLUG}/corrigendum").text)
    end_notice(db)
    sign(client, db, cast, cast.officer, cast.president)
    publish(client, db, cast)
    seen += [client.get(RECORD).text, client.get(f"{RECORD}questions/1/").text]

    for page in seen:
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


@on_sqlite
def test_there_is_no_other_release(client: TestClient, db: Session, cast: Cast) -> None:
    issued_whole(db, cast)

    for number in ("0", "2", "x", "99999999999"):
        assert client.get(f"{RECORD}releases/{number}/").status_code == 404
    assert client.get(f"{RECORD}releases/1/nothing/").status_code == 404
