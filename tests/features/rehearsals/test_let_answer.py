import json
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from shutil import copy

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Event, Position, Revision, Seat
from app.db.session import open_engine, open_sessions
from app.domain.errors import Conflict, NotAllowed
from app.domain.gates import run_gates
from app.features.briefings.queries import get_briefing
from app.features.rehearsals.service import let_answer
from app.features.summaries.queries import proceedings_of
from app.features.summaries.releasing import compile_briefing
from app.formats.summary_json import summary_document
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.rehearsals.room import (
    MADE,
    ROOM,
    SLUG,
    answered,
    closed,
    convene,
    read,
)


def documents(db: Session) -> bytes:
    """Give the whole summary of the rehearsal, in each of its languages."""
    summaries = compile_briefing(db, get_briefing(db, MADE))
    said = [
        summary_document(each, run_gates(each), computed_at=NOON) for each in summaries.values()
    ]
    db.rollback()
    return json.dumps(said, sort_keys=True, default=str).encode()


def test_one_delegation_alone_holds_what_nobody_else_does(db: Session, cast: Cast) -> None:
    answered(db, cast)

    said = proceedings_of(db, get_briefing(db, MADE)).positions
    last = {each.member for each in said if each.statement.assessment == "v4"}
    assert len(last) == 1


def test_they_answer_once(db: Session, cast: Cast) -> None:
    answered(db, cast)
    before = len(db.scalars(select(Revision)).all())

    with pytest.raises(Conflict, match="have answered"):
        let_answer(db, cast.president, MADE, at=NOON)

    assert len(db.scalars(select(Revision)).all()) == before
    acts = db.scalars(select(Event.act).where(Event.act == "rehearsal.answered")).all()
    assert len(acts) == 1


def test_after_closing_nobody_answers_any_more(db: Session, cast: Cast) -> None:
    closed(db, cast)

    with pytest.raises(NotAllowed, match="closed"):
        let_answer(db, cast.officer, MADE, at=NOON)


@pytest.mark.parametrize("rule", ["attributed", "counted", "non_attributed"])
def test_a_rehearsal_is_the_same_to_the_byte_whatever_was_signed_in_secret(
    sqlite_template: Path, tmp_path: Path, rule: str
) -> None:
    worlds = []
    for filled in (0.0, 1.0):
        with _world(sqlite_template, tmp_path / f"{filled}.db") as db:
            closed(db, Cast.assemble(db, at=NOON), filled=filled, rule=rule)
            worlds.append((documents(db), _said(db, SLUG), _said(db, MADE)))

    (empty, nothing, _), (full, secret, invented) = worlds
    assert (len(nothing), len(secret) > 3) == (0, True)
    assert empty == full
    assert len(empty) > 1000
    assert not secret & invented


def test_another_seed_gives_other_answers(sqlite_template: Path, tmp_path: Path) -> None:
    said = []
    for world, seed in enumerate(("first", "first", "second")):
        with _world(sqlite_template, tmp_path / f"{world}.db") as db:
            closed(db, Cast.assemble(db, at=NOON), seed)
            said.append(documents(db))

    assert said[0] == said[1] != said[2]


def test_every_invented_sentence_says_that_its_place_is_imaginary(db: Session, cast: Cast) -> None:
    answered(db, cast)

    said = _said(db, MADE)
    assert said
    assert [text for text in said if "imaginary" not in text and "虚构" not in text] == []


def test_the_room_says_what_comes_next(client: TestClient, db: Session, cast: Cast) -> None:
    convene(db, cast)
    cast.sign_in(client, cast.officer)
    client.post(f"/briefings/{SLUG}/rehearse", data={"seed": "first"})
    assert "Let them answer" in read(client, ROOM)

    assert client.post(f"{ROOM}/answers").status_code == 303

    after = read(client, ROOM)
    assert "Let them answer" not in after
    assert "Close the briefing" in after
    assert client.post(f"{ROOM}/answers").status_code == 409


def _said(db: Session, slug: str) -> set[str]:
    texts = select(Revision.text).join(Position).join(Seat).join(Briefing)
    found = set(db.scalars(texts.where(Briefing.slug == slug, Revision.text != "")))
    db.rollback()
    return found


@contextmanager
def _world(template: Path, path: Path) -> Generator[Session]:
    copy(template, path)
    engine = open_engine(f"sqlite:///{path}")
    with open_sessions(engine)() as db:
        yield db
    engine.dispose()
