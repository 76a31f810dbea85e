"""The hand-over: a page and a pack of what was issued and of the register, the same bytes twice."""

import csv
import re
import zipfile
from datetime import timedelta
from io import BytesIO, StringIO

from fastapi.testclient import TestClient
from icalendar import Calendar
from sqlalchemy.orm import Session

from app.domain.lifecycle import Origin
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.asks.staged import (
    CONDITION,
    PROPOSAL,
    REQUEST,
    closed,
    corrected,
    issued,
    published,
    reference_of,
)
from tests.features.asks.test_register import STATUS


def pack(client: TestClient) -> dict[str, bytes]:
    answer = client.get("/handover.zip")
    assert answer.status_code == 200
    with zipfile.ZipFile(BytesIO(answer.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"))))


def test_the_page_holds_what_the_next_presidency_needs(
    client: TestClient, db: Session, cast: Cast
) -> None:
    published(db, cast)
    cast.sign_in(client, cast.administrator)

    page = client.get("/handover").text

    assert "Delegation A" in page  # who presides
    kinds = re.findall(r'data-label="Kind">(\w+)<', page)
    assert kinds == ["Request", "Proposal", "Condition"]
    assert page.index(REQUEST) < page.index(PROPOSAL) < page.index(CONDITION)
    assert "v1\N{NO-BREAK SPACE}2" in page
    assert "30 June 2099" in page
    assert "/en/record/review/" in page


def test_the_pack_holds_the_same(client: TestClient, db: Session, cast: Cast) -> None:
    published(db, cast)
    cast.sign_in(client, cast.president)

    files = pack(client)

    assert [(each["kind"], each["words"]) for each in rows(files["asks.csv"])] == [
        ("request", f"“{REQUEST}”"),
        ("proposal", f"“{PROPOSAL}”"),
        ("condition", f"“{CONDITION}”"),
    ]
    tallies = {
        (each["mission"], each["question"]): each["tally"] for each in rows(files["tallies.csv"])
    }
    assert tallies["UNONE", "1"].startswith("v1\N{NO-BREAK SPACE}2")
    (summary,) = rows(files["summaries.csv"])
    assert len(summary["sha256"]) == 64
    assert summary["address"].endswith("/en/record/review/")
    (event,) = Calendar.from_ical(files["reviews.ics"]).walk("VEVENT")
    assert str(event["dtstart"].dt) == "2099-06-30"
    alone = Calendar.from_ical(client.get("/missions/UNONE/review.ics").content)
    assert alone.walk("VEVENT") == [event]  # whoever takes both has it once
    with zipfile.ZipFile(BytesIO(files["handover.docx"])) as document:
        body = document.read("word/document.xml").decode()
    assert all(said in body for said in (REQUEST, PROPOSAL, CONDITION, ">Condition<"))


def test_a_corrigendum_makes_an_earlier_briefing_no_later_one(
    client: TestClient, db: Session, cast: Cast
) -> None:
    earlier = issued(db, cast, "earlier", choices="v1 v1 v2")
    issued(db, cast, choices="v1 v2 v2", at=NOON + timedelta(days=1))
    cast.sign_in(client, cast.president)
    before = pack(client)["tallies.csv"]

    corrected(db, earlier, at=NOON + timedelta(days=2))

    assert pack(client)["tallies.csv"] == before
    assert b"review" in before


def test_a_published_summary_stays_so_while_its_corrigendum_waits(
    client: TestClient, db: Session, cast: Cast
) -> None:
    briefing = published(db, cast)
    corrected(db, briefing, at=NOON + timedelta(days=1))
    cast.sign_in(client, cast.president)

    (summary,) = rows(pack(client)["summaries.csv"])

    assert summary["address"].endswith("/en/record/review/")


def test_the_same_pack_is_the_same_bytes(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)
    cast.sign_in(client, cast.president)

    assert client.get("/handover.zip").content == client.get("/handover.zip").content


def test_what_is_done_is_handed_over_no_more(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)
    cast.sign_in(client, cast.president)
    client.post(f"/asks/{reference_of(db)}/status", data=STATUS | {"status": "overtaken"})

    assert REQUEST not in client.get("/handover").text
    assert {each["kind"] for each in rows(pack(client)["asks.csv"])} == {"proposal", "condition"}


def test_without_anything_issued_the_pack_is_empty_and_whole(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    files = pack(client)

    assert rows(files["asks.csv"]) == rows(files["summaries.csv"]) == []
    assert "reviews.ics" not in files
    assert (
        "the pack therefore has no calendar"
        in zipfile.ZipFile(BytesIO(files["handover.docx"])).read("word/document.xml").decode()
    )


def test_every_page_of_the_document_says_what_is_in_it(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued(db, cast, origin=Origin.DEMONSTRATION)
    cast.sign_in(client, cast.president)

    with zipfile.ZipFile(BytesIO(pack(client)["handover.docx"])) as document:
        foot = document.read("word/footer1.xml").decode()

    assert "Demonstration · Hand-over to the next presidency · As of" in foot


def test_cells_nobody_assessed_are_dashes(client: TestClient, db: Session, cast: Cast) -> None:
    published(db, cast)
    cast.sign_in(client, cast.president)

    tallies = {each["mission"]: each["tally"] for each in rows(pack(client)["tallies.csv"])}
    page = client.get("/handover").text

    assert tallies["UNTWO"] == "–"
    assert "Assessed by nobody: UNTWO." in page
    assert "0/3" not in page
