"""What the pages of the list of speakers show, to the presidency and to delegations. Reads only."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Delivered, SpeakersAct
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.attribution import Attribution
from app.domain.permissions import Refusal
from app.domain.proceedings import Names
from app.domain.proof import sha256
from app.domain.scripts import language_by_letters
from app.domain.speakers import (
    HOLDS,
    Order,
    Speaker,
    SpeakersList,
    Time,
    Turn,
    replay,
    time_of,
)
from app.domain.speaking_order import BRIEFER, Table, briefer_code
from app.features.briefings.pages import BriefingPage, head_of
from app.features.briefings.queries import get_presided, get_seat, list_seats, seat_of


class Kind(StrEnum):
    """In which capacity somebody speaks, in the order of `Table.rank`."""

    BRIEFER = "briefer"
    MEMBER = "member"
    NATIONAL = "national"  # the presiding State's own statement
    INVITED = "invited"


@dataclass(frozen=True)
class Row:
    """One speaker; ``begun`` and ``spoken`` are None where they are not this reader's to see."""

    code: str
    names: Names
    kind: Kind
    turn: Turn
    begun: datetime | None
    spoken: timedelta | None
    statements: int | None  # attached; None where there is none for the reader to see or attach
    is_ours: bool

    @property
    def is_called(self) -> bool:
        return self.turn in HOLDS


@dataclass(frozen=True)
class Holder:
    """Who has the floor, since when, and until when the limit lasts; paused, what is left of it.

    ``begun`` is None where times are not this reader's to see. Briefers have no limit: it is the
    delegations'.
    """

    row: Row
    begun: datetime | None
    until: datetime | None
    left: timedelta | None
    time: Time


@dataclass(frozen=True)
class Floor:
    """The part of the page that is fetched anew (speakers/_floor.html).

    It holds what this reader sees, and no clock: its mark changes with nothing else.
    """

    slug: str
    led: int
    order: Order | None
    limit: timedelta
    opened_at: datetime | None
    seed: str
    rows: tuple[Row, ...]
    holder: Holder | None
    upcoming: Row | None
    leading: Refusal  # why this reader does not lead it

    @property
    def mark(self) -> str:
        return sha256(repr(self).encode())[:20]


@dataclass(frozen=True)
class SpeakersPage(BriefingPage):
    """The list of speakers, for either desk."""

    template: ClassVar[str] = ""

    floor: Floor
    now: datetime


@dataclass(frozen=True)
class MeetingPage(SpeakersPage):
    """The meeting as the presidency leads it (speakers/show.html)."""

    template: ClassVar[str] = "speakers/show.html"

    signed_up: tuple[Names, ...]
    hidden_because: Refusal  # why it is not said who signed up
    deciding: Refusal


@dataclass(frozen=True)
class DelegationPage(SpeakersPage):
    """The meeting for a delegation (speakers/list.html); ``is_listed``: it will speak."""

    template: ClassVar[str] = "speakers/list.html"

    is_listed: bool
    may_sign_up: bool
    may_stand_back: bool
    own: Row | None


@dataclass(frozen=True)
class Listed:
    """A briefing with its list and everything that tells who is on it."""

    briefing: Briefing
    table: Table
    names: dict[str, Names]
    listing: SpeakersList


def read_list(db: Session, briefing: Briefing) -> Listed:
    acts = db.scalars(select(SpeakersAct).where(SpeakersAct.briefing_id == briefing.id))
    seats = tuple(seat_of(row) for row in list_seats(db, briefing.id))
    briefers = {
        briefer_code(place): {language_by_letters(name): name}
        for place, name in enumerate(briefing.briefers, 1)
    }
    return Listed(
        briefing,
        Table(seats, briefing.presiding, len(briefers)),
        {**briefers, **{seat.code: seat.names for seat in seats}},
        replay(act.to_domain() for act in acts),
    )


def speakers_page(db: Session, actor: Actor, slug: str, *, now: datetime) -> SpeakersPage:
    """Give the meeting to the presidency's desk, the list to a seated delegation's."""
    if actor.presidency_id is not None:
        return _meeting_page(db, actor, slug, now)
    return _delegation_page(db, actor, slug, now)


def _meeting_page(db: Session, actor: Actor, slug: str, now: datetime) -> MeetingPage:
    briefing = get_presided(db, actor, slug)
    permissions.require(permissions.see_speakers(briefing.state))
    listed = read_list(db, briefing)
    is_open = listed.listing.opened_at is not None
    hidden = permissions.see_who_asked(briefing.attribution, is_open=is_open)
    signed_up = () if hidden else listed.listing.signed_up
    place = (actor, briefing.presidency_id, briefing.state)
    return MeetingPage(
        **head_of(actor, briefing),
        floor=_floor(db, listed, permissions.lead_speakers(*place), own=None, now=now),
        now=now,
        signed_up=tuple(listed.names[code] for code in signed_up),
        hidden_because=hidden,
        deciding=permissions.decide_on_speakers(*place),
    )


def _delegation_page(db: Session, actor: Actor, slug: str, now: datetime) -> DelegationPage:
    briefing, seat = get_seat(db, actor, slug)
    permissions.require(permissions.see_speakers(briefing.state))
    listed = read_list(db, briefing)
    listing = listed.listing
    leading = permissions.lead_speakers(actor, briefing.presidency_id, briefing.state)
    floor = _floor(db, listed, leading, own=seat.code, now=now)
    is_listed = seat.code in listing.signed_up or listing.find(seat.code) is not None
    asks = permissions.ask_for_the_floor(actor, briefing.state) is None
    is_open = listing.opened_at is not None
    speaker = listing.find(seat.code)
    waits = speaker is not None and speaker.turn in {Turn.WAITING, Turn.SKIPPED}
    return DelegationPage(
        **head_of(actor, briefing),
        floor=floor,
        now=now,
        is_listed=is_listed,
        may_sign_up=asks and not is_listed and (is_open or listing.order is Order.SIGNED_UP),
        may_stand_back=asks and (waits if is_open else is_listed),
        own=next((row for row in floor.rows if row.is_ours), None),
    )


def _floor(
    db: Session, listed: Listed, leading: Refusal, *, own: str | None, now: datetime
) -> Floor:
    listing = listed.listing
    counts = _statements(db, listed.briefing)
    shows_times = own is None or listed.briefing.attribution is not Attribution.NON_ATTRIBUTED
    rows = {
        each.code: _row(
            listed,
            each,
            statements=_shown_statements(counts.get(each.code, 0), each.code, own),
            is_ours=each.code == own,
            shows_times=shows_times or each.code == own,
        )
        for each in listing.speakers
    }
    holder, upcoming, shown = listing.holder, listing.upcoming, None
    if holder is not None:
        row = rows[holder.code]
        shown = _holder(row, holder, listing.limit, now, shows_times=shows_times)
    return Floor(
        slug=listed.briefing.slug,
        led=listing.led if own is None else 0,
        order=listing.order,
        limit=listing.limit,
        opened_at=listing.opened_at,
        seed=listing.seed,
        rows=tuple(rows.values()),
        holder=shown,
        upcoming=rows[upcoming.code] if upcoming else None,
        leading=leading,
    )


def _row(
    listed: Listed, speaker: Speaker, *, statements: int | None, is_ours: bool, shows_times: bool
) -> Row:
    has_spoken = shows_times and speaker.turn is Turn.SPOKEN
    begun = speaker.spans[0].begun if has_spoken else None
    return Row(
        code=speaker.code,
        names=listed.names[speaker.code],
        kind=tuple(Kind)[listed.table.rank(speaker.code)],
        turn=speaker.turn,
        begun=begun,
        spoken=speaker.spoken(speaker.spans[-1].begun) if begun else None,
        statements=statements,
        is_ours=is_ours,
    )


def _holder(
    row: Row, speaker: Speaker, limit: timedelta, now: datetime, *, shows_times: bool
) -> Holder:
    if not (shows_times or row.is_ours):
        return Holder(row, None, None, None, Time.WITHIN)
    begun = speaker.spans[0].begun
    if row.kind is Kind.BRIEFER:
        return Holder(row, begun, None, None, Time.WITHIN)
    until = speaker.until(limit)
    left = limit - speaker.spoken(now)
    return Holder(row, begun, until, None if until else left, time_of(left))


def _shown_statements(count: int, code: str, own: str | None) -> int | None:
    """Show what is attached to whoever reads it, and that nothing is to whoever attaches it."""
    attaches = code == own or (own is None and code.startswith(BRIEFER))
    return count if attaches or (own is None and count) else None


def _statements(db: Session, briefing: Briefing) -> dict[str, int]:
    counted = db.execute(
        select(Delivered.speaker, func.count().label("statements"))
        .where(Delivered.briefing_id == briefing.id)
        .group_by(Delivered.speaker)
    )
    return {row.speaker: row.statements for row in counted}
