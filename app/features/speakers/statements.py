"""Statements as they were delivered: attached by whoever gave them, kept as they came.

A delegation attaches its own, the presidency a briefer's; nobody else reads them.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, undefer

from app.db.models import Briefing, Delivered, Event, User
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.permissions import Refusal
from app.domain.position import LANGUAGES, find_hidden
from app.domain.proceedings import Names
from app.domain.proof import sha256
from app.domain.speakers import Turn
from app.domain.speaking_order import BRIEFER
from app.features.briefings.pages import BriefingPage, head_of
from app.features.briefings.queries import get_presided, get_seat
from app.features.speakers.queries import Listed, read_list

LONGEST = 100_000  # characters: two hours at the table
NO_SPEAKER = "There is no such speaker."
NOT_YET = "A statement is attached after it has been delivered."


@dataclass(frozen=True, slots=True)
class SpeakerPlace:
    slug: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Given:
    """What is attached: a file as it came, and its text; or a text alone."""

    language: str
    text: str
    file_name: str = ""
    content: bytes = b""


@dataclass(frozen=True)
class Line:
    number: int
    language: str
    file_name: str
    sha256: str
    text: str
    by: str
    at: datetime


@dataclass(frozen=True)
class StatementPage(BriefingPage):
    """Everything attached for one speaker, the last first (speakers/statement.html)."""

    speaker: str
    names: Names
    lines: tuple[Line, ...]
    attaching: Refusal


@dataclass(frozen=True)
class StoredFile:
    name: str
    content: bytes


def statement_page(db: Session, actor: Actor, place: SpeakerPlace) -> StatementPage:
    listed = _get_listed(db, actor, place)
    rows = db.execute(
        select(Delivered, User.name)
        .join(User, User.id == Delivered.by)
        .where(Delivered.briefing_id == listed.briefing.id, Delivered.speaker == place.speaker)
        .order_by(Delivered.number.desc())
    )
    return StatementPage(
        **head_of(actor, listed.briefing),
        speaker=place.speaker,
        names=listed.names[place.speaker],
        lines=tuple(_line(row, name) for row, name in rows),
        attaching=_refusal(actor, listed, place.speaker),
    )


def _line(row: Delivered, by: str) -> Line:
    return Line(row.number, row.language, row.file_name, row.sha256, row.text, by, row.at)


def statement_file(db: Session, actor: Actor, place: SpeakerPlace, number: int) -> StoredFile:
    """Hand back what was attached, to the byte."""
    listed = _get_listed(db, actor, place)
    row = db.scalar(
        select(Delivered)
        .where(
            Delivered.briefing_id == listed.briefing.id,
            Delivered.speaker == place.speaker,
            Delivered.number == number,
        )
        .options(undefer(Delivered.content))
    )
    if row is None:
        raise NotFound(NO_SPEAKER)
    kind = row.file_name.rpartition(".")[2].lower()[:8] if "." in row.file_name else "txt"
    return StoredFile(f"{row.sha256[:16]}.{kind if kind.isascii() else 'bin'}", row.content)


def attach_statement(
    db: Session, actor: Actor, place: SpeakerPlace, given: Given, *, at: datetime
) -> None:
    """Keep a statement beside the speaker that gave it; an earlier one stays."""
    with atomic(db):
        listed = _get_listed(db, actor, place)
        briefing = listed.briefing
        db.refresh(briefing, with_for_update=True)
        refusal = _refusal(actor, listed, place.speaker)
        if refusal == NOT_YET:
            raise Conflict(NOT_YET)
        permissions.require(refusal)
        _check(given)
        content = given.content or given.text.encode()
        row = Delivered(
            briefing_id=briefing.id,
            number=_last_number(db, briefing) + 1,
            speaker=place.speaker,
            language=given.language,
            file_name=given.file_name,
            content=content,
            sha256=sha256(content),
            text=given.text,
            by=actor.user_id,
            at=at,
        )
        db.add(row)
        detail = {"briefing_id": briefing.id, "delegation_id": actor.delegation_id}
        db.add(Event.of(actor, "speakers.attached", at=at, number=row.number, **detail))


def _check(given: Given) -> None:
    if given.language not in LANGUAGES:
        raise Invalid("Say which language the statement is in.", where="language")
    if not given.text.strip():
        raise Invalid("Paste the statement, or choose a file.", where="text")
    if len(given.text) > LONGEST:
        raise Invalid(f"Shorten the text to {LONGEST} characters.", where="text")
    if not given.content and (hidden := find_hidden(given.text)):
        raise Invalid(hidden, where="text")


def _last_number(db: Session, briefing: Briefing) -> int:
    mine = Delivered.briefing_id == briefing.id
    return db.scalar(select(func.max(Delivered.number)).where(mine)) or 0


def _get_listed(db: Session, actor: Actor, place: SpeakerPlace) -> Listed:
    """Give the list to the presidency, or to the delegation that spoke; for others it is not."""
    if actor.presidency_id is not None:
        briefing = get_presided(db, actor, place.slug)
    else:
        briefing, seat = get_seat(db, actor, place.slug)
        if seat.code != place.speaker:
            raise NotFound(NO_SPEAKER)
    listed = read_list(db, briefing)
    if permissions.see_speakers(briefing.state) or listed.listing.find(place.speaker) is None:
        raise NotFound(NO_SPEAKER)
    return listed


def _refusal(actor: Actor, listed: Listed, code: str) -> Refusal:
    briefing = listed.briefing
    if actor.presidency_id is None:
        refusal = permissions.ask_for_the_floor(actor, briefing.state)
    elif code.startswith(BRIEFER):
        refusal = permissions.lead_speakers(actor, briefing.presidency_id, briefing.state)
    else:
        refusal = "A delegation attaches its own statement."
    speaker = listed.listing.find(code)
    if refusal or (speaker is not None and speaker.turn is Turn.SPOKEN):
        return refusal
    return NOT_YET
