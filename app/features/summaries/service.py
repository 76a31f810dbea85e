"""How a summary leaves the desk: circulated, issued, published. One transaction each."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, undefer

from app.db.models import Briefing, Circulation, Event, IssueAct, Release, ReleaseFile, Silence
from app.db.session import atomic, database_time
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.circulating import check_promise, check_time_given
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.letter import check_day
from app.domain.lifecycle import BriefingState, Origin, advance, check_meeting_over
from app.domain.occasions import Occasion
from app.domain.silence import Manner, blocks_issue, check_next
from app.domain.wall_time import in_new_york
from app.features.accounts.outbox import announce
from app.features.briefings.queries import get_briefing, get_presided
from app.features.summaries.closing import replace
from app.features.summaries.desk import circulation_line, latest_circulation, latest_release
from app.features.summaries.desk_acts import (
    EVERY_POINT,
    NOT_CIRCULATED,
    account_refused,
    circulated_texts,
    days_of,
    grounds_of,
    hash_of_texts,
    list_issuers,
    list_silenced,
    points_of,
    words_of,
)
from app.features.summaries.drafting import get_locked
from app.features.summaries.proposals import check_settled
from app.features.summaries.releasing import (
    Freeze,
    Summaries,
    add_release,
    all_gates,
    are_open,
    check_gates,
    check_published,
    compile_briefing,
    content_hash,
    frozen_ahead,
    stored_bands,
)
from app.features.summaries.searchable import make_searchable

TWO = 2  # people of the presidency issue a text


@dataclass(frozen=True)
class Terms:
    """Until when delegations have a draft; ``asked`` are the keys of points to take a stance on."""

    deadline: datetime
    short_notice: bool = False
    asked: Collection[str] = ()


def circulate(
    db: Session,
    actor: Actor,
    slug: str,
    deadline: datetime,
    *,
    short_notice: bool,
    at: datetime,
    asked: Collection[str] = (),
) -> Circulation:
    """Give the draft to the delegations until a deadline; again, with another number.

    ``asked`` are the keys of the points on which members are asked for a stance.
    """
    terms = Terms(deadline, short_notice, asked)
    return circulate_as(db, actor, slug, Manner.CORRECTIONS, terms, at=at)


def circulate_as(
    db: Session, actor: Actor, slug: str, manner: Manner, terms: Terms, *, at: datetime
) -> Circulation:
    """Circulate; under silence, members may object to this very text until the deadline."""
    with atomic(db):
        row = _circulate(db, actor, slug, manner, terms, at)
        if manner is Manner.SILENCE:
            db.add(Silence(circulation_id=row.id, version=0))
            detail = {"briefing_id": row.briefing_id, "number": row.number, "hash": row.hash}
            db.add(Event.of(actor, "silence.begun", at=at, **detail))
        return row


def _circulate(
    db: Session, actor: Actor, slug: str, manner: Manner, terms: Terms, at: datetime
) -> Circulation:
    briefing, deadline = get_locked(db, actor, slug), terms.deadline
    permissions.require(permissions.circulate(actor, briefing.presidency_id, briefing.state))
    check_time_given(deadline, database_time(db), manner, is_short=terms.short_notice)
    before = latest_circulation(db, briefing.id)
    check_promise(deadline, before.deadline if before else None)
    summaries = compile_briefing(db, briefing)
    check_gates(all_gates(summaries))
    texts = circulated_texts(summaries, at=at)
    check_next(manner, words_of(texts), list_silenced(db, briefing.id))
    replace(db, briefing)
    row = Circulation(
        briefing_id=briefing.id,
        number=_next_number(db, briefing),
        circulated_at=at,
        deadline=deadline,
        hash=hash_of_texts(texts),
        texts=texts,
        bands=stored_bands(summaries),
        grounds=grounds_of(summaries),
        asked=_asked(summaries, terms.asked),
    )
    db.add(row)
    db.flush()
    if briefing.state is not BriefingState.CIRCULATED:
        briefing.state = advance(briefing.state, BriefingState.CIRCULATED)
    announce(db, briefing, Occasion.CIRCULATED)
    detail = {"number": row.number, "hash": row.hash, "deadline": deadline.isoformat()}
    _note(db, actor, briefing, "summary.circulated", at, **detail)
    return row


def _asked(summaries: Summaries, asked: Collection[str]) -> list[str]:
    """Give the keys asked about, in reading order: a stance is one on what a point says."""
    points = [each.sentence.key for each in points_of(summaries)]
    if EVERY_POINT in asked:
        return points
    if not set(points).issuperset(asked):
        raise Conflict(
            "A sentence you ticked is no longer in the draft. Look at it and tick again."
        )
    return [key for key in points if key in asked]


def _next_number(db: Session, briefing: Briefing) -> int:
    of_briefing = Circulation.briefing_id == briefing.id
    return (db.scalar(select(func.max(Circulation.number)).where(of_briefing)) or 0) + 1


def issue(
    db: Session, actor: Actor, slug: str, digest: str, *, freeze: Freeze, at: datetime
) -> Release | None:
    """Act on exactly this text; the second person's act freezes it and gives the release."""
    freeze = _ahead_of_the_lock(db, actor, slug, digest, freeze=freeze, at=at)
    with atomic(db):
        briefing = get_locked(db, actor, slug)
        permissions.require(permissions.issue(actor, briefing.presidency_id, briefing.state))
        summaries = compile_briefing(db, briefing)
        _check_text(summaries, digest)
        _check_circulated(db, briefing, summaries)
        check_settled(db, briefing, summaries)
        _check_letter(db, briefing, summaries)
        permissions.require(account_refused(db, actor, briefing))
        issuers = _issuers(db, briefing, digest)
        permissions.require(permissions.issue_again(actor, issuers))
        gates = all_gates(summaries)
        check_gates(gates)
        db.add(IssueAct(briefing_id=briefing.id, hash=digest, user_id=actor.user_id, at=at))
        _note(db, actor, briefing, "summary.issue_signed", at, hash=digest)
        if len(issuers) + 1 < TWO:
            return None
        release = add_release(db, briefing, summaries, freeze(summaries, gates, at), at=at)
        briefing.state = advance(briefing.state, BriefingState.ISSUED)
        announce(db, briefing, Occasion.ISSUED)
        _note(db, actor, briefing, "summary.issued", at, hash=digest, release=release.hash)
        return release


def _ahead_of_the_lock(
    db: Session, actor: Actor, slug: str, digest: str, *, freeze: Freeze, at: datetime
) -> Freeze:
    """Make the pages while others can still write, if this person's act completes the issue."""
    briefing = get_presided(db, actor, slug)
    if not {*_issuers(db, briefing, digest)} - {actor.user_id}:
        return freeze
    summaries = compile_briefing(db, briefing)
    gates = all_gates(summaries)
    if not are_open(gates) or content_hash(summaries) != digest:
        return freeze  # it will be refused
    db.rollback()  # on SQLite who reads keeps others from writing
    return frozen_ahead(freeze, summaries, gates, at)


def _issuers(db: Session, briefing: Briefing, digest: str) -> list[int]:
    """List whose acts count: before the last draft was circulated, another was spoken of."""
    draft = circulation_line(db, briefing)
    return list_issuers(db, briefing, digest, since=draft.circulated_at) if draft else []


def _check_text(summaries: Summaries, digest: str) -> None:
    if content_hash(summaries) != digest:
        raise Conflict("The text has changed since you read it. Read it again before you issue.")


def _check_circulated(db: Session, briefing: Briefing, summaries: Summaries) -> None:
    """Issue nothing that delegations have not read, and nothing before they have read it."""
    circulation = latest_circulation(db, briefing.id)
    if circulation is None:
        raise Conflict(NOT_CIRCULATED)
    until = f"{in_new_york(circulation.deadline):%d %B %Y, %H:%M}"
    line = circulation_line(db, briefing)
    if line and line.silence and (refusal := blocks_issue(line.silence, until)):
        raise Conflict(refusal)
    if database_time(db) <= circulation.deadline:
        raise Conflict(f"Delegations may correct the draft until {until}, New York time.")
    texts = circulated_texts(summaries, at=circulation.circulated_at)
    if hash_of_texts(texts) != circulation.hash:
        raise Conflict("The text is no longer the draft that was circulated. Circulate it again.")


def _check_letter(db: Session, briefing: Briefing, summaries: Summaries) -> None:
    """Issue no letter dated before delegations had the time that a later draft gave them."""
    letter = next(iter(summaries.values())).proceedings.letter
    if letter is None:
        return
    try:
        check_day(letter.transmitted_on, days_of(db, briefing))
    except Invalid as refusal:
        raise Conflict(f"Date the letter anew. {refusal.reason}") from refusal


def publish(db: Session, actor: Actor, slug: str, digest: str, *, at: datetime) -> Release:
    """Make the issued bytes public, as they are."""
    with atomic(db):
        briefing = get_locked(db, actor, slug)
        release = latest_release(db, briefing.id)
        desk, waits = (actor, briefing.presidency_id), bool(release and not release.published_at)
        permissions.require(permissions.publish(*desk, briefing.state, waits=waits))
        if release is None or release.hash != digest:
            raise Conflict("This is not the release you read. Look at it again.")
        return _publish(db, actor, briefing, release, at)


def publish_issued(db: Session, slug: str, *, operator: str, at: datetime) -> str:
    """Make public what two people of the presidency issued; give the hash of the release."""
    with atomic(db):
        briefing = get_briefing(db, slug)
        db.refresh(briefing, with_for_update=True)
        if briefing.state is not BriefingState.ISSUED or not _has_two_acts(db, briefing):
            raise Conflict("Two people of the presidency issue a summary before it is published.")
        release = _release_to_publish(db, briefing)
        return _publish(db, operator, briefing, release, at).hash


def _has_two_acts(db: Session, briefing: Briefing) -> bool:
    people = func.count(func.distinct(IssueAct.user_id))
    acts = select(people).where(IssueAct.briefing_id == briefing.id).group_by(IssueAct.hash)
    return any(count >= TWO for count in db.scalars(acts))


def _release_to_publish(db: Session, briefing: Briefing) -> Release:
    release = latest_release(db, briefing.id)
    if release is None:
        raise NotFound("There is no release to publish.")
    return release


def _publish(
    db: Session, by: Actor | str, briefing: Briefing, release: Release, at: datetime
) -> Release:
    if briefing.origin is Origin.REHEARSAL:
        raise Conflict("A rehearsal is never published.")
    check_meeting_over(briefing.meeting_date, in_new_york(database_time(db)).date())
    check_published(_documents(db, release))
    release.published_at = at
    make_searchable(db, release.id)
    if briefing.state is not BriefingState.PUBLISHED:  # or this is a corrigendum of what is public
        briefing.state = advance(briefing.state, BriefingState.PUBLISHED)
    _note(db, by, briefing, "summary.published", at, release=release.hash)
    return release


def _documents(db: Session, release: Release) -> Iterable[ReleaseFile]:
    mine = ReleaseFile.release_id == release.id, ReleaseFile.path == "summary.json"
    return db.scalars(select(ReleaseFile).where(*mine).options(undefer(ReleaseFile.content)))


def _note(
    db: Session, by: Actor | str, briefing: Briefing, act: str, at: datetime, **detail: object
) -> None:
    db.add(Event.of(by, act, at=at, briefing_id=briefing.id, **detail))
