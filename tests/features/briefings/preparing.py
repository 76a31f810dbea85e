"""Briefings brought to each state through the services, for the tests of this folder."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.base import Base
from app.db.models import Briefing, Presidency, User
from app.domain.actor import Actor, Role
from app.domain.attribution import Attribution
from app.domain.proceedings import Mission, Seat, Standing
from app.features.accounts.queries import actor_of
from app.features.briefings import note_service, pages, service, setup_pages, setup_service
from app.features.briefings.setup_service import Listing, Ruling, Seating
from app.features.briefings.upload import no_file, read_file
from tests.cast import Cast
from tests.conftest import NOON

NOTE = Path("app/data/concept-note-S-2017-287.zh.txt").read_bytes()
DUE = datetime(2090, 4, 3, 19, tzinfo=UTC)  # far ahead of the database's own clock
SLUG = "peace-operations"
ABSENT = "peace-operationz"  # as long, so that even the length of an answer is comparable


def convened(db: Session, cast: Cast, slug: str = SLUG) -> Briefing:
    """Convene from the real note: five questions, no seat, no mission."""
    note = read_file("note.txt", NOTE)
    return note_service.convene_briefing(db, cast.officer, note, slug, seed="x", at=NOON)


def blank(db: Session, cast: Cast, slug: str = SLUG) -> Briefing:
    """Convene without a note, without a question."""
    return note_service.convene_briefing(db, cast.officer, no_file(), slug, seed="x", at=NOON)


def ready(db: Session, cast: Cast, rule: Attribution = Attribution.COUNTED) -> Briefing:
    """Prepare all that is needed: A, B and C members, X invited, two missions."""
    briefing = convened(db, cast)
    seats = [Seat(d.code, d.names) for d in (cast.a, cast.b, cast.c)]
    seats.append(Seat(cast.x.code, cast.x.names, Standing.INVITED))
    missions = [
        Mission("MINUSMA", {"en": "Mali"}, date(2017, 6, 30)),
        Mission("UNTSO", {"en": "T"}),
    ]
    setup_service.change_seats(db, cast.officer, SLUG, Seating(seats), at=NOON)
    setup_service.change_missions(db, cast.officer, SLUG, Listing(missions), at=NOON)
    version = setup_pages.rule_page(db, cast.officer, SLUG).version
    setup_service.set_rule(db, cast.officer, SLUG, Ruling(version, rule, DUE), at=NOON)
    return briefing


def opened(db: Session, cast: Cast, rule: Attribution = Attribution.COUNTED) -> Briefing:
    briefing = ready(db, cast, rule)
    service.open_briefing(db, cast.officer, SLUG, at=NOON)
    return briefing


def closed(db: Session, cast: Cast, rule: Attribution = Attribution.COUNTED) -> Briefing:
    briefing = opened(db, cast, rule)
    service.close_briefing(db, cast.officer, SLUG, at=NOON)
    return briefing


def other_presidency(db: Session, cast: Cast) -> Actor:
    """Add an officer and president at the desk of another presidency."""
    presidency = Presidency(
        delegation_id=cast.b.id, begins_on=date(2026, 4, 1), ends_on=date(2026, 4, 30)
    )
    db.add(presidency)
    db.flush()
    user = User(
        email="other@example.org",
        name="Other",
        password_hash="-",
        roles=[Role.OFFICER.value, Role.PRESIDENT.value],
        presidency_id=presidency.id,
        created_at=NOON,
    )
    db.add(user)
    db.commit()
    return actor_of(user, cast.b.names)


def looks_absent(client: TestClient, method: str, path: str, **sent: Any) -> bool:  # noqa: ANN401
    """Tell whether a briefing answers exactly like one that does not exist."""
    there = client.request(method, path, **sent)
    absent = client.request(method, path.replace(SLUG, ABSENT), **sent)
    body = there.text.replace(SLUG, ABSENT)
    return (there.status_code, body, there.headers) == (404, absent.text, absent.headers)


def version_of(db: Session, cast: Cast, page: str) -> str:
    """Give the mark a form of ``page`` carries now."""
    if page == "note":
        version: str = pages.note_page(db, cast.officer, SLUG, "en").version
    else:
        version = getattr(setup_pages, f"{page}_page")(db, cast.officer, SLUG).version
    db.rollback()
    return version


def counts(db: Session) -> dict[str, int]:
    """Count the rows of every table, to see that a refusal left nothing."""
    db.rollback()
    return {
        name: db.scalar(select(func.count()).select_from(table)) or 0
        for name, table in Base.metadata.tables.items()
        if name != "sign_in_session"
    }
