"""Who writes and signs at a delegation's desk, and what is still taken from it."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.actor import Actor, Role
from app.domain.lifecycle import BriefingState
from app.domain.permissions.core import DRAFTED, PAST_DEADLINE, Refusal, _, presides

NOT_TAKING = _("This briefing is not taking positions.")
ONLY_CHANGES = _(
    "This briefing takes no new positions. What your delegation signed may be restated or "
    "withdrawn."
)
PAST_CORRECTIONS = _("The time for corrections has passed: what was signed stands.")


@dataclass(frozen=True, slots=True)
class Door:
    """What is taken from one delegation, at one moment of the database's clock."""

    state: BriefingState
    moment: datetime
    deadline: datetime | None = None  # for everybody's positions
    corrections: datetime | None = None  # until when the last draft may be corrected
    admitted: datetime | None = None  # until when the presidency accepts late ones from it

    @property
    def past_deadline(self) -> bool:
        return self.deadline is not None and self.moment > self.deadline

    @property
    def is_open(self) -> bool:
        """Tell whether everybody's positions are taken."""
        return self.state is BriefingState.OPEN and not self.past_deadline

    @property
    def is_ajar(self) -> bool:
        """Tell whether anything may still be taken from anybody."""
        return self.state in {BriefingState.OPEN, *DRAFTED}

    @property
    def is_admitted(self) -> bool:
        return self.is_ajar and self.admitted is not None and self.moment <= self.admitted

    def refusal(self, *, on_record: bool) -> Refusal:
        """Say why nothing is taken; ``on_record``: where a signed position stands."""
        if self.is_open or self.is_admitted:
            return None
        if not self.is_ajar:
            return NOT_TAKING
        if self.corrections is not None and self.moment > self.corrections:
            return PAST_CORRECTIONS
        if on_record:
            return None
        return PAST_DEADLINE if self.state is BriefingState.OPEN else ONLY_CHANGES


def draft_position(actor: Actor, door: Door, *, on_record: bool = False) -> Refusal:
    if not actor.holds(Role.DRAFTER, Role.SIGNATORY):
        return _("Only a drafter or a signatory of the delegation writes its positions.")
    return door.refusal(on_record=on_record)


def sign_position(actor: Actor, door: Door, *, on_record: bool = False) -> Refusal:
    if not actor.holds(Role.SIGNATORY):
        return _("Only a signatory of the delegation signs.")
    return door.refusal(on_record=on_record)


def sign_jointly(actor: Actor, door: Door) -> Refusal:
    """Sign a text together with others: while everybody's positions are taken, and never late."""
    refusal = sign_position(actor, door)
    if refusal is None and not door.is_open:
        return _("Joint statements are signed before positions are due.")
    return refusal


def admit(
    actor: Actor, presidency_id: int | None, state: BriefingState, *, past_deadline: bool
) -> Refusal:
    """Accept late positions from a delegation until a time, and stop accepting them."""
    if not presides(actor, presidency_id):
        return "Only the presidency accepts late positions."
    if state is BriefingState.OPEN:
        return None if past_deadline else "Nothing is late yet: positions are still due."
    if state not in DRAFTED:
        return "Late positions are accepted until the summary is issued."
    return None


def allow_standing_in(actor: Actor, state: BriefingState) -> Refusal:
    """Let the Secretariat act for the delegation, and take that back; never while acting so."""
    if actor.stands_in or not actor.holds(Role.FOCAL_POINT, Role.SIGNATORY):
        return "Only a focal point or a signatory lets the Secretariat act for the delegation."
    if state is not BriefingState.OPEN:
        return NOT_TAKING
    return None
