"""What a delegation can open names no sentence by what it rests on: that tells who wrote what.

The key of a sentence holds the hash of a revision where one delegation said it, and says so where
several did: two keys with the same hash have the same author, named or not.
"""

import re
from collections.abc import Mapping

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from app.db.models import ReleaseFile
from app.domain.position import Cell
from app.features.grouping.service import Decision, gather
from app.features.record.freezing import freeze
from app.features.summaries import service
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.amendments.proposed import PROPOSALS
from tests.features.mirror.staged import circulate_again, many, points
from tests.features.positions.test_noninterference import crawl
from tests.features.summaries.small import SLUG, digest, end_corrections
from tests.formats.paper import parts_of

pytestmark = pytest.mark.parametrize("sessions", ["sqlite"], indirect=True)
CELL = Cell(1, "UNX1")
PARTS = {"slug": SLUG, "question": "1", "mission": "UNX1", "sentence": "s1", "lang": "en"}
PASSED_OVER = re.compile(r"/static|/(ar|es|fr|ru)/")
PREFIX = 12  # hex digits by which a revision may be told from all others


@pytest.mark.parametrize("rule", ["non_attributed", "counted"])
def test_no_page_of_a_draft_says_which_sentences_have_one_author(
    client: TestClient, db: Session, cast: Cast, rule: str
) -> None:
    staged(db, cast, rule)
    cast.sign_in(client, cast.b_signatory)
    seen = crawl(client, PARTS, PASSED_OVER)

    assert seen[f"{PROPOSALS}/s1?language=en"][0] == 200
    assert seen[f"/briefings/{SLUG}/silence/redline?language=en"][0] == 200
    files = {path.partition("?")[0]: body for path, (status, _, body) in seen.items()}
    assert told(db, files) == []


@pytest.mark.parametrize("rule", ["non_attributed", "counted"])
def test_nor_does_a_file_of_the_record(db: Session, cast: Cast, rule: str) -> None:
    staged(db, cast, rule)
    end_corrections(db)
    for person in (cast.officer, cast.president):
        service.issue(db, person, SLUG, digest(db), freeze=freeze, at=NOON)
    files = db.scalars(select(ReleaseFile).options(undefer(ReleaseFile.content)))

    assert told(db, {file.path or "index": file.content for file in files}) == []


def staged(db: Session, cast: Cast, rule: str) -> None:
    """Circulate points alone and points as one; again, so that what changed is shown."""
    many(db, cast, rule)
    found = points(db)
    together = [found[code] for code in sorted(found)[:2]]
    gather(db, cast.officer, Decision(SLUG, CELL, 0), together, None, at=NOON)
    circulate_again(db, cast, asked=("every",))


def told(db: Session, files: Mapping[str, bytes]) -> list[tuple[str, bytes]]:
    """Give where a key, or the mark of a revision that is not B's, can be read."""
    others = [ref.revision[:PREFIX] for code, ref in points(db).items() if code != "B"]
    telling = re.compile("|".join([r"\.point\.", r"\.group\.", *others]).encode())
    return [
        (path, found[0])
        for path, body in files.items()
        for part in ([body] if b"<html" in body else parts_of(path, body))
        if (found := telling.search(part))
    ]
