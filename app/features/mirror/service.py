"""What a delegation says of a draft, and the reply. Each public function is one transaction."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Event, Reflection, ReplyGiven, StanceTaken
from app.db.session import atomic
from app.domain import agreement, permissions
from app.domain.actor import Actor
from app.domain.agreement import check_stance
from app.domain.amendments import Action, Decision, check_decision
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.mirror import Effect, Verdict, check_answer
from app.domain.position import Cell
from app.features.briefings.queries import get_seat
from app.features.grouping.parting import Owner, lift_own, part_own
from app.features.mirror.draft import Said
from app.features.mirror.pages import AnswerPlace, Place
from app.features.mirror.queries import Mirror, may_open, read_mirror, refusals
from app.features.mirror.words import get_reflection, last_words
from app.features.summaries.desk_sentence import NO_SENTENCE
from app.features.summaries.drafting import get_locked

REPLACED = "The presidency circulated another draft while you were writing. Look at it, and answer."
ANSWERED_AGAIN = "The delegation has said something else since. Read it first."


@dataclass(frozen=True, slots=True)
class Found:
    """The sentence spoken of, with the lock of its briefing held; ``user_id`` speaks of it."""

    mirror: Mirror
    said: Said
    user_id: int
    at: datetime

    @property
    def columns(self) -> dict[str, object]:
        """Give what every word on a sentence keeps: whose it is, and of what very sentence."""
        draft, ground = self.mirror.draft, self.said.ground
        return {
            "briefing_id": self.mirror.briefing.id,
            "seat_id": self.mirror.seat.id,
            "circulation": draft.line.number,
            "hash": draft.line.hash,
            "key": ground.key,
            "language": draft.language,
            "said": self.said.text,
            "grounds": ground.mark,
            "by": self.user_id,
            "at": self.at,
        }


def answer(
    db: Session,
    actor: Actor,
    place: Place,
    verdict: Verdict,
    text: str,
    *,
    digest: str,
    at: datetime,
) -> None:
    """Say whether a sentence reflects the delegation; leaving a group takes effect at once.

    ``digest`` is the hash of the draft the page showed.
    """
    with atomic(db):
        mirror = _locked(db, actor, place)
        permissions.require(refusals(actor, mirror)[0])
        found = _find(mirror, actor, place, digest, at)
        if not found.said.ground.counts(mirror.own):
            raise NotFound(NO_SENTENCE)
        keep_answer(db, actor, found, verdict, text)


def keep_answer(db: Session, actor: Actor, found: Found, verdict: Verdict, text: str) -> None:
    """Keep a delegation's word on a sentence that counts it, inside the caller's transaction."""
    mirror, ground = found.mirror, found.said.ground
    text = check_answer(verdict, text, found.said.text)
    before = mirror.answer_to(found.said)
    if before and (before.verdict, before.text) == (verdict, text):
        return
    if ground.effect is Effect.PARTS:
        _regroup(db, found, before.verdict if before else None, verdict)
    row = Reflection(**found.columns, effect=ground.effect, verdict=verdict, text=text)
    row.number = _next_number(db, mirror.briefing)
    db.add(row)
    _note(db, actor, mirror, "mirror.answered", found.at)


def _locked(db: Session, actor: Actor, place: Place) -> Mirror:
    briefing, _ = get_seat(db, actor, place.slug)
    db.refresh(briefing, with_for_update=True)
    return read_mirror(db, actor, place.slug, place.language)


def _find(mirror: Mirror, actor: Actor, place: Place, digest: str, at: datetime) -> Found:
    if digest != mirror.draft.line.hash:
        raise Conflict(REPLACED)
    return Found(mirror, mirror.draft.find(place.sentence), actor.user_id, at)


def _regroup(db: Session, found: Found, before: Verdict | None, now: Verdict) -> None:
    """Part the delegation's points from the others of the group, or take that back."""
    mirror, said = found.mirror, found.said
    owner = Owner(mirror.briefing, mirror.seat, found.user_id)
    cell = Cell(said.question or 0, said.mission or "")
    mine, others = said.ground.own(mirror.own), said.ground.others(mirror.own)
    if now is Verdict.NOT_OURS and before is not now:
        part_own(db, owner, cell, mine, others, at=found.at)
    elif before is Verdict.NOT_OURS and now is not before:
        lift_own(db, owner, cell, mine, at=found.at)


def take_stance(
    db: Session,
    actor: Actor,
    place: Place,
    taken: agreement.StanceTaken,
    *,
    digest: str,
    at: datetime,
) -> None:
    """Answer the presidency's question on one sentence; nobody else reads it."""
    with atomic(db):
        mirror = _locked(db, actor, place)
        permissions.require(refusals(actor, mirror)[1])
        found = _find(mirror, actor, place, digest, at)
        if found.said.key not in mirror.draft.asked or not may_open(mirror, found.said):
            raise NotFound(NO_SENTENCE)
        keep_stance(db, actor, found, taken)


def keep_stance(db: Session, actor: Actor, found: Found, taken: agreement.StanceTaken) -> None:
    """Keep a member's stance, inside the caller's transaction."""
    check_stance(taken)
    words = {"stance": taken.stance, "text": taken.text, "along": taken.along}
    before = found.mirror.stance_on(found.said)
    if before and all(getattr(before, name) == word for name, word in words.items()):
        return
    db.add(StanceTaken(**found.columns, **words))
    _note(db, actor, found.mirror, "mirror.stance_taken", found.at)


def reply(
    db: Session, actor: Actor, place: AnswerPlace, decision: Decision, *, at: datetime
) -> None:
    """Record what the presidency made of an answer; its delegation reads it."""
    with atomic(db):
        briefing = get_locked(db, actor, place.slug)
        permissions.require(permissions.reply(actor, briefing.presidency_id, briefing.state))
        row = get_reflection(db, briefing, place.number)
        if row.verdict is Verdict.NOT_OURS and row.effect is Effect.PARTS:
            raise Invalid("This took effect at once; nothing is left to decide.", where="reply")
        proposed = Action.REPLACE if row.verdict is Verdict.PROPOSES else None
        made = check_decision(proposed, decision)
        if row not in last_words(db, Reflection, briefing, row.seat_id):
            raise Conflict(ANSWERED_AGAIN)
        given = {"reply": made.reply, "words": made.words, "reason": made.reason}
        db.add(ReplyGiven(reflection_id=row.id, by=actor.user_id, at=at, **given))
        db.add(Event.of(actor, "mirror.replied", at=at, briefing_id=briefing.id, number=row.number))


def _next_number(db: Session, briefing: Briefing) -> int:
    mine = Reflection.briefing_id == briefing.id
    return (db.scalar(select(func.max(Reflection.number)).where(mine)) or 0) + 1


def _note(db: Session, actor: Actor, mirror: Mirror, act: str, at: datetime) -> None:
    db.add(
        Event.of(
            actor,
            act,
            at=at,
            briefing_id=mirror.briefing.id,
            delegation_id=mirror.seat.delegation_id,
            draft=mirror.draft.line.number,
        )
    )
