"""Acts on the list of speakers. Each public function is one transaction, and adds one act."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from app.db.models import Briefing, Event, SpeakersAct
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import Conflict
from app.domain.speakers import Act, ActKind, Order, apply
from app.domain.speaking_order import arranged, with_late
from app.features.briefings.queries import get_presided, get_seat
from app.features.speakers.queries import Listed, read_list

CHANGED = "Somebody else of the presidency has acted meanwhile; nothing was done. Look at the list."


@dataclass(frozen=True, slots=True)
class Decision:
    """What an officer does, and the number of the last act of the presidency they saw."""

    slug: str
    seen: int
    kind: ActKind
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """How speakers are listed, and how long each may speak."""

    order: Order
    seconds: int


def prepare_list(
    db: Session, actor: Actor, decision: Decision, terms: Terms, *, at: datetime
) -> None:
    """Decide how the list is ordered, until it is opened; the limit may change afterwards."""
    with atomic(db):
        listed = _led(db, actor, decision)
        place = (actor, listed.briefing.presidency_id, listed.briefing.state)
        if listed.listing.opened_at is None:
            permissions.require(permissions.decide_on_speakers(*place))
            act = Act(0, ActKind.PREPARE, at, order=terms.order, seconds=terms.seconds)
        else:
            act = Act(0, ActKind.LIMIT, at, seconds=terms.seconds)
        _keep(db, actor, listed, act)


def lead(db: Session, actor: Actor, decision: Decision, seed: str, *, at: datetime) -> None:
    """Open the list, give the floor, pause, move: whatever the presidency does at the meeting.

    ``seed`` draws the order when the list is opened, and is recorded with it.
    """
    with atomic(db):
        listed = _led(db, actor, decision)
        act = Act(0, decision.kind, at, speaker=decision.speaker)
        if decision.kind is ActKind.OPEN:
            listing = listed.listing
            drawn = seed if listing.order is Order.DRAWN else ""
            order = arranged(listed.table, listing.order, drawn, listing.signed_up)
            act = replace(act, speakers=order, seed=drawn)
        _keep(db, actor, listed, act)


def ask_for_the_floor(db: Session, actor: Actor, slug: str, *, wants: bool, at: datetime) -> None:
    """Put one's own delegation on the list, or take it off again."""
    with atomic(db):
        briefing, seat = get_seat(db, actor, slug)
        db.refresh(briefing, with_for_update=True)
        permissions.require(permissions.ask_for_the_floor(actor, briefing.state))
        listed = read_list(db, briefing)
        act = Act(0, ActKind.SIGN_UP if wants else ActKind.STAND_BACK, at, speaker=seat.code)
        if wants and listed.listing.opened_at is not None:
            act = replace(act, speakers=with_late(listed.table, listed.listing, seat.code))
        _keep(db, actor, listed, act, delegation_id=seat.delegation_id)


def _led(db: Session, actor: Actor, decision: Decision) -> Listed:
    """Give the list to its presidency, one person at a time, if it is still the one they saw."""
    briefing = get_presided(db, actor, decision.slug)
    db.refresh(briefing, with_for_update=True)
    permissions.require(permissions.lead_speakers(actor, briefing.presidency_id, briefing.state))
    listed = read_list(db, briefing)
    if listed.listing.led != decision.seen:
        raise Conflict(CHANGED)
    return listed


def _keep(
    db: Session, actor: Actor, listed: Listed, act: Act, delegation_id: int | None = None
) -> None:
    """Add an act if it is possible where the list stands."""
    act = replace(act, number=listed.listing.last + 1)
    apply(listed.listing, act)
    briefing: Briefing = listed.briefing
    db.add(SpeakersAct.of(act, briefing.id, actor.user_id))
    detail = {"briefing_id": briefing.id, "delegation_id": delegation_id, "number": act.number}
    db.add(Event.of(actor, f"speakers.{act.kind}", at=act.at, **detail))
