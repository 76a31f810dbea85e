"""Breaking silence and extending it. Arriving and being recorded are two transactions."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import ColumnElement, insert, select, update
from sqlalchemy.orm import Session

from app.db.models import Briefing, Circulation, Event, Objection, Silence
from app.db.session import atomic, database_time, moment_column, persevere
from app.domain import permissions, silence
from app.domain.actor import Actor
from app.domain.errors import Conflict, NotFound
from app.domain.occasions import Occasion
from app.domain.silence import Outcome, check_extension, is_in_time
from app.domain.wall_time import in_new_york
from app.features.accounts.outbox import announce
from app.features.silence.pages import Place
from app.features.silence.queries import ANOTHER_DRAFT, ENDED, NO_SILENCE, check, get_reader
from app.features.summaries.closing import deadline_of, hold
from app.features.summaries.desk import chosen_language
from app.features.summaries.drafting import get_locked


@dataclass(frozen=True, slots=True)
class Arriving:
    """An objection at the door: everything but the stamp of its arrival."""

    circulation_id: int
    seat_id: int
    language: str
    said: str
    objection: silence.Objection
    by: int
    stamped_at: datetime | None = None  # by the database's clock; None: when it is written down

    @property
    def columns(self) -> dict[str, object]:
        return {
            "circulation_id": self.circulation_id,
            "seat_id": self.seat_id,
            "paragraph": self.objection.paragraph,
            "language": self.language,
            "said": self.said,
            "reason": self.objection.reason,
            "proposal": self.objection.proposal,
            "by": self.by,
        }


def break_silence(
    db: Session,
    actor: Actor,
    place: Place,
    objection: silence.Objection,
    *,
    digest: str,
    at: datetime,
) -> str:
    """Object to a sentence of the draft whose hash is ``digest``; give the objection's number.

    Once it has arrived in time it is never lost and never refused, whatever becomes of this
    process: if it is not recorded here, it is recorded when silence is closed.
    """
    briefing, seat = get_reader(db, actor, place.slug)
    permissions.require(permissions.break_silence(actor, seat.standing, briefing.state))
    said, ready = check(db, actor, place, objection, digest=digest)
    language = chosen_language(briefing, place.language)
    procedure = _get_silence(db, briefing, Circulation.hash == digest)
    arriving = Arriving(
        *(procedure.circulation_id, seat.id, language, said, ready, actor.user_id),
        stamped_at=_stamp(db),
    )
    reference = persevere(partial(arrive, db, arriving))
    arrived_at = persevere(partial(record, db, actor, reference, at=at))
    if arrived_at is not None:
        raise Conflict(_too_late(arrived_at))
    return reference


def _get_silence(db: Session, briefing: Briefing, *which: ColumnElement[bool]) -> Silence:
    """Give the procedure on the last draft (or the one chosen), whether or not it still runs."""
    found = db.execute(
        select(Silence)
        .select_from(Circulation)
        .outerjoin(Silence, Silence.circulation_id == Circulation.id)
        .where(Circulation.briefing_id == briefing.id, *which)
        .order_by(Circulation.number.desc())
        .limit(1)
    ).scalar()
    if found is None:
        raise NotFound(NO_SILENCE)
    return found


def _stamp(db: Session) -> datetime | None:
    """Stamp an arrival before it waits for SQLite's one lock, which anybody's writing may hold.

    That wait is shorter than the settle window, so that closing finds what was stamped in time. On
    PostgreSQL it waits for no writing, and is stamped under its lock, which closing waits for.
    """
    return database_time(db) if db.get_bind().dialect.name == "sqlite" else None


def arrive(db: Session, arriving: Arriving) -> str:
    """Take an objection in, whole, under the stamp of the database's clock. Give its number.

    On PostgreSQL the lock is taken before the stamp, and held until it is kept: only closing waits
    for it.
    """
    with atomic(db):
        draft = Circulation.id == arriving.circulation_id
        lock = select(Circulation.id).where(draft).with_for_update(read=True, key_share=True)
        db.execute(lock).one()
        of_draft = Silence.circulation_id == arriving.circulation_id
        outcome = db.scalar(select(Silence.outcome).where(of_draft))
        if outcome is not None:
            raise Conflict(ANOTHER_DRAFT if outcome is Outcome.REPLACED else ENDED)
        sent_twice = select(Objection.reference).filter_by(**arriving.columns)
        if (reference := db.scalar(sent_twice)) is not None:
            return reference
        stamp = arriving.stamped_at or moment_column(db.get_bind().dialect.name)
        return db.scalars(
            insert(Objection)
            .values(**arriving.columns, arrived_at=stamp)
            .returning(Objection.reference)
        ).one()


def record(db: Session, actor: Actor, reference: str, *, at: datetime) -> datetime | None:
    """Count an objection that has arrived; give the stamp of one that came too late."""
    with atomic(db):
        known = Objection.reference == reference
        procedure = (
            select(Silence.id)
            .join(Objection, Objection.circulation_id == Silence.circulation_id)
            .where(known)
        )
        row = hold(db, db.scalars(procedure).one())
        objection = db.scalars(select(Objection).where(known)).one()
        counts = is_in_time(objection.arrived_at, deadline_of(db, row))
        if counts and row.outcome is not Outcome.NOT_OBJECTED:
            if objection.recorded_at is None:
                objection.recorded_at = database_time(db)
                _note(db, actor, row, "silence.broken", at, objection=reference)
            return None
        _note(db, actor, row, "silence.objected_too_late", at, objection=reference)
        return objection.arrived_at


def _too_late(arrived_at: datetime) -> str:
    shown = f"{in_new_york(arrived_at):%d %B %Y, %H:%M:%S}.{arrived_at.microsecond // 1000:03}"
    return f"Silence had ended: your objection arrived on {shown}, New York time."


def extend(db: Session, actor: Actor, slug: str, deadline: datetime, *, at: datetime) -> None:
    """Let silence last longer; only while it runs, only to a later time, and all are told."""
    persevere(partial(_extend, db, actor, slug, deadline, at=at))


def _extend(db: Session, actor: Actor, slug: str, deadline: datetime, *, at: datetime) -> None:
    with atomic(db):
        briefing = get_locked(db, actor, slug)
        permissions.require(
            permissions.extend_silence(actor, briefing.presidency_id, briefing.state)
        )
        row = hold(db, _get_silence(db, briefing).id)
        check_extension(deadline, deadline_of(db, row), database_time(db), row.outcome)
        db.execute(
            update(Circulation)
            .where(Circulation.id == row.circulation_id)
            .values(deadline=deadline)
            .execution_options(synchronize_session=False)
        )
        announce(db, briefing, Occasion.EXTENDED)
        _note(db, actor, row, "silence.extended", at, deadline=deadline.isoformat())


def _note(
    db: Session, actor: Actor, row: Silence, act: str, at: datetime, **detail: object
) -> None:
    draft = db.execute(
        select(Circulation.briefing_id, Circulation.number).where(
            Circulation.id == row.circulation_id
        )
    ).one()
    known = {"briefing_id": draft.briefing_id, "delegation_id": actor.delegation_id}
    db.add(Event.of(actor, act, at=at, number=draft.number, **known, **detail))
