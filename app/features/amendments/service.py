"""Proposing, withdrawing, deciding, putting into the text. One transaction each."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Amendment, Briefing, Event, ReplyGiven, Revision, Seat
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.amendments import (
    Action,
    Decision,
    Disposition,
    Proposal,
    check_decision,
    check_deletion,
    check_proposal,
)
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.mirror import Reply
from app.features.amendments.pages import ProposalPlace
from app.features.amendments.register import NO_PROPOSAL, Entry, get_entry, list_entries
from app.features.briefings.queries import get_seat
from app.features.mirror.draft import Draft, Said, read_draft
from app.features.mirror.pages import Place
from app.features.mirror.queries import Mirror, read_mirror
from app.features.mirror.service import REPLACED
from app.features.summaries import drafting
from app.features.summaries.pages import Place as TextPlace
from app.features.summaries.queries import standing_revisions

TAKEN_BACK = "The delegation has withdrawn this proposal."


def propose(
    db: Session, actor: Actor, place: Place, proposal: Proposal, *, digest: str, at: datetime
) -> None:
    """Propose something of a sentence; ``digest`` is the hash of the draft the page showed."""
    with atomic(db):
        briefing, seat = get_seat(db, actor, place.slug)
        db.refresh(briefing, with_for_update=True)
        mirror = read_mirror(db, actor, place.slug, place.language)
        over = mirror.draft.line.is_over
        permissions.require(permissions.propose(actor, briefing.state, past_deadline=over))
        if digest != mirror.draft.line.hash:
            raise Conflict(REPLACED)
        said = mirror.draft.find(place.sentence)
        proposal = _checked(mirror, said, proposal)
        if _stands_already(list_entries(db, briefing, seat.id), said, proposal):
            return
        row = Amendment(
            **_where(mirror, said),
            number=_next_number(db, seat),
            action=proposal.action,
            text=proposal.text,
            after=proposal.after,
            reason=proposal.reason,
            by=actor.user_id,
            at=at,
        )
        db.add(row)
        _note(db, actor, "amendment.proposed", briefing, seat, row.number, at)


def _checked(mirror: Mirror, said: Said, proposal: Proposal) -> Proposal:
    proposal = check_proposal(proposal, said.text)
    if proposal.action is Action.REPLACE and said.ground.counts(mirror.own):
        raise Invalid(
            "This sentence counts you: propose its words in your answer to it.", where="action"
        )
    if proposal.action is Action.MOVE:
        return replace(proposal, after=_key_before(mirror.draft, said, proposal.after))
    return proposal


def _key_before(draft: Draft, said: Said, paragraph: str | None) -> str | None:
    """Give the key of the sentence to be followed, if it may be; None is the front."""
    beside = {each.id: each.key for each in draft.beside(said)}
    ids, after = list(beside), beside.get(paragraph or "")
    here = ids.index(said.id)
    if after == said.key or (paragraph is not None and after is None):
        raise Invalid("Choose the sentence it should follow.", where="after")
    if paragraph == (ids[here - 1] if here else None):
        raise Invalid("It stands there already.", where="after")
    return after


def _where(mirror: Mirror, said: Said) -> dict[str, object]:
    draft = mirror.draft
    return {
        "briefing_id": mirror.briefing.id,
        "seat_id": mirror.seat.id,
        "circulation": draft.line.number,
        "hash": draft.line.hash,
        "key": said.key,
        "language": draft.language,
        "said": said.text,
        "grounds": said.ground.mark,
    }


def _stands_already(entries: list[Entry], said: Said, proposal: Proposal) -> bool:
    return any(
        entry.disposition is Disposition.PENDING
        and (entry.row.key, entry.row.said) == (said.key, said.text)
        and Proposal(entry.action, entry.row.text, entry.after, entry.reason) == proposal
        for entry in entries
    )


def _next_number(db: Session, seat: Seat) -> int:
    mine = Amendment.seat_id == seat.id
    return (db.scalar(select(func.max(Amendment.number)).where(mine)) or 0) + 1


def withdraw(db: Session, actor: Actor, slug: str, number: int, *, at: datetime) -> None:
    """Take a proposal back before it is decided; it stays in the register as withdrawn."""
    with atomic(db):
        briefing, seat = get_seat(db, actor, slug)
        db.refresh(briefing, with_for_update=True)
        entries = list_entries(db, briefing, seat.id)
        mine = [each for each in entries if isinstance(each.row, Amendment)]
        entry = next((each for each in mine if each.row.number == number), None)
        if entry is None or not isinstance(entry.row, Amendment):
            raise NotFound(NO_PROPOSAL)
        decided = entry.reply is not None
        permissions.require(
            permissions.withdraw_proposal(actor, briefing.state, is_decided=decided)
        )
        if entry.is_withdrawn:
            return
        entry.row.withdrawn_by, entry.row.withdrawn_at = actor.user_id, at
        _note(db, actor, "amendment.withdrawn", briefing, seat, number, at)


def decide(
    db: Session, actor: Actor, place: ProposalPlace, decision: Decision, *, at: datetime
) -> None:
    """Enter what the presidency makes of an amendment; the text is changed apart."""
    with atomic(db):
        briefing = drafting.get_locked(db, actor, place.slug)
        permissions.require(permissions.reply(actor, briefing.presidency_id, briefing.state))
        entry = get_entry(db, briefing, place.name)
        if not isinstance(entry.row, Amendment):
            raise NotFound(NO_PROPOSAL)  # the mirror's are replied to there
        if entry.is_withdrawn:
            raise Conflict(TAKEN_BACK)
        decision = check_decision(entry.action, decision)
        if entry.action is Action.DELETE and decision.reply is Reply.ACCEPTED:
            _check_deletion(db, briefing, entry)
        db.add(
            ReplyGiven(
                amendment_id=entry.row.id,
                reply=decision.reply,
                words=decision.words,
                reason=decision.reason,
                by=actor.user_id,
                at=at,
            )
        )
        _note(db, actor, "amendment.decided", briefing, entry.seat, entry.row.number, at)


def _check_deletion(db: Session, briefing: Briefing, entry: Entry) -> None:
    draft = read_draft(db, briefing, entry.row.language)
    ground = next((each.ground for each in draft.sentences if each.key == entry.row.key), None)
    mine = standing_revisions(briefing).where(Seat.id == entry.seat.id)
    check_deletion(ground, frozenset(db.scalars(mine.with_only_columns(Revision.hash))))


def put_into_text(
    db: Session,
    actor: Actor,
    place: ProposalPlace,
    text: str,
    *,
    seen: tuple[str, str],
    at: datetime,
) -> None:
    """Put what was accepted into the presidency's text, through the same gates as any edit.

    ``seen`` are the computed form and the edit the page showed.
    """
    with atomic(db):
        briefing = drafting.get_locked(db, actor, place.slug)
        permissions.require(
            permissions.draft_summary(actor, briefing.presidency_id, briefing.state)
        )
        entry = get_entry(db, briefing, place.name)
        if entry.disposition not in {Disposition.ACCEPTED, Disposition.MODIFIED}:
            raise Conflict("Only what was accepted goes into the text.")
        where = TextPlace(place.slug, entry.row.key, entry.row.language)
        if entry.action is Action.MOVE:
            drafting.put_behind(db, actor, where, entry.after, at=at)
        elif not text.strip():
            raise Invalid("Write the sentence as it should stand.", where="text")
        else:
            basis, previous = seen
            drafting.put_edit(db, actor, where, text, basis=basis, previous=previous, at=at)
        _note(db, actor, "amendment.applied", briefing, entry.seat, entry.row.number, at)


def _note(
    db: Session,
    actor: Actor,
    act: str,
    briefing: Briefing,
    seat: Seat,
    number: int,
    at: datetime,
) -> None:
    whose = {"briefing_id": briefing.id, "delegation_id": seat.delegation_id}
    db.add(Event.of(actor, act, at=at, number=number, **whose))
