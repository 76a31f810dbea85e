"""Opening, telling, issuing, abandoning a corrigendum. Each is one transaction."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from app.db.models import (
    Briefing,
    Corrigendum,
    Event,
    IssueAct,
    Release,
    SentenceEdit,
    Wording,
)
from app.db.session import atomic, database_time
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.corrigendum import NOTHING, NOTICE, Correction, check_reason
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.occasions import Occasion
from app.domain.wall_time import in_new_york
from app.features.accounts.outbox import announce
from app.features.briefings.queries import get_presided
from app.features.corrigenda.comparing import Comparison, compare, kept, read_kept
from app.features.corrigenda.queries import list_issued
from app.features.summaries.acts import last_number
from app.features.summaries.desk import find_correcting, latest_release
from app.features.summaries.desk_acts import account_refused, list_issuers
from app.features.summaries.drafting import get_locked
from app.features.summaries.releasing import (
    FrozenFile,
    Gates,
    Summaries,
    add_release,
    are_open,
    check_gates,
    frozen_ahead,
)
from app.features.summaries.service import TWO
from app.features.summaries.undoing import note_all_back

FreezeCorrected = Callable[[Summaries, Gates, datetime, tuple[Correction, ...]], list[FrozenFile]]
NONE_OPEN = "No corrigendum is open."
CHANGED = "The text has changed since you read it. Look at it again."
EDIT = ("language", "key", "text", "basis", "edited_by")  # and edited_at
WORDED = ("language", "key", "text", "basis", "beside", "confirmed_by")  # and confirmed_at


def open_corrigendum(
    db: Session, actor: Actor, slug: str, reason: str, language: str, *, at: datetime
) -> Corrigendum:
    """Let the presidency reword what was issued; one corrigendum at a time."""
    with atomic(db):
        briefing = get_locked(db, actor, slug)
        permissions.require(permissions.correct(actor, briefing.presidency_id, briefing.state))
        reason = check_reason(reason)
        if language not in briefing.languages:
            raise Invalid("Choose a language of the summary.", where="language")
        release = latest_release(db, briefing.id)
        if release is None or find_correcting(db, briefing):
            raise Conflict("A corrigendum is open already: issue it or abandon it first.")
        row = Corrigendum(
            briefing_id=briefing.id,
            number=_next_number(db, briefing),
            corrects=release.number,
            reason=reason,
            language=language,
            opened_by=actor.user_id,
            opened_at=at,
            before=_snapshot(db, briefing),
            told={},
        )
        db.add(row)
        _note(db, actor, briefing, "corrigendum.opened", at, number=row.number, reason=reason)
        return row


def _next_number(db: Session, briefing: Briefing) -> int:
    mine = Corrigendum.briefing_id == briefing.id
    return (db.scalar(select(func.max(Corrigendum.number)).where(mine)) or 0) + 1


def tell(db: Session, actor: Actor, slug: str, digest: str, *, at: datetime) -> None:
    """Give every delegation the reason and the changed sentences, and the time of notice."""
    with atomic(db):
        briefing, row = _get_open(db, actor, slug)
        found = _found(db, briefing, row, digest)
        if row.told_hash == found.digest:
            return  # told once, the time runs on
        check_gates(found.gates)
        row.told_hash, row.told_at = found.digest, at
        row.told_until = database_time(db) + NOTICE
        row.told = kept(found.changes)
        announce(db, briefing, Occasion.CORRIGENDUM)
        until = row.told_until.isoformat()
        told = {"number": row.number, "hash": found.digest, "until": until}
        _note(db, actor, briefing, "corrigendum.told", at, **told)


def issue_corrigendum(
    db: Session, actor: Actor, slug: str, digest: str, *, freeze: FreezeCorrected, at: datetime
) -> Release | None:
    """Act on exactly this text and reason; the second person's act gives the next release."""
    freeze = _ahead_of_the_lock(db, actor, slug, digest, freeze=freeze, at=at)
    with atomic(db):
        briefing, row = _get_open(db, actor, slug)
        found = _found(db, briefing, row, digest)
        _check_told(db, row, found)
        permissions.require(account_refused(db, actor, briefing))
        issuers = list_issuers(db, briefing, digest, since=row.told_at or row.opened_at)
        permissions.require(permissions.issue_again(actor, issuers))
        check_gates(found.gates)
        db.add(IssueAct(briefing_id=briefing.id, hash=digest, user_id=actor.user_id, at=at))
        _note(db, actor, briefing, "corrigendum.issue_signed", at, hash=digest)
        if len(issuers) + 1 < TWO:
            return None
        files = freeze(found.summaries, found.gates, at, _corrections(db, briefing, row, at))
        release = add_release(db, briefing, found.summaries, files, at=at)
        row.release = release.number
        announce(db, briefing, Occasion.ISSUED)
        issued = {"number": row.number, "hash": digest, "release": release.hash}
        _note(db, actor, briefing, "corrigendum.issued", at, **issued)
        return release


def _ahead_of_the_lock(
    db: Session, actor: Actor, slug: str, digest: str, *, freeze: FreezeCorrected, at: datetime
) -> FreezeCorrected:
    """Make the pages while others can still write, if this person's act completes the issue."""
    briefing = get_presided(db, actor, slug)
    row = find_correcting(db, briefing)
    if row is None or row.told_at is None:
        return freeze
    if not {*list_issuers(db, briefing, digest, since=row.told_at)} - {actor.user_id}:
        return freeze
    found = compare(db, briefing, row)
    if not are_open(found.gates) or found.digest != digest:
        return freeze  # it will be refused
    corrections = _corrections(db, briefing, row, at)
    db.rollback()  # on SQLite who reads keeps others from writing
    return frozen_ahead(freeze, found.summaries, found.gates, at, corrections)


def _found(db: Session, briefing: Briefing, row: Corrigendum, digest: str) -> Comparison:
    found = compare(db, briefing, row)
    if found.digest != digest:
        raise Conflict(CHANGED)
    if not any(found.changes.values()):
        raise Conflict(NOTHING)
    return found


def _check_told(db: Session, row: Corrigendum, found: Comparison) -> None:
    """Issue nothing that delegations were not told, and nothing before their time is over."""
    if row.told_hash != found.digest or row.told_until is None:
        raise Conflict("Delegations have not been told of this text. Tell them first.")
    if database_time(db) <= row.told_until:
        until = f"{in_new_york(row.told_until):%d %B %Y, %H:%M}"
        raise Conflict(f"Delegations were told that nothing is issued before {until}, New York.")


def _corrections(
    db: Session, briefing: Briefing, row: Corrigendum, at: datetime
) -> tuple[Correction, ...]:
    return (*_issued_before(db, briefing), _correction(db, briefing, row, at))


def _issued_before(db: Session, briefing: Briefing) -> list[Correction]:
    moments = select(Release.number, Release.issued_at).where(Release.briefing_id == briefing.id)
    issued_at = {row.number: row.issued_at for row in db.execute(moments)}
    return [
        _correction(db, briefing, row, issued_at[row.release or 0])
        for row in list_issued(db, briefing)
    ]


def _correction(db: Session, briefing: Briefing, row: Corrigendum, at: datetime) -> Correction:
    corrected = select(Release.published_at).where(
        Release.briefing_id == briefing.id, Release.number == row.corrects
    )
    return Correction(
        number=row.number or 0,
        date=in_new_york(at).date(),
        reason=row.reason,
        reason_language=row.language,
        corrects=row.corrects,
        is_public=db.scalar(corrected) is not None,
        changes={each: read_kept(row.told, each) for each in briefing.languages},
    )


def abandon(db: Session, actor: Actor, slug: str, *, at: datetime) -> None:
    """Give a corrigendum up, and put back every word as it stood when it was opened."""
    with atomic(db):
        briefing, row = _get_open(db, actor, slug)
        _put_back(db, briefing, row.before)
        note_all_back(db, actor, briefing, row.before["acts"], at=at)
        _note(db, actor, briefing, "corrigendum.abandoned", at, number=row.number)
        row.number, row.abandoned_at = None, at


def _get_open(db: Session, actor: Actor, slug: str) -> tuple[Briefing, Corrigendum]:
    briefing = get_locked(db, actor, slug)
    permissions.require(permissions.correct(actor, briefing.presidency_id, briefing.state))
    row = find_correcting(db, briefing)
    if row is None:
        raise NotFound(NONE_OPEN)
    return briefing, row


def _snapshot(db: Session, briefing: Briefing) -> dict[str, Any]:
    """Keep edits and wordings in the order in which they were made: it says what is original."""
    edits = db.scalars(_of(SentenceEdit, briefing)).all()
    wordings = db.scalars(_of(Wording, briefing)).all()
    return {
        "acts": last_number(db, briefing.id),
        "edits": [
            [*(getattr(row, name) for name in EDIT), row.edited_at.isoformat()] for row in edits
        ],
        "wordings": [
            [*(getattr(row, name) for name in WORDED), row.confirmed_at.isoformat()]
            for row in wordings
        ],
    }


def _put_back(db: Session, briefing: Briefing, before: dict[str, Any]) -> None:
    for table in (SentenceEdit, Wording):
        db.execute(delete(table).where(table.briefing_id == briefing.id))
    mine = {"briefing_id": briefing.id}
    for *values, moment in before["edits"]:
        columns = dict(zip(EDIT, values, strict=True)) | mine
        db.add(SentenceEdit(**columns, edited_at=datetime.fromisoformat(moment)))
    for *values, moment in before["wordings"]:
        columns = dict(zip(WORDED, values, strict=True)) | mine
        db.add(Wording(**columns, confirmed_at=datetime.fromisoformat(moment)))
        db.flush()  # one by one: their order is that of their numbers


def _of(table: type[Any], briefing: Briefing) -> Any:  # noqa: ANN401 - a select of either table
    return select(table).where(table.briefing_id == briefing.id).order_by(table.id)


def _note(
    db: Session, actor: Actor, briefing: Briefing, act: str, at: datetime, **detail: object
) -> None:
    db.add(Event.of(actor, act, at=at, briefing_id=briefing.id, **detail))
