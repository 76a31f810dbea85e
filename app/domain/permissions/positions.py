"""Who writes and signs at a delegation's desk."""

from app.domain.actor import Actor, Role
from app.domain.lifecycle import BriefingState
from app.domain.permissions.core import PAST_DEADLINE, Refusal


def draft_position(actor: Actor, state: BriefingState, *, past_deadline: bool = False) -> Refusal:
    if not actor.holds(Role.DRAFTER, Role.SIGNATORY):
        return "Only a drafter or a signatory of the delegation writes its positions."
    if state is not BriefingState.OPEN:
        return "This briefing is not taking positions."
    return PAST_DEADLINE if past_deadline else None


def sign_position(actor: Actor, state: BriefingState, *, past_deadline: bool = False) -> Refusal:
    if not actor.holds(Role.SIGNATORY):
        return "Only a signatory of the delegation signs."
    if state is not BriefingState.OPEN:
        return "This briefing is not taking positions."
    return PAST_DEADLINE if past_deadline else None


def allow_standing_in(actor: Actor, state: BriefingState) -> Refusal:
    """Let the Secretariat act for the delegation, and take that back; never while acting so."""
    if actor.stands_in or not actor.holds(Role.FOCAL_POINT, Role.SIGNATORY):
        return "Only a focal point or a signatory lets the Secretariat act for the delegation."
    if state is not BriefingState.OPEN:
        return "This briefing is not taking positions."
    return None
